import type { TopLevelSpec } from 'vega-lite';
import type { TornadoRow } from '../experiment/tables/tornado.js';
import { inputRows, strokes } from './input-rows.js';
import type { Layer } from './panel.js';
import type { Setting } from './setting.js';

/** One row a number, the largest swing first: the mean answer with the number low and with it high. */
export function tornado(rows: readonly TornadoRow[], setting: Setting): TopLevelSpec {
  const { colour, words } = setting.page;
  const ends = rows.flatMap((row) => [
    row.atLowLow,
    row.atLowHigh,
    row.atHighLow,
    row.atHighHigh,
    row.atLow,
    row.atHigh,
  ]);
  const known = ends.filter(Number.isFinite);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const room = high > low ? 0.04 * (high - low) : 1;
  return inputRows(rows, {
    setting,
    title: rows[0]?.title ?? '',
    scale: { domain: [low - room, high + room], nice: false, zero: false },
    key: [
      { sign: 'ring', colour: colour.accentStrong, label: words.design.atLow },
      { sign: 'dot', colour: colour.accentStrong, label: words.design.atHigh },
    ],
    marks: (named, { x, y }) => {
      const interval = { x: {}, y, colour: colour.accentStrong, width: 1.5 };
      const dot = (field: 'atLow' | 'atHigh', fill: string): Layer => ({
        data: { values: named },
        mark: {
          type: 'point',
          filled: true,
          fill,
          stroke: colour.accentStrong,
          strokeWidth: 2,
          size: 60,
          opacity: 1,
        },
        encoding: { x: { field, type: 'quantitative' }, y },
      });
      return [
        strokes(named, { from: 'atLow', to: 'atHigh', x, y, colour: colour.level80, width: 9 }),
        strokes(named, { ...interval, from: 'atLowLow', to: 'atLowHigh' }),
        strokes(named, { ...interval, from: 'atHighLow', to: 'atHighHigh' }),
        dot('atLow', colour.ground),
        dot('atHigh', colour.accentStrong),
      ];
    },
  });
}
