import type { TopLevelSpec } from 'vega-lite';
import type { ByBaseMeasure, ByBaseRow } from '../experiment/tables/by-base.js';
import { fromZero } from './axes.js';
import { keyPanel, levelKey, meanKey, recordKey } from './key.js';
import { drawn, rowsOf, type Layer, type Panel } from './panel.js';
import { longestName, type Page } from './page.js';
import type { Setting } from './setting.js';
import { textWidth } from './text-width.js';
import { frame, size } from './theme.js';
import { wrapText } from './wrap-text.js';

const NAME_LINE = 17;
const BETWEEN = 26;
/** Half of the last number of an axis. */
const OVERHANG = 34;

/** Attacks and person-attacks by base, most attacked first: mean, central intervals of the replications, and the record. */
export function byBase(rows: readonly ByBaseRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { contentWidth, words } = page;
  const means = rowsOf(rows, 'mean').filter(({ measure }) => measure === 'attacks');
  const style = { size: size.text };
  const names = means.map(({ base, name }) => ({
    base,
    lines: wrapText(name, { ...style, width: longestName(page) }),
  }));
  const nameWidth = Math.ceil(
    Math.max(0, ...names.flatMap(({ lines }) => lines.map((line) => textWidth(line, style)))),
  );
  const mostLines = Math.max(1, ...names.map(({ lines }) => lines.length));
  const step = mostLines === 1 ? (page.wide ? 25 : 27) : mostLines * NAME_LINE + 6;
  const left = nameWidth + 10;
  const width = Math.floor((contentWidth - left - BETWEEN - OVERHANG) / 2);
  const order = means.map(({ base }) => base);
  const parts = { page, rows, order, step, width };
  const observed = rowsOf(rows, 'observed');
  const key = [meanKey(page), ...levelKey(page), ...(observed.length > 0 ? [recordKey(page)] : [])];
  return {
    ...frame(setting),
    spacing: 14,
    vconcat: [
      keyPanel(key, { page, width: contentWidth - left, left }),
      {
        spacing: BETWEEN,
        hconcat: [
          measurePanel({
            ...parts,
            measure: 'attacks',
            title: words.attacks,
            names: byLines(names),
          }),
          measurePanel({ ...parts, measure: 'personAttacks', title: words.personAttacks, names: [] }),
        ],
      },
    ],
  };
}

function measurePanel(parts: {
  readonly page: Page;
  readonly rows: readonly ByBaseRow[];
  readonly measure: ByBaseMeasure;
  readonly title: string;
  readonly order: string[];
  readonly step: number;
  readonly width: number;
  /** Written to the left of the panel. */
  readonly names: readonly NameGroup[];
}): Panel {
  const { measure, step, names } = parts;
  const { colour, levelScale } = parts.page;
  const rows = parts.rows.filter((row) => row.measure === measure);
  const counts = rows.map((row) =>
    row.part === 'interval' ? row.high : row.part === 'mean' ? row.mean : row.observed,
  );
  const y = { field: 'base', type: 'nominal' as const, axis: null, scale: { domain: parts.order } };
  const axis = {
    title: parts.title,
    tickCount: parts.page.narrow ? 2 : 3,
    tickMinStep: 1,
    grid: true,
    domain: false,
    ticks: false,
    orient: 'bottom',
  } as const;
  return {
    width: parts.width,
    height: { step },
    layer: drawn([
      {
        data: { values: rowsOf(rows, 'interval') },
        mark: { type: 'bar', height: 13, strokeWidth: 1 },
        encoding: {
          x: { field: 'low', type: 'quantitative', scale: fromZero(counts), axis },
          x2: { field: 'high' },
          y,
          fill: { field: 'level', type: 'nominal', scale: levelScale, legend: null },
          stroke: { field: 'level', type: 'nominal', scale: levelScale, legend: null },
        },
      },
      {
        data: { values: rowsOf(rows, 'mean') },
        mark: {
          type: 'point',
          filled: true,
          fill: colour.ground,
          stroke: colour.accentStrong,
          strokeWidth: 2,
          size: 75,
          opacity: 1,
        },
        encoding: { x: { field: 'mean', type: 'quantitative' }, y },
      },
      {
        data: { values: rowsOf(rows, 'observed') },
        mark: {
          type: 'point',
          filled: true,
          color: colour.observed,
          stroke: colour.ground,
          strokeWidth: 1,
          size: 70,
          opacity: 1,
        },
        encoding: { x: { field: 'observed', type: 'quantitative' }, y },
      },
      ...names.map((group) => nameLayer(group, y)),
    ]),
  };
}

/** Names that take as many lines as each other. */
interface NameGroup {
  readonly lines: number;
  readonly rows: readonly { readonly base: string; readonly text: string }[];
}

function byLines(names: readonly { readonly base: string; readonly lines: readonly string[] }[]): NameGroup[] {
  return [...new Set(names.map(({ lines }) => lines.length))].map((count) => ({
    lines: count,
    rows: names
      .filter(({ lines }) => lines.length === count)
      .map(({ base, lines }) => ({ base, text: lines.join('\n') })),
  }));
}

/** Vega sets the first of several lines where a single one would be; so each number of lines has a shift of its own. */
function nameLayer(
  { lines, rows }: NameGroup,
  y: { field: string; type: 'nominal'; axis: null; scale: { domain: string[] } },
): Layer {
  return {
    data: { values: rows },
    mark: {
      type: 'text',
      align: 'right',
      baseline: 'middle',
      lineBreak: '\n',
      lineHeight: NAME_LINE,
      dy: (-(lines - 1) * NAME_LINE) / 2,
    },
    encoding: { x: { value: -10 }, y, text: { field: 'text' } },
  };
}
