import type { TopLevelSpec } from 'vega-lite';
import type { PrimRow } from '../experiment/tables/prim-trade-off.js';
import { perCent } from './axes.js';
import { drawn } from './panel.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';
import { valueAxes, valueLeft } from './value-axes.js';

/** Coverage against density of the boxes that PRIM peels, and the one that is told. */
export function primTradeOff(rows: readonly PrimRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, contentWidth, words } = page;
  const width = contentWidth - valueLeft - 24;
  const boxes = rows.filter(({ part }) => part === 'box');
  const told = rows.filter(({ part }) => part === 'told');
  const axes = valueAxes({ x: words.design.coverage, y: words.design.density }, { page, width });
  const scale = { domain: [0, 1], nice: false };
  const x = { field: 'coverage', type: 'quantitative', scale, axis: { ...axes.x, ...perCent } } as const;
  const y = { type: 'quantitative', scale, axis: { ...axes.y, ...perCent } } as const;
  return {
    ...frame(setting),
    spacing: 34,
    vconcat: [
      {
        width,
        height: page.wide ? 340 : 300,
        layer: drawn([
          {
            data: { values: boxes },
            mark: { type: 'line', color: colour.level80, strokeWidth: 1.5, point: { color: colour.accent, size: 40 } },
            encoding: { x, y: { field: 'density', ...y }, order: { field: 'coverage' } },
          },
          {
            data: { values: told },
            mark: { type: 'rule', color: colour.accentStrong, strokeWidth: 2 },
            encoding: { x, y: { field: 'low', ...y }, y2: { field: 'high' } },
          },
          {
            data: { values: told },
            mark: {
              type: 'point',
              filled: true,
              fill: colour.ground,
              stroke: colour.accentStrong,
              strokeWidth: 2.5,
              size: 130,
              opacity: 1,
            },
            encoding: { x, y: { field: 'density', ...y } },
          },
        ]),
      },
    ],
  };
}
