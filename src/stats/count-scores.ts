import { centralCounts, momentsOf, shareUpTo, type CountLaw } from './count-law.js';

/** −ln P(N = observed); lower is better, Infinity where the law calls impossible what came. */
export function logScore(law: CountLaw, observed: number): number {
  return -Math.log(law[observed] ?? 0);
}

/** (y − mean)²/variance + ln variance: judges a law by its first two moments (Dawid and Sebastiani 1999). */
export function dawidSebastiani(law: CountLaw, observed: number): number {
  const { mean, variance } = momentsOf(law);
  return (observed - mean) ** 2 / variance + Math.log(variance);
}

export interface CentralInterval {
  readonly low: number;
  readonly high: number;
  /** What it claims to hold, 0 to 1 exclusive. */
  readonly level: number;
}

/** Width plus 2/(1 − level) for each unit by which what came lies outside (Gneiting and Raftery 2007, 6.2). */
export function intervalScore({ low, high, level }: CentralInterval, observed: number): number {
  const outside = Math.max(0, low - observed) + Math.max(0, observed - high);
  return high - low + (2 / (1 - level)) * outside;
}

/** The central interval of a law of counts, its score, and whether it held what came. */
export function scoredInterval(
  law: CountLaw,
  { observed, level }: { readonly observed: number; readonly level: number },
): CentralInterval & { readonly score: number; readonly holds: boolean } {
  const interval = { ...centralCounts(law, level), level };
  const holds = observed >= interval.low && observed <= interval.high;
  return { ...interval, score: intervalScore(interval, observed), holds };
}

/** Where what came lies in a law of counts: the probabilities of less than it, and of at most it. */
export interface PitStep {
  readonly below: number;
  readonly upTo: number;
}

export function pitStep(law: CountLaw, observed: number): PitStep {
  return { below: observed === 0 ? 0 : shareUpTo(law, observed - 1), upTo: shareUpTo(law, observed) };
}

/**
 * The non-randomised probability integral transform at u: 0 up to `below`, 1 from `upTo`, a straight line between
 * (Czado, Gneiting and Held 2009). Its mean over forecasts is u where they are calibrated.
 */
export function nonRandomisedPit({ below, upTo }: PitStep, u: number): number {
  if (u <= below) return 0;
  return u >= upTo ? 1 : (u - below) / (upTo - below);
}

/** Heights of the PIT histogram in `bins` equal bins: 1 in each where forecasts are calibrated; their mean is 1. */
export function pitHistogram(steps: readonly PitStep[], bins: number): number[] {
  const meanAt = (u: number): number => steps.reduce((sum, step) => sum + nonRandomisedPit(step, u), 0) / steps.length;
  return Array.from({ length: bins }, (_, bin) => bins * (meanAt((bin + 1) / bins) - meanAt(bin / bins)));
}
