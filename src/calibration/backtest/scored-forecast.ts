import {
  crpsCounts,
  logScore,
  momentsOf,
  pitStep,
  scoredInterval,
  type CentralInterval,
  type CountLaw,
  type PitStep,
} from '../../stats/index.js';
import type { CountForecast } from './process-forecast.js';

/** The levels of the central intervals that are scored. */
export const scoredLevels = [0.5, 0.8, 0.95] as const;

/** One predictive distribution against what came. */
export interface ScoredForecast {
  readonly observed: number;
  readonly mean: number;
  /** In attacks; lower is better. */
  readonly crps: number;
  /** −ln of the probability of what came; lower is better. */
  readonly logScore: number;
  readonly pit: PitStep;
  /** In the order of {@link scoredLevels}. */
  readonly intervals: readonly ScoredInterval[];
}

export interface ScoredInterval extends CentralInterval {
  readonly score: number;
  readonly holds: boolean;
}

export function scoredForecast(law: CountLaw, observed: number): ScoredForecast {
  return {
    observed,
    mean: momentsOf(law).mean,
    crps: crpsCounts(law, observed),
    logScore: logScore(law, observed),
    pit: pitStep(law, observed),
    intervals: scoredLevels.map((level) => scoredInterval(law, { observed, level })),
  };
}

/** The forecasts of one method at one origin, scored: of all attacks, and of those at each base. */
export interface ScoredOrigin {
  readonly total: ScoredForecast;
  readonly byBase: readonly ScoredForecast[];
}

export function scoredOrigin(
  forecast: CountForecast,
  observed: { readonly total: number; readonly byBase: readonly number[] },
): ScoredOrigin {
  return {
    total: scoredForecast(forecast.total, observed.total),
    byBase: forecast.byBase.map((law, b) => scoredForecast(law, observed.byBase[b]!)),
  };
}
