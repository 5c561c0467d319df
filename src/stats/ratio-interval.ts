import { mean, sum } from 'simple-statistics';
import { checkLevel, DEFAULT_LEVEL, tooFew, withoutInterval, type Estimate } from './estimate.js';
import { checkSample } from './sorted-sample.js';
import { studentQuantile } from './student-quantile.js';

/**
 * A rate over replications, Σa/Σb (attacks by person-days, say), with a delete-one jackknife t interval: half-width
 * t(1−α/2, n−1) √((n−1)/n Σ(θ₋ᵢ − θ̄₋)²), where θ₋ᵢ leaves replication i out and θ̄₋ is their mean (Efron and Tibshirani,
 * An Introduction to the Bootstrap, ch. 11). The point is Σa/Σb itself, not corrected for its small bias. As any t
 * interval it covers too little for few skewed replications (20 with exponential noise: 91.5 % for 95 %). Throws
 * RangeError unless both arrays are as long, all values finite and no denominator negative.
 */
export function ratioInterval({
  numerators,
  denominators,
  level = DEFAULT_LEVEL,
}: {
  readonly numerators: ArrayLike<number>;
  readonly denominators: ArrayLike<number>;
  readonly level?: number;
}): Estimate {
  checkLevel(level);
  checkPairs(numerators, denominators);
  const n = numerators.length;
  const about = { level, n, method: 'jackknife t' };
  const [sumA, sumB] = [sum(numerators), sum(denominators)];
  if (n === 0) return withoutInterval({ ...about, note: tooFew(0) });
  if (sumB === 0) return withoutInterval({ ...about, note: 'not estimable: the denominators sum to 0' });
  const value = sumA / sumB;
  if (n === 1) return withoutInterval({ ...about, value, note: tooFew(1) });
  if (countPositive(denominators) === 1)
    return withoutInterval({ ...about, value, note: 'not estimable: one replication holds the whole denominator' });
  const leftOut = new Float64Array(n);
  for (let i = 0; i < n; i++) leftOut[i] = (sumA - numerators[i]!) / (sumB - denominators[i]!);
  const centre = mean(leftOut);
  for (let i = 0; i < n; i++) leftOut[i] = (leftOut[i]! - centre) ** 2;
  const squares = sum(leftOut);
  const halfWidth = studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(((n - 1) / n) * squares);
  return { value, low: value - halfWidth, high: value + halfWidth, ...about };
}

function countPositive(values: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > 0) count++;
  return count;
}

function checkPairs(numerators: ArrayLike<number>, denominators: ArrayLike<number>): void {
  if (numerators.length !== denominators.length)
    throw new RangeError(
      `denominators must be as many as numerators (${numerators.length}), got ${denominators.length}`,
    );
  checkSample(numerators, 'numerator');
  checkSample(denominators, 'denominator');
  for (let i = 0; i < denominators.length; i++)
    if (denominators[i]! < 0) throw new RangeError(`denominator ${i} must be at least 0, got ${denominators[i]}`);
}
