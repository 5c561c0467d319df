import type { TopLevelSpec } from 'vega-lite';
import type { TradeOffRow } from '../experiment/tables/total-against-per-person.js';
import { strongTitle, titledAbove } from './axes.js';
import { keyPanel } from './key.js';
import { drawn, pixels, type Layer } from './panel.js';
import { placeLabels, type Box } from './place-labels.js';
import { scenarioNames } from './scenario-names.js';
import type { Setting } from './setting.js';
import { textWidth } from './text-width.js';
import { frame, size } from './theme.js';

const AXIS = 54;
/** Half of the last number. */
const OVERHANG = 26;
const RADIUS = 5;
const LINE = 18;

/** Every scenario as a point: risk in total across, risk to each person upwards, the baseline's cross, and the intervals of the means. */
export function totalAgainstPerPerson(rows: readonly TradeOffRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, contentWidth, narrow, wide, words } = page;
  const width = contentWidth - AXIS - OVERHANG;
  const height = Math.min(width, narrow ? 330 : wide ? 380 : 400);
  const domains = {
    x: domainOf(rows.map(({ total, totalLow, totalHigh }) => ({ value: total, low: totalLow, high: totalHigh }))),
    y: domainOf(rows.map((row) => ({ value: row.perPerson, low: row.perPersonLow, high: row.perPersonHigh }))),
  };
  const px = {
    x: (value: number): number => ((value - domains.x[0]) / (domains.x[1] - domains.x[0])) * width,
    y: (value: number): number => height - ((value - domains.y[0]) / (domains.y[1] - domains.y[0])) * height,
  };
  const baseline = rows.find(({ isBaseline }) => isBaseline);
  const points = rows.map(({ total, perPerson }) => ({ x: px.x(total), y: px.y(perPerson) }));
  const cross = baseline && { x: px.x(baseline.total), y: px.y(baseline.perPerson) };
  const corners = cross
    ? cornersOf({ width, height }, setting).filter(({ box }) => isFree(box, { cross, points }))
    : [];
  const names = scenarioNames(rows.map(({ scenario }) => scenario));
  const labelled = rows.map((row, i) => {
    const lines = names.rows[i]?.lines ?? [];
    const labelWidth = Math.max(...lines.map((line) => textWidth(line, { size: size.text })));
    const at = { x: px.x(row.total), y: px.y(row.perPerson), radius: RADIUS };
    return { ...at, text: lines.join('\n'), labelWidth, labelHeight: lines.length * LINE };
  });
  const places = placeLabels(labelled, {
    width,
    height,
    lines: rows.flatMap((row) => [
      {
        from: { x: px.x(row.totalLow ?? row.total), y: px.y(row.perPerson) },
        to: { x: px.x(row.totalHigh ?? row.total), y: px.y(row.perPerson) },
      },
      {
        from: { x: px.x(row.total), y: px.y(row.perPersonLow ?? row.perPerson) },
        to: { x: px.x(row.total), y: px.y(row.perPersonHigh ?? row.perPerson) },
      },
    ]),
    blocked: corners.map(({ box }) => box),
  });
  const labels = labelled.flatMap(({ text }, i) => {
    const place = places[i];
    return place ? [{ text, left: place.left, top: place.top }] : [];
  });
  const leaders = labelled.flatMap(({ x, y }, i) => {
    const place = places[i];
    return place?.leads ? [{ x, y, toX: place.leaderX, toY: place.leaderY }] : [];
  });
  const x = (field: string) =>
    ({
      field,
      type: 'quantitative',
      scale: { domain: domains.x, nice: false, zero: false },
      axis: { title: words.tradeOff.total, tickCount: narrow ? 4 : 6, grid: true },
    }) as const;
  const y = (field: string) =>
    ({
      field,
      type: 'quantitative',
      scale: { domain: domains.y, nice: false, zero: false },
      axis: {
        ...titledAbove(words.tradeOff.perPerson, { left: AXIS }),
        ...strongTitle(page),
        titleFontWeight: 'normal',
        tickCount: 6,
      },
    }) as const;
  const inPx = {
    x: (field: string) => ({ field, ...pixels([0, width]) }),
    y: (field: string) => ({ field, ...pixels([height, 0]) }),
  };
  const point = (values: readonly TradeOffRow[], mark: object): Layer => ({
    data: { values: [...values] },
    mark: { type: 'point', filled: true, opacity: 1, size: 95, strokeWidth: 2, ...mark },
    encoding: { x: x('total'), y: y('perPerson') },
  });
  const beside: Layer[] = [
    {
      data: { values: leaders },
      mark: { type: 'rule', color: colour.faint, strokeWidth: 0.8 },
      encoding: { x: inPx.x('x'), y: inPx.y('y'), x2: { field: 'toX' }, y2: { field: 'toY' } },
    },
    ...[{ stroke: colour.ground, strokeWidth: 4, strokeJoin: 'round' as const, opacity: 0.85 }, {}].map(
      (halo): Layer => ({
        data: { values: labels },
        mark: { type: 'text', align: 'left', baseline: 'top', lineBreak: '\n', lineHeight: LINE, ...halo },
        encoding: { x: inPx.x('left'), y: inPx.y('top'), text: { field: 'text' } },
      }),
    ),
    ...(['left', 'right'] as const).map((align): Layer => ({
      data: { values: corners.filter((corner) => corner.align === align) },
      mark: { type: 'text', align, baseline: 'top', lineBreak: '\n', lineHeight: LINE, color: colour.faint },
      encoding: { x: inPx.x('x'), y: inPx.y('y'), text: { field: 'text' } },
    })),
  ];
  return {
    ...frame(setting),
    spacing: 26,
    vconcat: [
      keyPanel(
        [
          { sign: 'ring', colour: colour.accentStrong, label: words.tradeOff.baseline },
          { sign: 'dot', colour: colour.accent, label: words.tradeOff.alternatives },
          { sign: 'line', colour: colour.level50, label: words.interval95 },
        ],
        { page, width, left: AXIS },
      ),
      {
        width,
        height,
        resolve: { scale: { x: 'independent', y: 'independent' } },
        layer: [
          {
            layer: drawn([
              {
                data: { values: baseline ? [baseline] : [] },
                mark: { type: 'rule', color: colour.context, strokeWidth: 1, strokeDash: [4, 3] },
                encoding: { x: x('total') },
              },
              {
                data: { values: baseline ? [baseline] : [] },
                mark: { type: 'rule', color: colour.context, strokeWidth: 1, strokeDash: [4, 3] },
                encoding: { y: y('perPerson') },
              },
              {
                data: { values: rows.filter(({ totalLow }) => totalLow !== null) },
                mark: { type: 'rule', color: colour.level50, strokeWidth: 2 },
                encoding: { x: x('totalLow'), x2: { field: 'totalHigh' }, y: y('perPerson') },
              },
              {
                data: { values: rows.filter(({ perPersonLow }) => perPersonLow !== null) },
                mark: { type: 'rule', color: colour.level50, strokeWidth: 2 },
                encoding: { x: x('total'), y: y('perPersonLow'), y2: { field: 'perPersonHigh' } },
              },
              point(
                rows.filter(({ isBaseline }) => !isBaseline),
                { color: colour.accent, stroke: colour.ground, strokeWidth: 1 },
              ),
              point(
                rows.filter(({ isBaseline }) => isBaseline),
                { fill: colour.ground, stroke: colour.accentStrong },
              ),
            ]),
          },
          { layer: drawn(beside) },
        ],
      },
    ],
  };
}

