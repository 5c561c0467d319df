import type { TopLevelSpec } from 'vega-lite';
import type { ExposureMeasure, ExposureRow } from '../experiment/tables/exposure-distribution.js';
import { perCent, titledAbove } from './axes.js';
import type { Page } from './page.js';
import { drawn, panelTitle, rowsOf, type Layer, type Panel } from './panel.js';
import type { Setting } from './setting.js';
import { textWidth } from './text-width.js';
import { frame, size } from './theme.js';

const AXIS = 48;
/** Between panels that stand side by side. */
const BETWEEN = 36;
const ROW = 22;
const HISTOGRAM = 112;
const diamond = {
  type: 'point',
  shape: 'diamond',
  filled: true,
  size: 90,
  opacity: 1,
  strokeWidth: 1,
} as const;
/** From the panel to the column of numbers, and within it from the level to its interval. */
const GAP = 22;
const LEVEL = 48;

/** How exposure came out over the replications: a histogram with its central intervals beneath, in total and per person. */
export function exposureDistribution(rows: readonly ExposureRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { contentWidth, words } = page;
  const labels = rowsOf(rows, 'interval').map(({ label }) => textWidth(label, { size: size.text }));
  const numbers = GAP + LEVEL + Math.ceil(Math.max(112, ...labels));
  const beside = page.wide;
  const width = (beside ? (contentWidth - BETWEEN) / 2 : contentWidth) - AXIS - numbers;
  const { total, totalAxis, perPerson, perPersonAxis } = words.exposure;
  const measures = [
    { measure: 'personAttacks', title: total, axis: totalAxis },
    { measure: 'personAttacksPer1000PersonDays', title: perPerson, axis: perPersonAxis },
  ] as const;
  return {
    ...frame(setting),
    ...panelsOf(
      measures.map((about) => measurePanel(rows, { ...about, page, width })),
      beside,
    ),
  };
}

function panelsOf(panels: Panel[], beside: boolean) {
  return beside ? { spacing: BETWEEN, hconcat: panels } : { spacing: 22, vconcat: panels };
}

function measurePanel(
  rows: readonly ExposureRow[],
  about: {
    readonly page: Page;
    readonly measure: ExposureMeasure;
    readonly title: string;
    readonly axis: string;
    readonly width: number;
  },
): Panel {
  const { page, width } = about;
  const { colour, levelScale, words } = page;
  if (!rows.some(({ measure }) => measure === about.measure)) return emptyPanel(about);
  const bins = rowsOf(rows, 'bin').filter(({ measure }) => measure === about.measure);
  const intervals = rowsOf(rows, 'interval').filter(({ measure }) => measure === about.measure);
  const median = rowsOf(rows, 'median').filter(({ measure }) => measure === about.measure);
  const mean = rowsOf(rows, 'mean').filter(({ measure }) => measure === about.measure);
  const scale = { domain: domainOf(bins), zero: false, nice: false };
  const medianLine: Layer = {
    data: { values: median },
    mark: { type: 'rule', color: colour.accentStrong, strokeWidth: 2 },
    encoding: { x: { field: 'median', type: 'quantitative' } },
  };
  const meanSign = (x: { field: string; type: 'quantitative' } | { value: number }, y: number): Layer => ({
    data: { values: mean },
    mark: { ...diamond, stroke: colour.ground, color: colour.accentStrong },
    encoding: { x, y: { value: y } },
  });
  const beside = (text: { field: string } | { value: string }, at: { x: number; y: number }, mark: object): Layer => ({
    data: { values: median },
    mark: { type: 'text', align: 'left', baseline: 'bottom', ...mark },
    encoding: { x: { value: width + at.x }, y: { value: at.y }, text },
  });
  const column = (field: string, at: number): Layer => ({
    data: { values: intervals },
    mark: { type: 'text', align: 'left', baseline: 'middle' },
    encoding: { x: { value: width + at }, y: { field: 'levelLabel', type: 'nominal', sort: null }, text: { field } },
  });
  return {
    spacing: 4,
    vconcat: [
      {
        title: panelTitle(about.title),
        width,
        height: HISTOGRAM,
        layer: drawn([
          {
            data: { values: bins },
            mark: { type: 'bar', color: colour.quiet, stroke: colour.ground, strokeWidth: 0.5 },
            encoding: {
              x: { field: 'binStart', type: 'quantitative', scale, axis: null },
              x2: { field: 'binEnd' },
              y: {
                field: 'share',
                type: 'quantitative',
                scale: { zero: true },
                axis: { ...titledAbove(words.shareOfReplications, { left: AXIS }), ...perCent, tickCount: 3 },
              },
              y2: { datum: 0 },
            },
          },
          medianLine,
          meanSign({ field: 'mean', type: 'quantitative' }, HISTOGRAM - 7),
          beside({ field: 'label' }, { x: GAP, y: 60 }, { fontSize: 26, fontWeight: 600, color: colour.accentStrong }),
          beside({ value: words.median }, { x: GAP, y: 81 }, { color: colour.faint }),
          meanSign({ value: width + GAP + 6 }, HISTOGRAM - 7),
          {
            data: { values: mean },
            mark: { type: 'text', align: 'left', baseline: 'middle', color: colour.faint },
            encoding: { x: { value: width + GAP + 18 }, y: { value: HISTOGRAM - 7 }, text: { field: 'label' } },
          },
        ]),
      },
      {
        width,
        height: 3 * ROW,
        layer: drawn([
          {
            data: { values: intervals },
            mark: { type: 'bar', height: { band: 0.7 }, strokeWidth: 1 },
            encoding: {
              x: {
                field: 'low',
                type: 'quantitative',
                scale,
                axis: { title: about.axis, tickCount: page.narrow || page.wide ? 4 : 5 },
              },
              x2: { field: 'high' },
              y: { field: 'levelLabel', type: 'nominal', sort: null, axis: null },
              fill: { field: 'level', type: 'nominal', scale: levelScale, legend: null },
              stroke: { field: 'level', type: 'nominal', scale: levelScale, legend: null },
            },
          },
          medianLine,
          column('levelLabel', GAP),
          column('label', GAP + LEVEL),
        ]),
      },
    ],
  };
}

/** All bins, and room for as many as make a histogram where there are only a few: one bar is not to fill the panel. */
function domainOf(bins: readonly { readonly binStart: number; readonly binEnd: number }[]): [number, number] {
  const [first, last] = [bins.at(0), bins.at(-1)];
  if (!first || !last) return [0, 1];
  return [first.binStart, Math.max(last.binEnd, first.binStart + 10 * (first.binEnd - first.binStart))];
}

/** In place of a measure that exists in no replication: no rate where nobody is there. */
function emptyPanel(about: {
  readonly page: Page;
  readonly title: string;
  readonly axis: string;
  readonly width: number;
}): Panel {
  return {
    title: panelTitle(about.title),
    width: about.width,
    height: size.lineHeight,
    mark: { type: 'text', align: 'left', x: 0, text: about.page.words.noValues(about.axis) },
  };
}
