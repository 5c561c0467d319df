import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { poissonLaw, type CountLaw } from './count-law.js';
import { sortedSample } from './sorted-sample.js';

/**
 * The continuous ranked probability score ∫ (F(x) − 1{y ≤ x})² dx of a law against what came, in the unit of what came:
 * lower is better, and of a point forecast it is the absolute error (Gneiting and Raftery 2007).
 */
export function crpsNormal({ mean, sd }: { readonly mean: number; readonly sd: number }, observed: number): number {
  if (!(sd > 0)) throw new RangeError(`sd must be above 0, got ${sd}`);
  const z = (observed - mean) / sd;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return sd * (z * (2 * normalCdf(z, 0, 1) - 1) + 2 * density - 1 / Math.sqrt(Math.PI));
}

/** The same of a law of counts: Σ_k (P(N ≤ k) − 1{observed ≤ k})², also called the ranked probability score. */
export function crpsCounts(law: CountLaw, observed: number): number {
  let [reached, sum] = [0, 0];
  for (let k = 0; k < Math.max(law.length, observed); k++) {
    reached = Math.min(1, reached + (law[k] ?? 0));
    sum += k < observed ? reached ** 2 : (1 - reached) ** 2;
  }
  return sum;
}

/** Of the Poisson law of that mean. */
export function crpsPoisson(mean: number, observed: number): number {
  return crpsCounts(poissonLaw(mean), observed);
}

/**
 * Of the distribution that a sample is: mean |x − y| − ½ mean |x − x′| over all pairs, a draw with itself among them.
 * `fair` leaves those out, which makes it an unbiased estimate of the score of the law that the sample was drawn from
 * (Ferro 2014); it needs two draws.
 */
export function crpsSample(
  sample: ArrayLike<number>,
  { observed, fair = false }: { readonly observed: number; readonly fair?: boolean },
): number {
  const { ascending } = sortedSample(sample);
  const n = ascending.length;
  if (n < (fair ? 2 : 1)) throw new RangeError(`sample must hold at least ${fair ? 2 : 1} draws, got ${n}`);
  let [distance, spread] = [0, 0];
  // Σ_i Σ_j |x_i − x_j| = 2 Σ_i (2i − n + 1) x_(i), i from 0.
  ascending.forEach((x, i) => {
    distance += Math.abs(x - observed);
    spread += 2 * (2 * i - n + 1) * x;
  });
  return distance / n - spread / (2 * n * (fair ? n - 1 : n));
}
