import type { TopLevelSpec } from 'vega-lite';
import type { PitRow } from '../calibration/tables/index.js';
import { drawn, type Panel } from './panel.js';
import type { Setting } from './setting.js';
import { gridOf, gridTitle, smallMultiples, type GridPlace } from './small-multiples.js';
import { frame } from './theme.js';

const AXIS = 34;
/** Half of the last number. */
const OVERHANG = 16;
const HEIGHT = 96;

/** PIT histograms, one panel a method and target, with the line that calibrated forecasts keep to. */
export function pitHistogram(rows: readonly PitRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, narrow, words } = page;
  const panels = [...new Set(rows.map(({ panel }) => panel))];
  const grid = gridOf(panels, { page, columns: narrow ? 1 : 2, left: AXIS, overhang: OVERHANG, ownAxes: true });
  const highest = Math.max(2, ...rows.map(({ height }) => height));
  const panel = ({ index, isBottom }: GridPlace): Panel => {
    const mine = rows.filter((row) => row.panel === panels[index]);
    const x = {
      type: 'quantitative' as const,
      scale: { domain: [0, 1], nice: false },
      axis: { title: isBottom ? words.calibration.pit : null, labels: isBottom, tickCount: 5, grid: false },
    };
    const y = {
      type: 'quantitative' as const,
      scale: { domain: [0, highest], nice: true },
      axis: {
        ...gridTitle(grid.titles[index] ?? [], { page, left: AXIS }),
        tickCount: 3,
        minExtent: AXIS,
        maxExtent: AXIS,
      },
    };
    return {
      width: grid.width,
      height: HEIGHT,
      layer: drawn([
        {
          data: { values: mine },
          mark: { type: 'rect', color: colour.quiet, stroke: colour.ground, strokeWidth: 1 },
          encoding: {
            x: { ...x, field: 'binStart' },
            x2: { field: 'binEnd' },
            y: { ...y, field: 'height' },
            y2: { datum: 0 },
          },
        },
        {
          data: { values: [{ from: 0, to: 1, right: 1 }] },
          mark: { type: 'rule', color: colour.accentStrong, strokeWidth: 1.5, strokeDash: [4, 3] },
          encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' }, y: { ...y, field: 'right' } },
        },
      ]),
    };
  };
  return { ...frame(setting), spacing: 14, vconcat: [smallMultiples(grid, panel)] };
}
