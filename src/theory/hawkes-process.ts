/** A univariate Hawkes process with an exponential kernel: λ(t) = μ + Σ nβ e^{−β(t − t_k)} over past events. */
export interface HawkesProcess {
  /** μ: events per day that nothing recent provoked, ≥ 0. */
  readonly baselinePerDay: number;
  /** n: events that one event provokes directly on average, ≥ 0. */
  readonly branching: number;
  /** β: one over the mean lag in days, > 0. */
  readonly decayPerDay: number;
}

export interface StationaryProperties {
  readonly ratePerDay: number;
  /** κ = β(1 − n): the rate at which correlations fade. */
  readonly correlationDecayPerDay: number;
  readonly excitationHalfLifeDays: number;
  /** The share of events that another event provoked. */
  readonly endogenousShare: number;
  /** Events per unprovoked event, itself included. */
  readonly meanClusterSize: number;
}

/** First-order properties of the stationary process (Hawkes 1971; Hawkes and Oakes 1974). Throws a RangeError if n ≥ 1. */
export function stationaryProperties(process: HawkesProcess): StationaryProperties {
  requireStationary(process.branching);
  return {
    ratePerDay: longRunRatePerDay(process),
    correlationDecayPerDay: correlationDecayPerDay(process),
    excitationHalfLifeDays: Math.LN2 / process.decayPerDay,
    endogenousShare: process.branching,
    meanClusterSize: 1 / (1 - process.branching),
  };
}

/** L = μ / (1 − n). Beyond n = 1 it is no rate, yet still the fixed point of the moment equations. */
export function longRunRatePerDay({ baselinePerDay, branching }: HawkesProcess): number {
  return baselinePerDay / (1 - branching);
}

/** κ = β(1 − n), per day; negative when the process explodes. */
export function correlationDecayPerDay({ branching, decayPerDay }: HawkesProcess): number {
  return decayPerDay * (1 - branching);
}

export function requireStationary(branching: number): void {
  if (!(branching < 1)) throw new RangeError(`branching must be below 1 for a stationary process, got ${branching}`);
}
