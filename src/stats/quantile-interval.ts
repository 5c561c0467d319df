import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { quantileSorted } from 'simple-statistics';
import { checkLevel, DEFAULT_LEVEL, tooFew, withoutInterval, type Estimate } from './estimate.js';
import type { SortedSample } from './sorted-sample.js';

/** Which order statistics bound a quantile, 1-based, and how surely. */
export interface RankInterval {
  /** 0 where no value is low enough. */
  readonly lowerRank: number;
  /** n + 1 where no value is high enough. */
  readonly upperRank: number;
  /** Exact probability that X(lowerRank) to X(upperRank) holds the quantile of a continuous law; NaN outside 1 to n. */
  readonly coverage: number;
}

export interface QuantileEstimate extends Estimate, RankInterval {
  /** Of which quantile: 0.95 is the value that 95 % lie below. */
  readonly order: number;
}

/**
 * A quantile: the point of type 7 (Hyndman and Fan 1996) and the interval [X(l), X(u)] of {@link quantileRanks}. Where
 * l < 1 or u > n it has no interval: the sample's end is no bound of a quantile that may lie beyond it. Only for
 * independent values, so not within one Latin hypercube. Throws RangeError unless 0 < order < 1.
 */
export function quantileInterval(
  sample: SortedSample,
  { order, level = DEFAULT_LEVEL }: { readonly order: number; readonly level?: number },
): QuantileEstimate {
  const { ascending } = sample;
  const n = ascending.length;
  const ranks = quantileRanks({ n, order, level });
  const about = { order, level, n, method: 'order statistics', ...ranks };
  const value = n === 0 ? NaN : quantileSorted(ascending, order);
  const low = ascending[ranks.lowerRank - 1];
  const high = ascending[ranks.upperRank - 1];
  if (low === undefined || high === undefined)
    return { ...about, ...withoutInterval({ value, level, n, method: about.method, note: tooFew(n) }) };
  return { value, low, high, ...about };
}

/**
 * With F the distribution function of Bin(n, order), l is the largest rank with F(l−1) ≤ α/2 and u the smallest with
 * F(u−1) ≥ 1−α/2; the coverage is F(u−1) − F(l−1), at least `level` (David and Nagaraja, Order Statistics, 7.1).
 */
export function quantileRanks({
  n,
  order,
  level = DEFAULT_LEVEL,
}: {
  readonly n: number;
  readonly order: number;
  readonly level?: number;
}): RankInterval {
  checkLevel(level);
  if (!(order > 0 && order < 1)) throw new RangeError(`order must be above 0 and below 1, got ${order}`);
  const below = (rank: number) => (n === 0 ? 1 : binomialCdf(rank - 1, n, order));
  const lowerRank = firstRank(n, (rank) => below(rank) > (1 - level) / 2) - 1;
  const upperRank = firstRank(n, (rank) => below(rank) >= (1 + level) / 2);
  const coverage = lowerRank < 1 || upperRank > n ? NaN : below(upperRank) - below(lowerRank);
  return { lowerRank, upperRank, coverage };
}

/** The smallest rank of 1 … n that passes a test which all later ones pass too; n + 1 where none does. */
function firstRank(n: number, passes: (rank: number) => boolean): number {
  let from = 1;
  let to = n + 1;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (passes(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
