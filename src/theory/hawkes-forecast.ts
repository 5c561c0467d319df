import type { HawkesProcess } from './hawkes-process.js';
import { transientCounts } from './transient-counts.js';

export interface History {
  readonly process: HawkesProcess;
  /** Days of past events, in any order; those after `atDay` do not count. */
  readonly eventDays: readonly number[];
  readonly atDay: number;
}

export interface Forecast {
  readonly excitationPerDay: number;
  readonly intensityPerDay: number;
  readonly mean: number;
  readonly variance: number;
}

/** x(t) = Σ nβ e^{−β(t − t_k)}: what a history adds to the baseline, in events per day. */
export function excitationPerDay({ process, eventDays, atDay }: History): number {
  const jump = process.branching * process.decayPerDay;
  return eventDays
    .filter((day) => day <= atDay)
    .reduce((sum, day) => sum + jump * Math.exp(-process.decayPerDay * (atDay - day)), 0);
}

/** Mean and variance of the number of events in the `horizonDays` after `atDay`, given what happened before. */
export function forecastCounts(history: History, horizonDays: number): Forecast {
  const excitation = excitationPerDay(history);
  const { mean, variance } = transientCounts({
    process: history.process,
    horizonDays,
    startExcitationPerDay: excitation,
  });
  return {
    excitationPerDay: excitation,
    intensityPerDay: history.process.baselinePerDay + excitation,
    mean,
    variance,
  };
}

/**
 * P(no event in (0, t]) = exp(−μt − x₀(1 − e^{−βt})/β): until the first event the intensity is known.
 * `startExcitationPerDay` is x₀; 0, an empty history, if left out.
 */
export function voidProbability({
  process,
  spanDays,
  startExcitationPerDay = 0,
}: {
  readonly process: HawkesProcess;
  readonly spanDays: number;
  readonly startExcitationPerDay?: number;
}): number {
  const fading = -Math.expm1(-process.decayPerDay * spanDays) / process.decayPerDay;
  return Math.exp(-process.baselinePerDay * spanDays - startExcitationPerDay * fading);
}
