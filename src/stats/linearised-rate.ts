import { completeRows } from './complete-rows.js';
import type { RateColumns } from './paired-ratio.js';

/**
 * A rate over replications, R = Σa/Σb, as one column: R + (a_i − R b_i)/b̄. Its mean is R and its standard error that of R by
 * the delta method, first order (Cochran, Sampling Techniques, 1977, 6.3), so that what is known of means (paired
 * differences, verdicts, tests) holds for rates. For few replications it is a little narrower than the jackknife of
 * `ratioInterval`, from which it differs by 1/n. Blanks (NaN on either side) stay blank. Throws RangeError unless both
 * are as long; all NaN where the denominators sum to 0.
 */
export function linearisedRate({ numerators, denominators }: RateColumns): Float64Array {
  const { columns, rows } = completeRows([numerators, denominators]);
  const [a = [], b = []] = columns;
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const [sumA, sumB] = [total(a), total(b)];
  const linear = new Float64Array(numerators.length).fill(NaN);
  if (sumB === 0) return linear;
  const rate = sumA / sumB;
  const meanB = sumB / rows.length;
  rows.forEach((row, i) => (linear[row] = rate + (a[i]! - rate * b[i]!) / meanB));
  return linear;
}
