import type { TopLevelSpec } from 'vega-lite';
import type { SweepLineRow } from '../experiment/tables/sweep.js';
import { keyPanel } from './key.js';
import { drawn } from './panel.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';
import { valueAxes, valueLeft } from './value-axes.js';

/** The mean outcome along one number, a line a scenario, with the intervals of the means. */
export function sweepLines(rows: readonly SweepLineRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, contentWidth } = page;
  const width = contentWidth - valueLeft - 16;
  const [first] = rows;
  const axes = valueAxes({ x: first?.xTitle ?? '', y: first?.yTitle ?? '' }, { page, width });
  const scenarios = [...new Set(rows.map(({ scenario }) => scenario))];
  const looks = [
    { band: colour.quieter, line: colour.context },
    { band: colour.level95, line: colour.accentStrong },
  ];
  // One alone is the subject.
  const lookOf = (i: number) => looks[scenarios.length === 1 ? 1 : i]!;
  const x = { field: 'at', type: 'quantitative', scale: { zero: false, nice: false }, axis: axes.x } as const;
  const y = { type: 'quantitative', scale: { zero: true }, axis: axes.y } as const;
  const known = rows.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  return {
    ...frame(setting),
    spacing: 34,
    vconcat: [
      ...(scenarios.length < 2
        ? []
        : [
            keyPanel(
              scenarios.map((label, i) => ({ sign: 'line', colour: lookOf(i).line, label })),
              { page, width, left: valueLeft },
            ),
          ]),
      {
        width,
        height: page.wide ? 340 : 290,
        layer: drawn([
          ...scenarios.map((scenario, i) => ({
            data: { values: known.filter((row) => row.scenario === scenario) },
            mark: { type: 'area' as const, color: lookOf(i).band, opacity: 0.7 },
            encoding: { x, y: { field: 'low', ...y }, y2: { field: 'high' } },
          })),
          ...scenarios.map((scenario, i) => ({
            data: { values: rows.filter((row) => row.scenario === scenario) },
            mark: {
              type: 'line' as const,
              color: lookOf(i).line,
              strokeWidth: 2.5,
              point: { color: lookOf(i).line, size: 26 },
            },
            encoding: { x, y: { field: 'mean', ...y } },
          })),
        ]),
      },
    ],
  };
}
