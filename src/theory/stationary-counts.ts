import { correlationDecayPerDay, longRunRatePerDay, requireStationary } from './hawkes-process.js';
import type { HawkesProcess } from './hawkes-process.js';

export interface CountMoments {
  readonly mean: number;
  readonly variance: number;
  /** Variance over mean; 1 for a Poisson process. */
  readonly fano: number;
}

/**
 * Mean, variance and Fano factor of the number of events in a window of a process that is stationary when it opens.
 * Var = Lτ/(1−n)² + L(1 − 1/(1−n)²)(1 − e^{−κτ})/κ (Hawkes 1971). Throws a RangeError if n ≥ 1.
 */
export function stationaryCounts(process: HawkesProcess, windowDays: number): CountMoments {
  requireStationary(process.branching);
  const rate = longRunRatePerDay(process);
  const kappa = correlationDecayPerDay(process);
  const limit = asymptoticFano(process);
  const mean = rate * windowDays;
  const variance = mean * limit + (rate * (1 - limit) * -Math.expm1(-kappa * windowDays)) / kappa;
  return { mean, variance, fano: variance / mean };
}

/** The Fano factor of an endless window, 1/(1 − n)². Throws a RangeError if n ≥ 1. */
export function asymptoticFano({ branching }: HawkesProcess): number {
  requireStationary(branching);
  return 1 / (1 - branching) ** 2;
}

/** c₀ of the stationary covariance density c(u) = c₀ e^{−κu}, u > 0, in events² per day²: Lα(2β − α) / 2(β − α), α = nβ. */
export function covarianceDensityAtZero(process: HawkesProcess): number {
  requireStationary(process.branching);
  const jump = process.branching * process.decayPerDay;
  const kappa = correlationDecayPerDay(process);
  return (longRunRatePerDay(process) * jump * (process.decayPerDay + kappa)) / (2 * kappa);
}

/**
 * Covariance and correlation of the counts in two windows of equal length with a gap between the end of one and the
 * start of the other: c₀ e^{−κ·gap} ((1 − e^{−κw})/κ)². Throws a RangeError if n ≥ 1.
 */
export function windowAutocovariance(
  process: HawkesProcess,
  { windowDays, gapDays }: { readonly windowDays: number; readonly gapDays: number },
): { readonly covariance: number; readonly correlation: number } {
  const kappa = correlationDecayPerDay(process);
  const spread = -Math.expm1(-kappa * windowDays) / kappa;
  const covariance = covarianceDensityAtZero(process) * Math.exp(-kappa * gapDays) * spread ** 2;
  return { covariance, correlation: covariance / stationaryCounts(process, windowDays).variance };
}
