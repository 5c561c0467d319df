import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { trackOf } from './event-track.js';
import type { EventTimes } from './hawkes-model.js';
import { affordable } from './process-question.js';
import { excitationLevels, profiledOverBaselines } from './profiled-likelihood.js';

/** The record of one attacker, whom nothing but its own attacks provokes. */
export interface ExcitationQuestion {
  readonly windowDays: number;
  /**
   * Its times, once for each way of breaking ties; their log-likelihoods are averaged. Beyond 1,000 attacks the first
   * two are used.
   */
  readonly imputations: readonly EventTimes[];
  readonly starts?: readonly number[];
  /** By piece; 1 of each by default. */
  readonly gates?: readonly number[] | undefined;
  /** Lags looked at; 1 to 60 days by default: shorter ones a record of days cannot show, longer ones are slow change. */
  readonly lagDays?: { readonly low: number; readonly high: number };
}

/** What the record alone says of one number, the others chosen as suits it best at each of its values. */
export interface ProfileInterval {
  readonly best: number;
  readonly low: number;
  readonly high: number;
  /** The interval reaches the end of what was looked at: the record sets no bound there. */
  readonly openBelow: boolean;
  readonly openAbove: boolean;
  /** Twice the log-likelihood lost against the best, by value. */
  readonly curve: readonly { readonly value: number; readonly deviance: number }[];
}

export interface ExcitationProfile {
  readonly level: number;
  readonly logLikelihood: number;
  readonly branching: ProfileInterval;
  readonly meanLagDays: ProfileInterval;
}

/**
 * Profile-likelihood intervals of branching (0 to 1) and mean lag, without priors: all values whose deviance stays
 * below the quantile of χ² with one degree of freedom. With few attacks the likelihood is far from a parabola, so an
 * interval of estimate ± standard errors would be wrong. Where branching may be 0 the lag has no bounds: both ends are
 * then open.
 * @throws RangeError if there is no imputation or a record is none of the window.
 */
export function excitationProfile(question: ExcitationQuestion & { readonly level?: number }): ExcitationProfile {
  const { windowDays, starts = [0], gates, level = 0.9 } = question;
  const imputations = affordable(question.imputations, { many: 2, events: ({ length }) => length });
  if (imputations.length === 0) throw new RangeError('a profile needs at least one set of times, got none');
  const lags = lagGrid(question.lagDays, 1.1);
  const branchings = Array.from({ length: branchingSteps + 1 }, (_, k) => Math.min(greatest, k / branchingSteps));
  const tracks = imputations.map((times) => trackOf({ times: [times], windowDays, starts }));
  // One row a lag: mean log-likelihood over the imputations at each branching.
  const table = lags.map((lag) => {
    const levels = tracks.map((track) => excitationLevels(track, { decay: 1 / lag, gates }));
    return branchings.map(
      (branching) =>
        levels.reduce((sum, one) => sum + profiledOverBaselines(one, branching).logLikelihood, 0) / levels.length,
    );
  });
  const top = Math.max(...table.flat());
  const limit = chiSquareQuantile(level, 1);
  const curveOf = (values: readonly number[], logLikelihoods: (k: number) => number[]): ProfileInterval['curve'] =>
    values.map((value, k) => ({ value, deviance: 2 * (top - Math.max(...logLikelihoods(k))) }));
  return {
    level,
    logLikelihood: top,
    branching: intervalOf(
      curveOf(branchings, (k) => table.map((row) => row[k]!)),
      limit,
    ),
    meanLagDays: intervalOf(
      curveOf(lags, (k) => table[k]!),
      limit,
    ),
  };
}

/** Lags from low to high, each at most so many times the one before. */
export function lagGrid(lagDays: ExcitationQuestion['lagDays'], ratio: number): number[] {
  const { low, high } = lagDays ?? { low: 1, high: 60 };
  if (!(low > 0 && low < high)) throw new RangeError(`lagDays must have 0 < low < high, got ${low} and ${high}`);
  const steps = Math.ceil(Math.log(high / low) / Math.log(ratio));
  return Array.from({ length: steps + 1 }, (_, k) => low * (high / low) ** (k / steps));
}

/** A branching of 1 never dies out. */
export const greatest = 0.999;
const branchingSteps = 80;

/** The hull of all values within the limit; ends between two values of the grid by the root of the deviance. */
export function intervalOf(curve: ProfileInterval['curve'], limit: number): ProfileInterval {
  const within = curve.map(({ deviance }) => deviance <= limit);
  const [first, last] = [within.indexOf(true), within.lastIndexOf(true)];
  const between = (inside: number, outside: number): number => {
    const [a, b] = [curve[inside]!, curve[outside]!];
    const [rootA, rootB] = [Math.sqrt(Math.max(0, a.deviance)), Math.sqrt(b.deviance)];
    return a.value + ((Math.sqrt(limit) - rootA) / (rootB - rootA)) * (b.value - a.value);
  };
  const openBelow = first === 0;
  const openAbove = last === curve.length - 1;
  return {
    best: curve.reduce((best, other) => (other.deviance < best.deviance ? other : best)).value,
    low: openBelow ? curve[0]!.value : between(first, first - 1),
    high: openAbove ? curve[last]!.value : between(last, last + 1),
    openBelow,
    openAbove,
    curve,
  };
}
