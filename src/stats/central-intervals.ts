import { quantileSorted } from 'simple-statistics';
import { sortedSample } from './sorted-sample.js';

/** Median and ends of the central 50, 80 and 95 % of a sample, in the unit of its values. */
export interface CentralIntervals {
  readonly median: number;
  readonly q25: number;
  readonly q75: number;
  readonly q10: number;
  readonly q90: number;
  readonly q025: number;
  readonly q975: number;
}

/**
 * Quantiles of type 7 that say how the values spread (for drawing a distribution), not how well anything is known. The
 * order of the values is irrelevant, bit for bit; of no values all are NaN. Throws RangeError at one that is not finite.
 */
export function centralIntervals(values: ArrayLike<number>): CentralIntervals {
  const { ascending } = sortedSample(values);
  const quantile = (order: number) => (ascending.length === 0 ? NaN : quantileSorted(ascending, order));
  return {
    median: quantile(0.5),
    q25: quantile(0.25),
    q75: quantile(0.75),
    q10: quantile(0.1),
    q90: quantile(0.9),
    q025: quantile(0.025),
    q975: quantile(0.975),
  };
}
