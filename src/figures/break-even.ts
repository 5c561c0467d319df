import type { TopLevelSpec } from 'vega-lite';
import type { BreakEvenRow } from '../experiment/tables/sweep.js';
import { keyPanel } from './key.js';
import { drawn, halo, rowsOf } from './panel.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';
import { valueAxes, valueLeft } from './value-axes.js';

/** The paired difference along one number, and where it crosses zero. */
export function breakEven(rows: readonly BreakEvenRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, contentWidth, words } = page;
  const width = contentWidth - valueLeft - 16;
  const line = rowsOf(rows, 'line');
  const crossings = rowsOf(rows, 'crossing');
  const axes = valueAxes({ x: line[0]?.xTitle ?? '', y: line[0]?.yTitle ?? '' }, { page, width });
  const x = { field: 'at', type: 'quantitative', scale: { zero: false, nice: false }, axis: axes.x } as const;
  const y = { type: 'quantitative', scale: { zero: true }, axis: axes.y } as const;
  const label = { type: 'text', align: 'left', baseline: 'top', dx: 6, y: 4, fontWeight: 600 } as const;
  return {
    ...frame(setting),
    spacing: 34,
    vconcat: [
      keyPanel(
        [
          { sign: 'line', colour: colour.accentStrong, label: words.paired.difference },
          { sign: 'bar', colour: colour.level95, label: words.interval95 },
          ...(crossings.length > 0
            ? [{ sign: 'bar' as const, colour: colour.band, label: words.design.intervalOfCrossing }]
            : []),
        ],
        { page, width, left: valueLeft },
      ),
      {
        width,
        height: page.wide ? 340 : 290,
        layer: drawn([
          {
            data: { values: crossings },
            mark: { type: 'rect', color: colour.band },
            encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' } },
          },
          {
            data: { values: line.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high)) },
            mark: { type: 'area', color: colour.level95, opacity: 0.8 },
            encoding: { x, y: { field: 'low', ...y }, y2: { field: 'high' } },
          },
          {
            data: { values: [{ nothing: 0 }] },
            mark: { type: 'rule', color: colour.context, strokeWidth: 1.2 },
            encoding: { y: { field: 'nothing', ...y } },
          },
          {
            data: { values: crossings },
            mark: { type: 'rule', color: colour.text, strokeWidth: 1.5 },
            encoding: { x },
          },
          {
            data: { values: line },
            mark: {
              type: 'line',
              color: colour.accentStrong,
              strokeWidth: 2.5,
              point: { color: colour.accentStrong, size: 26 },
            },
            encoding: { x, y: { field: 'difference', ...y } },
          },
          ...[halo(label, page), label].map((mark) => ({
            data: { values: crossings },
            mark,
            encoding: { x, text: { field: 'label' } },
          })),
        ]),
      },
    ],
  };
}
