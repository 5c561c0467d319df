import type { TopLevelSpec } from 'vega-lite';
import type { BreakEvenCellRow } from '../experiment/tables/sweep.js';
import { keyPanel } from './key.js';
import { drawn } from './panel.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';
import { valueAxes, valueLeft } from './value-axes.js';

/** Which of two scenarios is better over two numbers, hatched where that is not told. */
export function breakEvenMap(rows: readonly BreakEvenCellRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, contentWidth, words } = page;
  const width = contentWidth - valueLeft - 16;
  const { xTitle = '', yTitle = '', below = '', above = '' } = rows[0] ?? {};
  const axes = valueAxes({ x: xTitle, y: yTitle }, { page, width });
  const scale = { zero: false, nice: false };
  const x = { field: 'xFrom', type: 'quantitative', scale, axis: axes.x } as const;
  const y = { field: 'yFrom', type: 'quantitative', scale, axis: { ...axes.y, grid: false } } as const;
  const place = { x, x2: { field: 'xTo' }, y, y2: { field: 'yTo' } };
  const fills = { below: colour.level50, above: colour.band, unresolved: colour.ground } as const;
  return {
    ...frame(setting),
    spacing: 34,
    vconcat: [
      keyPanel(
        [
          { sign: 'bar', colour: fills.below, label: below },
          { sign: 'bar', colour: fills.above, label: above },
          { sign: 'dashes', colour: colour.context, label: words.design.unresolved },
        ],
        { page, width, left: valueLeft },
      ),
      {
        width,
        height: page.wide ? 420 : 360,
        layer: drawn([
          ...(['below', 'above', 'unresolved'] as const).map((side) => ({
            data: { values: rows.filter((row) => row.side === side) },
            mark: { type: 'rect' as const, color: fills[side], stroke: fills[side], strokeWidth: 0.6 },
            encoding: place,
          })),
          {
            data: { values: rows.filter(({ side }) => side === 'unresolved') },
            mark: { type: 'rule', color: colour.context, strokeWidth: 1 },
            encoding: place,
          },
        ]),
      },
    ],
  };
}
