import type { TopLevelSpec } from 'vega-lite';
import type { VoiRow } from '../experiment/tables/voi-bars.js';
import { inputRows, strokes, zeroLine } from './input-rows.js';
import type { Setting } from './setting.js';

/** One row a number, and one for all of them: what knowing it before the choice would save at most. */
export function voiBars(rows: readonly VoiRow[], setting: Setting): TopLevelSpec {
  const { colour, words } = setting.page;
  const known = rows.flatMap(({ value, high }) => [value, high]).filter(Number.isFinite);
  const withZero = rows.map((row) => ({ ...row, nothing: 0 }));
  const most = Math.max(0, ...known);
  return inputRows(withZero, {
    setting,
    title: rows[0]?.title ?? '',
    scale: most > 0 ? { domain: [0, most], nice: true, zero: true } : { domain: [0, 1], nice: false },
    key: [
      { sign: 'bar', colour: colour.level50, label: words.design.wouldSave },
      { sign: 'line', colour: colour.accentStrong, label: words.interval95 },
    ],
    marks: (named, { x, y }) => [
      strokes(named, { from: 'nothing', to: 'value', x, y, colour: colour.level50, width: 13 }),
      strokes(named, { from: 'low', to: 'high', x: {}, y, colour: colour.accentStrong, width: 1.5 }),
      zeroLine(colour.context),
    ],
  });
}
