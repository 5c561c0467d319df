import { pairedDifference, type PairedColumns } from './paired-difference.js';
import { studentQuantile } from './student-quantile.js';

export interface PairedTTest {
  readonly t: number;
  readonly degrees: number;
  /** Two-sided. */
  readonly pValue: number;
  /** Why a part of it is NaN. */
  readonly note?: string;
}

/**
 * Student's paired t test of "the mean difference is 0", two-sided: p ≤ α exactly where the interval of
 * {@link pairedDifference} at level 1−α leaves 0 out. Where every pair is equal p is 1; where the differences are all
 * one other number, or there are fewer than two pairs, there is no test. Throws as pairedDifference.
 */
export function pairedTTest(columns: PairedColumns): PairedTTest {
  const { difference, halfWidth, warnings } = pairedDifference(columns);
  const degrees = difference.n - 1;
  if (degrees < 1) return { t: NaN, degrees, pValue: NaN, note: 'not estimable with fewer than two pairs' };
  if (warnings.includes('every pair equal')) return { t: 0, degrees, pValue: 1 };
  if (warnings.includes('every difference equal'))
    return { t: NaN, degrees, pValue: NaN, note: 'not estimable: the differences do not vary' };
  const standardError = halfWidth / studentQuantile((1 + difference.level) / 2, degrees);
  const t = difference.value / standardError;
  return { t, degrees, pValue: studentTwoSided(t, degrees) };
}

/**
 * P(|T| ≥ |t|), found from the quantile function that also makes the intervals, so that test and interval agree; within
 * 1e-6 of its value, and 0 below 1e-300.
 */
export function studentTwoSided(t: number, degrees: number): number {
  const beyond = (logP: number) => studentQuantile(Math.exp(logP) / 2, degrees) < -Math.abs(t);
  let low = Math.log(1e-300);
  let high = 0;
  if (!beyond(low)) return 0;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (beyond(middle)) low = middle;
    else high = middle;
  }
  return Math.exp(high);
}
