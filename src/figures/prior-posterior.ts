import type { TopLevelSpec } from 'vega-lite';
import type { PriorPosteriorRow } from '../calibration/tables/index.js';
import { keyPanel } from './key.js';
import { drawn, rowsOf, type Panel } from './panel.js';
import type { Setting } from './setting.js';
import { gridOf, gridTitle, smallMultiples, type GridPlace } from './small-multiples.js';
import { frame } from './theme.js';

/** Half of the last number. */
const OVERHANG = 18;
const HEIGHT = 84;
/** Numbers of a panel's own axis. */
const BELOW = 18;

/** One panel a fitted number: the prior as a line, the posterior as filled bars. */
export function priorPosterior(rows: readonly PriorPosteriorRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, narrow, wide, words } = page;
  const panels = rowsOf(rows, 'panel');
  const bins = rowsOf(rows, 'bin');
  const grid = gridOf(
    panels.map(({ name, label }) => `${name}: ${label}`),
    { page, columns: narrow ? 1 : wide ? 3 : 2, left: 0, overhang: OVERHANG, below: BELOW },
  );
  const panel = ({ index }: GridPlace): Panel => {
    const mine = bins.filter(({ name }) => name === panels[index]!.name);
    const domain = [mine.at(0)?.binStart ?? 0, mine.at(-1)?.binEnd ?? 1];
    const x = {
      type: 'quantitative',
      scale: { domain, nice: false, zero: false },
      axis: { title: null, tickCount: 4, format: ',~r', grid: false },
    } as const;
    const y = { type: 'quantitative' as const, scale: { domain: [0, 1] } };
    return {
      width: grid.width,
      height: HEIGHT,
      layer: drawn([
        {
          data: { values: mine },
          mark: { type: 'rect', color: colour.level80 },
          encoding: {
            x: { ...x, field: 'binStart' },
            x2: { field: 'binEnd' },
            y: {
              ...y,
              field: 'posterior',
              axis: { ...gridTitle(grid.titles[index] ?? [], { page }), labels: false, grid: false },
            },
            y2: { datum: 0 },
          },
        },
        {
          data: { values: mine },
          mark: { type: 'line', interpolate: 'step-after', color: colour.text, strokeWidth: 1.6 },
          encoding: { x: { ...x, field: 'binStart' }, y: { ...y, field: 'prior' } },
        },
      ]),
    };
  };
  return {
    ...frame(setting),
    spacing: 18,
    vconcat: [
      keyPanel(
        [
          { sign: 'line', colour: colour.text, label: words.calibration.prior },
          { sign: 'bar', colour: colour.level80, label: words.calibration.posterior },
        ],
        { page, width: page.contentWidth, left: 0 },
      ),
      smallMultiples(grid, panel),
    ],
  };
}
