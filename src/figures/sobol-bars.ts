import type { TopLevelSpec } from 'vega-lite';
import type { SobolRow } from '../experiment/tables/sobol-bars.js';
import { inputRows, strokes, zeroLine } from './input-rows.js';
import type { Setting } from './setting.js';

/** One row a number, and one for chance: its share of the variance alone, and with all it takes part in. */
export function sobolBars(rows: readonly SobolRow[], setting: Setting): TopLevelSpec {
  const { colour, words } = setting.page;
  const ends = rows.flatMap((row) => [row.firstLow, row.firstHigh, row.totalLow, row.totalHigh]);
  const known = ends.filter(Number.isFinite);
  const withZero = rows.map((row) => ({ ...row, nothing: 0 }));
  return inputRows(withZero, {
    setting,
    title: words.design.shareOfVariance,
    scale: { domain: [Math.min(0, ...known), Math.max(0.1, ...known)], nice: true, zero: true },
    key: [
      { sign: 'bar', colour: colour.level50, label: words.design.alone },
      { sign: 'bar', colour: colour.level95, label: words.design.inAll },
      { sign: 'line', colour: colour.accentStrong, label: words.interval95 },
    ],
    marks: (named, { x, y }) => {
      const bar = { from: 'nothing', x, y };
      const interval = { x: {}, y, colour: colour.accentStrong, width: 1.5 };
      return [
        strokes(named, { ...bar, to: 'total', colour: colour.level95, width: 17 }),
        strokes(named, { ...bar, to: 'first', colour: colour.level50, width: 9 }),
        strokes(named, { ...interval, from: 'totalLow', to: 'totalHigh', yOffset: 6 }),
        strokes(named, { ...interval, from: 'firstLow', to: 'firstHigh' }),
        zeroLine(colour.context),
      ];
    },
  });
}
