import { checkSample } from './sorted-sample.js';

/** Whether a low or a high value of an outcome is the good one. */
export type Better = 'lower' | 'higher';

/**
 * Indices of all values that are the best, ascending: more than one where they tie, so that a tie is shown as a tie and
 * not settled by the order of the systems. Values that differ by less than 1e-12 of the largest magnitude tie, for sums
 * of equal parts in another order. Of no values none. Throws RangeError at one that is not finite.
 */
export function tiedBest(values: ArrayLike<number>, better: Better): number[] {
  checkSample(values);
  const all = Array.from(values);
  if (all.length === 0) return [];
  const sign = better === 'lower' ? 1 : -1;
  const best = Math.min(...all.map((value) => sign * value));
  const rounding = TIE * Math.max(...all.map(Math.abs));
  return all.flatMap((value, i) => (sign * value - best <= rounding ? [i] : []));
}

const TIE = 1e-12;