/** All intervals with a little room; from zero where that is no further away than the data are wide. */
function domainOf(
  rows: readonly { readonly value: number; readonly low: number | null; readonly high: number | null }[],
): [number, number] {
  const low = Math.min(...rows.map((row) => row.low ?? row.value));
  const high = Math.max(...rows.map((row) => row.high ?? row.value));
  if (!(high > 0)) return [0, 1];
  const room = 0.08 * (high - low) || 0.1 * high;
  return [low <= high - low ? 0 : Math.max(0, low - room), high + room];
}

/** What the four quarters around the baseline mean, in the corners of the panel; in two lines where they would meet. */
function cornersOf({ width, height }: { readonly width: number; readonly height: number }, { page }: Setting) {
  const { lessBoth, lessTotal, lessEach, moreBoth } = page.words.tradeOff;
  const style = { size: size.text };
  const meet =
    Math.max(...[lessTotal, moreBoth, lessBoth, lessEach].map((text) => textWidth(text, style))) > width / 2 - 12;
  return [
    { words: lessTotal, align: 'left' as const, atTop: true },
    { words: moreBoth, align: 'right' as const, atTop: true },
    { words: lessBoth, align: 'left' as const, atTop: false },
    { words: lessEach, align: 'right' as const, atTop: false },
  ].map(({ words, align, atTop }) => {
    const lines = meet ? words.split(/(?<=,) /) : [words];
    const long = Math.max(...lines.map((line) => textWidth(line, style))) + 6;
    const high = lines.length * LINE;
    const x = align === 'left' ? 4 : width - 4;
    const y = atTop ? 4 : height - high - 2;
    const left = align === 'left' ? x : x - long;
    return { text: lines.join('\n'), align, x, y, box: { left, right: left + long, top: y, bottom: y + high } };
  });
}

/** Whether neither a point nor a line of the baseline's cross runs through a box. */
function isFree(
  { left, right, top, bottom }: Box,
  { cross, points }: { readonly cross: Point; readonly points: readonly Point[] },
): boolean {
  const across = ({ x }: Point): boolean => x > left - RADIUS && x < right + RADIUS;
  const up = ({ y }: Point): boolean => y > top - RADIUS && y < bottom + RADIUS;
  return !across(cross) && !up(cross) && !points.some((point) => across(point) && up(point));
}

interface Point {
  readonly x: number;
  readonly y: number;
}
