import { DEFAULT_LEVEL, type Estimate } from './estimate.js';
import { meanInterval } from './mean-interval.js';

/** A statistic of the first so many replications. */
export type EstimateOfFirst = (replications: number) => Estimate;

/**
 * The mean over the first so many replications with Student's interval. It counts replications by their absolute index,
 * never by when a worker finished. Blanks (NaN) are left out, and `n` of the Estimate is without them.
 */
export function meanOfFirst(values: ArrayLike<number>, level = DEFAULT_LEVEL): EstimateOfFirst {
  const all = Array.from(values);
  return (replications) =>
    meanInterval(
      all.slice(0, replications).filter((value) => !Number.isNaN(value)),
      level,
    );
}

export interface RunningMeanRow {
  /** Length of the prefix, blanks counted. */
  readonly replications: number;
  readonly mean: Estimate;
}

/**
 * How the mean settled: a row for each of `looks` that the column reaches. The intervals are of one look each; that
 * all hold at once is less probable than `level`.
 */
export function runningMean({
  values,
  looks,
  level = DEFAULT_LEVEL,
}: {
  readonly values: ArrayLike<number>;
  readonly looks: readonly number[];
  readonly level?: number;
}): RunningMeanRow[] {
  const of = meanOfFirst(values, level);
  return looks
    .filter((replications) => replications <= values.length)
    .map((replications) => ({ replications, mean: of(replications) }));
}
