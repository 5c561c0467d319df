import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import type { Quantile } from './law-form.js';
import { smoothQuantile } from './smooth-quantile.js';

const known = new Map<string, Quantile>();
const mostKnown = 256;

/**
 * The inverse distribution function of a beta law, one for all laws of the same shapes: its polynomials cost more than
 * thousands of draws, and the numbers of a scenario often share their shapes. Both shapes above 0.
 */
export function quickBetaQuantile({ alpha, beta }: { readonly alpha: number; readonly beta: number }): Quantile {
  const key = `${alpha} ${beta}`;
  const found = known.get(key);
  if (found) return found;
  // A design may go through any number of shapes.
  if (known.size === mostKnown) known.clear();
  const quantile = smoothQuantile(betaQuantile.factory(alpha, beta));
  known.set(key, quantile);
  return quantile;
}
