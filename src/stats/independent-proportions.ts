import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { DEFAULT_LEVEL, tooFew, withoutInterval, type Estimate } from './estimate.js';
import { wilson, type Trials } from './probability-interval.js';

/** Two groups of different replications, so independent ones. */
export interface TwoGroups {
  readonly a: Trials;
  readonly b: Trials;
}

/**
 * P_A − P_B with Newcombe's hybrid score interval (Statist. Med. 17, 1998, method 10): from the Wilson limits of each,
 * δ − √((p_A − l_A)² + (u_B − p_B)²) to δ + √((u_A − p_A)² + (p_B − l_B)²). Stays within ±1 and has a width at none and at
 * all. `n` counts both groups. Throws RangeError unless hits and n of each are counts with hits ≤ n.
 */
export function independentDifference({ a, b }: TwoGroups, level = DEFAULT_LEVEL): Estimate {
  const about = { level, n: a.n + b.n, method: 'Newcombe hybrid score' };
  if (a.n === 0 || b.n === 0) return withoutInterval({ ...about, note: tooFew(Math.min(a.n, b.n)) });
  const [one, other] = [wilson(a, level), wilson(b, level)];
  const value = one.value - other.value;
  return {
    value,
    low: value - Math.hypot(one.value - one.low, other.high - other.value),
    high: value + Math.hypot(one.high - one.value, other.value - other.low),
    ...about,
  };
}

/**
 * Two-sided p-value of P_A = P_B: the normal test with the pooled proportion, which is the χ² test of the 2 × 2 table
 * without continuity correction. 1 where neither or both always happened. NaN where a group is empty.
 */
export function independentPValue({ a, b }: TwoGroups): number {
  if (a.n === 0 || b.n === 0) return NaN;
  const pooled = (a.hits + b.hits) / (a.n + b.n);
  const variance = pooled * (1 - pooled) * (1 / a.n + 1 / b.n);
  if (variance === 0) return 1;
  const z = (a.hits / a.n - b.hits / b.n) / Math.sqrt(variance);
  return 2 * normalCdf(-Math.abs(z), 0, 1);
}
