import type { TopLevelSpec } from 'vega-lite';
import type { ConvergenceFigureRow } from '../experiment/tables/convergence.js';
import { drawn, rowsOf, type Panel } from './panel.js';
import type { Setting } from './setting.js';
import { gridOf, gridTitle, smallMultiples, type GridPlace } from './small-multiples.js';
import { frame } from './theme.js';

const AXIS = 62;
/** Half of the last number. */
const OVERHANG = 20;
const HEIGHT = 110;

/** How means settled with the number of replications, a panel each; a difference with zero and the zone of indifference. */
export function convergence(rows: readonly ConvergenceFigureRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, narrow, wide, words } = page;
  const panels = rowsOf(rows, 'panel');
  const grid = gridOf(
    panels.map(({ title, label }) => `${title}\u00a0\u00a0${label}`),
    { page, columns: narrow ? 1 : wide ? fullest(panels.length) : 2, left: AXIS, overhang: OVERHANG, ownAxes: true },
  );
  const looks = rowsOf(rows, 'look');
  const counts = looks.map(({ replications }) => replications);
  const domain = [Math.min(...counts), Math.max(...counts)];
  const panel = ({ index, isBottom }: GridPlace): Panel => {
    const { panel: key, zoneLow, zoneHigh } = panels[index]!;
    const mine = looks.filter((row) => row.panel === key);
    const ends = mine.flatMap(({ mean, low, high }) => [mean, low ?? mean, high ?? mean]);
    const isDifference = zoneLow !== undefined && zoneHigh !== undefined;
    const low = isDifference ? Math.min(0, zoneLow, ...ends) : 0;
    const high = Math.max(0, zoneHigh ?? 0, ...ends);
    const x = {
      field: 'replications',
      type: 'quantitative',
      scale: { type: 'log', domain, nice: false },
      axis: {
        title: isBottom ? words.replications : null,
        labels: isBottom,
        values: ticksIn(domain[0] ?? 1, domain[1] ?? 1),
        format: ',d',
        grid: false,
        labelFlush: false,
      },
    } as const;
    const y = (field: string) =>
      ({
        field,
        type: 'quantitative',
        scale: { domain: isDifference ? withRoom(low, high) : low < high ? [low, high] : [0, 1], nice: !isDifference },
        axis: {
          ...gridTitle(grid.titles[index] ?? [], { page, left: AXIS }),
          tickCount: 4,
          minExtent: AXIS,
          maxExtent: AXIS,
        },
      }) as const;
    const whole = { replications: domain[0], end: domain[1] };
    return {
      width: grid.width,
      height: HEIGHT,
      layer: drawn([
        {
          data: { values: isDifference && zoneLow < zoneHigh ? [{ ...whole, zoneLow, zoneHigh }] : [] },
          mark: { type: 'rect', color: colour.band },
          encoding: { x, x2: { field: 'end' }, y: y('zoneLow'), y2: { field: 'zoneHigh' } },
        },
        {
          data: { values: mine.filter(({ low: end }) => end !== null) },
          mark: { type: 'area', color: colour.level80 },
          encoding: { x, y: y('low'), y2: { field: 'high' } },
        },
        {
          data: { values: isDifference ? [{ ...whole, zero: 0 }] : [] },
          mark: { type: 'rule', color: colour.context, strokeWidth: 1 },
          encoding: { x, x2: { field: 'end' }, y: y('zero') },
        },
        {
          data: { values: mine },
          mark: { type: 'line', color: colour.accentStrong, strokeWidth: 2.2 },
          encoding: { x, y: y('mean') },
        },
      ]),
    };
  };
  return { ...frame(setting), spacing: 14, vconcat: [smallMultiples(grid, panel)] };
}

/** Three or four across, whichever leaves fewer places of the last row empty. */
function fullest(count: number): number {
  const empty = (columns: number): number => (columns - (count % columns)) % columns;
  return empty(4) < empty(3) ? 4 : 3;
}

/** 1, 2 and 5 times powers of ten inside a range; powers of ten alone where the range is long. */
function ticksIn(from: number, to: number): number[] {
  const steps = to / from > 300 ? [1] : [1, 2, 5];
  return [1, 10, 100, 1000, 10_000, 100_000, 1e6, 1e7]
    .flatMap((power) => steps.map((step) => step * power))
    .filter((tick) => tick >= from && tick <= to);
}

function withRoom(low: number, high: number): number[] {
  const room = high > low ? 0.06 * (high - low) : 1;
  return [low - room, high + room];
}
