import { meanInterval, pairedDifference, type Estimate } from '../../stats/index.js';
import type { Evaluated } from './evaluated.js';
import type { DesignPoint } from './evaluate.js';

/** The mean answers at one point of a sweep. */
export interface SweepRow {
  /** Values of the numbers that are swept. */
  readonly at: readonly number[];
  /** By scenario. */
  readonly means: readonly Estimate[];
  /** Second minus first on the same luck; undefined of one scenario. */
  readonly difference: Estimate | undefined;
}

/** Points at given values, each with the replications 0 … n − 1: the same luck at all of them. */
export function sweepPoints(places: readonly (readonly number[])[], n: number): DesignPoint[] {
  return places.map((at) => ({ places: at, from: 0, to: n }));
}

/** What came of it, point by point; a replication that failed is left out of its point. */
export function sweepRows(done: Evaluated): SweepRow[] {
  return done.points.map(({ places }, point) => {
    const columns = done.scenarios.map((_, scenario) => done.column({ point, scenario }));
    const [a, b] = columns;
    return {
      at: places,
      means: columns.map((values) => meanInterval(values.filter((value) => !Number.isNaN(value)))),
      difference: a && b ? pairedDifference({ a: b, b: a }).difference : undefined,
    };
  });
}
