import type { TopLevelSpec } from 'vega-lite';
import type { SweepCellRow } from '../experiment/tables/sweep.js';
import { drawn, halo } from './panel.js';
import type { Setting } from './setting.js';
import { differenceScale, shadeKey, shadeScale } from './shades.js';
import { frame } from './theme.js';
import { valueAxes, valueLeft } from './value-axes.js';

/** The mean outcome over two numbers, or the difference of two scenarios, as shades with the numbers in them. */
export function sweepMap(rows: readonly SweepCellRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, contentWidth } = page;
  const width = contentWidth - valueLeft - 16;
  const { most = 0, xTitle = '', yTitle = '', unit = '', isDifference = false } = rows[0] ?? {};
  const shades = isDifference ? differenceScale(most, page) : shadeScale(most, page);
  const axes = valueAxes({ x: xTitle, y: yTitle }, { page, width });
  const scale = { zero: false, nice: false };
  const x = { field: 'xFrom', type: 'quantitative', scale, axis: axes.x } as const;
  const y = { field: 'yFrom', type: 'quantitative', scale, axis: { ...axes.y, grid: false } } as const;
  const text = { type: 'text', baseline: 'middle' } as const;
  // A number needs some 60 px.
  const fits = new Set(rows.map((row) => row.x)).size * 60 <= width;
  return {
    ...frame(setting),
    spacing: 34,
    vconcat: [
      shadeKey({ most, label: unit, isDifference }, { page, width, left: valueLeft }),
      {
        width,
        height: page.wide ? 380 : 320,
        layer: drawn([
          {
            data: { values: [...rows] },
            mark: { type: 'rect', stroke: colour.ground, strokeWidth: 1 },
            encoding: {
              x,
              x2: { field: 'xTo' },
              y,
              y2: { field: 'yTo' },
              color: { field: 'mean', type: 'quantitative', scale: shades, legend: null },
            },
          },
          ...(fits ? [halo(text, page), text] : []).map((mark) => ({
            data: { values: [...rows] },
            mark,
            encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'y' }, text: { field: 'label' } },
          })),
        ]),
      },
    ],
  };
}
