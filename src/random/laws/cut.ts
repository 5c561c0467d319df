import type { Quantile } from './law-form.js';
import { finiteFaults, orderFaults, positiveFaults } from './rules.js';

/** Where a law is cut off and renormalised; a bound left out does not cut. */
export type Cut = { readonly low?: number | undefined; readonly high?: number | undefined };

/** An uncut law, as {@link cutQuantile} needs it. */
export interface Whole {
  readonly quantile: Quantile;
  readonly cdf: (x: number) => number;
}

/** The law between the bounds: F⁻¹(F(low) + u (F(high) − F(low))). Equal bounds give that point. */
export function cutQuantile(whole: Whole, cut: Cut): Quantile {
  const { low = -Infinity, high = Infinity } = cut;
  if (low === high) return () => low;
  if (low === -Infinity && high === Infinity) return whole.quantile;
  const { below, kept } = cutShares(whole, cut);
  // Rounding in F⁻¹(F(bound)) may leave the bounds by a last bit.
  return (u) => Math.min(high, Math.max(low, whole.quantile(below + u * kept)));
}

/** The probability of the whole law below the cut, and of what the cut keeps. */
export function cutShares({ cdf }: Whole, { low, high }: Cut): { below: number; kept: number } {
  const below = low === undefined ? 0 : cdf(low);
  return { below, kept: (high === undefined ? 1 : cdf(high)) - below };
}

/** Faults of the bounds alone: not finite, or in the wrong order. */
export function boundFaults({ low, high }: Cut): string[] {
  const faults = finiteFaults({ low, high });
  return faults.length > 0 ? faults : orderFaults({ low, high });
}

/** Faults of the bounds of a law of positive numbers: an upper one must leave some of them. */
export function positiveBoundFaults({ low, high }: Cut): string[] {
  const faults = boundFaults({ low, high });
  return faults.length > 0 ? faults : positiveFaults({ high });
}

/**
 * The fault of bounds that keep almost nothing of the law. Such a cut is a slip, not a belief, and its quantile
 * function would be made of rounding errors.
 */
export function keptFaults(whole: Whole, cut: Cut): string[] {
  if (cut.low !== undefined && cut.low === cut.high) return [];
  const { kept } = cutShares(whole, cut);
  if (kept >= leastShareKept) return [];
  return [
    `low and high must keep at least ${leastShareKept * 100} % of the law, got ${Number((kept * 100).toPrecision(2))} %`,
  ];
}

/** "", or ", cut below 0 and above 1". */
export function describeCut({ low, high }: Cut): string {
  const ends: string[] = [];
  if (low !== undefined) ends.push(`below ${low}`);
  if (high !== undefined) ends.push(`above ${high}`);
  return ends.length > 0 ? `, cut ${ends.join(' and ')}` : '';
}

const leastShareKept = 1e-4;
