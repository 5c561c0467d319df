import type { Uniform } from '../stream.js';
import { hurwitzZeta } from './hurwitz-zeta.js';

/** P(K = k) ∝ k^−alpha on 1, 2, …, max; alpha above 1, and max may be Infinity. */
export interface ZetaParameters {
  readonly alpha: number;
  readonly max: number;
}

/**
 * Draws from the zeta law cut and renormalised at `max`. Devroye's rejection (Non-Uniform Random Variate Generation,
 * 1986, X.6.1), with the proposal drawn only where it stays within `max`: the law of redrawing until it does, without
 * the redraws. Takes two uniforms a try, and accepts at least two tries in three.
 */
export function zeta({ alpha, max }: ZetaParameters, next: Uniform): number {
  const exponent = alpha - 1;
  const b = 2 ** exponent;
  const leastU = (max + 1) ** -exponent;
  for (;;) {
    const u = leastU + (1 - leastU) * next();
    // Rounding at the lower end alone can reach max + 1.
    const k = Math.min(max, Math.floor(u ** (-1 / exponent)));
    // (1 + 1/k)^(α − 1) − 1, without losing its digits where k is large
    const rise = Math.expm1(exponent * Math.log1p(1 / k));
    if ((next() * k * rise) / (b - 1) <= (1 + rise) / b) return k;
  }
}

/** P(K ≥ k) of the uncut law, k = 1, 2, … */
export function zetaSurvival(alpha: number, k: number): number {
  return hurwitzZeta(alpha, k) / hurwitzZeta(alpha, 1);
}

/** The mean of the uncut law; Infinity for alpha ≤ 2. */
export function zetaMean(alpha: number): number {
  return alpha > 2 ? hurwitzZeta(alpha - 1, 1) / hurwitzZeta(alpha, 1) : Infinity;
}

/** The mean of the law cut at a finite `max`. Added up term by term, so its cost grows with `max`. */
export function zetaTruncatedMean(alpha: number, max: number): number {
  return powerSum(alpha - 1, 1, max) / powerSum(alpha, 1, max);
}

/** P(K ≥ k) of the law cut at a finite `max`, k = 1, 2, …; 0 above `max`. Its cost grows with `max`. */
export function zetaTruncatedSurvival(alpha: number, k: number, max: number): number {
  return powerSum(alpha, k, max) / powerSum(alpha, 1, max);
}

/** Σ j^−s over from ≤ j ≤ to, smallest terms first; valid for s ≤ 1 too, where no zeta function helps. */
function powerSum(s: number, from: number, to: number): number {
  let sum = 0;
  for (let j = to; j >= from; j--) sum += j ** -s;
  return sum;
}
