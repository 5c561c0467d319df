import { sampleCorrelation, sampleVariance } from 'simple-statistics';
import { checkSample } from './sorted-sample.js';

export interface AntitheticPairs {
  /** n/2 means, independent of each other: what an interval is to be made of. */
  readonly pairMeans: readonly number[];
  /** ρ of the two halves; below 0 where the pairing helps, NaN with fewer than three pairs or a constant half. */
  readonly correlation: number;
  /** Variance of the mean of two independent draws by that of a pair's mean; above 1 where the pairing helps. */
  readonly varianceReduction: number;
}

/**
 * Joins antithetic replications, 2i with 2i + 1 (from 0), by their mean (Hammersley and Morton, Proc. Camb. Phil. Soc.
 * 52, 1956). The two of a pair depend on each other, so an interval of all n values would be wrong; one of the n/2 means
 * is right. Throws RangeError where a value has no partner or is not finite.
 */
export function antitheticPairs(values: ArrayLike<number>): AntitheticPairs {
  checkSample(values);
  if (values.length % 2 !== 0) throw new RangeError(`values must be an even number, got ${values.length}`);
  const all = Array.from(values);
  const first = all.filter((_, i) => i % 2 === 0);
  const second = all.filter((_, i) => i % 2 === 1);
  const pairMeans = first.map((value, i) => (value + second[i]!) / 2);
  if (first.length < 3) return { pairMeans, correlation: NaN, varianceReduction: NaN };
  const [s1, s2, ofMeans] = [first, second, pairMeans].map((part) => sampleVariance(part));
  const correlation = s1! > 0 && s2! > 0 ? sampleCorrelation(first, second) : NaN;
  return { pairMeans, correlation, varianceReduction: (s1! + s2!) / 4 / ofMeans! };
}
