import type { TopLevelSpec } from 'vega-lite';
import type { Page } from '../../src/figures/index.js';
import { drawn, type Panel } from '../../src/figures/panel.js';
import { gridOf, gridTitle } from '../../src/figures/small-multiples.js';
import { frame } from '../../src/figures/theme.js';

const AXIS = 70;
const OVERHANG = 20;
const HEIGHT = 120;

export interface GrowthRow {
  readonly grows: string;
  readonly size: number;
  readonly micros: number;
  readonly per: string;
  readonly exponent: number;
}

/** Time against each size, both on logarithmic scales, with the line along which time would grow as the size does. */
export function growthFigure(rows: readonly GrowthRow[], page: Page): TopLevelSpec {
  const { colour } = page;
  const names = [...new Set(rows.map(({ grows }) => grows))];
  const partOf = (name: string): readonly GrowthRow[] => rows.filter(({ grows }) => grows === name);
  const titles = names.map((name) => `${name}, exponent ${(partOf(name)[0]?.exponent ?? NaN).toFixed(2)}`);
  const grid = gridOf(titles, { page, columns: page.narrow ? 1 : 2, left: AXIS, overhang: OVERHANG, ownAxes: true });
  const panel = (index: number): Panel => {
    const mine = partOf(names[index]!).map((row) => ({ ...row, time: row.micros / (row.per === 'event' ? 1 : 1000) }));
    const [first, last] = [mine[0]!, mine.at(-1)!];
    // Through the last point, so that what lies above it on the left is the part that does not grow.
    const linear = [first, last].map(({ size }) => ({ size, linear: (last.time * size) / last.size }));
    const times = [...mine.map(({ time }) => time), ...linear.map((row) => row.linear)];
    const ends: number[] = [first.size, last.size];
    const reach: number[] = [Math.min(...times) / 1.2, Math.max(...times) * 1.2];
    const x = {
      field: 'size',
      type: 'quantitative',
      scale: { type: 'log', domain: ends, nice: false },
      axis: {
        title: null,
        values: mine
          .filter((_, i) => i === 0 || i === mine.length >> 1 || i === mine.length - 1)
          .map(({ size }) => size),
        format: ',~r',
        grid: false,
      },
    } as const;
    const y = (field: string) =>
      ({
        field,
        type: 'quantitative',
        scale: { type: 'log', domain: reach, nice: false },
        axis: {
          ...gridTitle(grid.titles[index] ?? [], { page, left: AXIS }),
          values: powersOfTen(Math.min(...times), Math.max(...times)),
          format: ',~r',
          minExtent: AXIS,
          maxExtent: AXIS,
        },
      }) as const;
    return {
      width: grid.width,
      height: HEIGHT,
      layer: drawn([
        {
          data: { values: linear },
          mark: { type: 'line', color: colour.context, strokeDash: [4, 4], strokeWidth: 1.5 },
          encoding: { x, y: y('linear') },
        },
        {
          data: { values: mine },
          mark: {
            type: 'line',
            color: colour.accentStrong,
            strokeWidth: 2.2,
            point: { color: colour.accentStrong, size: 40 },
          },
          encoding: { x, y: y('time') },
        },
      ]),
    };
  };
  const caption = {
    title: 'How the time of garrison grows with its sizes',
    subtitle: [
      'Processor time on one thread: milliseconds a replication, for replications those of the run, for pending events microseconds an event. Both scales are logarithmic.',
      'Dashed: in proportion to the size, through the largest. Exponents are slopes through the three largest sizes.',
    ],
    alt: names.map((name) => `${name}: exponent ${partOf(name)[0]?.exponent}.`).join(' '),
  };
  // Every panel has an axis of its own below, other than where panels share one.
  const panels: Panel = {
    columns: grid.columns,
    bounds: 'flush',
    align: 'each',
    spacing: { row: 76, column: grid.between },
    concat: names.map((_, index) => panel(index)),
  };
  return { ...frame({ caption, page }), spacing: 14, vconcat: [panels] };
}

/** Powers of ten inside a range with their thirds, where it is short. */
function powersOfTen(from: number, to: number): number[] {
  const steps = to / from > 50 ? [1] : [1, 3];
  return [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]
    .flatMap((power) => steps.map((step) => step * 10 ** power))
    .filter((tick) => tick >= from / 1.2 && tick <= to * 1.2);
}
