import { supportOf, type Law } from '../../random/laws/law.js';
import { trackOf, type EventTrack } from './event-track.js';
import type { EventTimes } from './hawkes-model.js';

/** A record of when attacks happened, and what its pieces and gates are taken to be. */
export interface ProcessQuestion {
  readonly windowDays: number;
  /**
   * Times by source, receivers first; one set for each way of breaking the ties of a record of days, all of which are
   * taken as equally likely. Beyond 1,000 events, where each set costs seconds, the first four are used.
   */
  readonly imputations: readonly (readonly EventTimes[])[];
  /**
   * Times of the attacks that killed, for each of the imputations: they excite by 1 + fatalBoost. None by default, and the
   * boost of a source without any is not fitted.
   */
  readonly fatal?: readonly EventTimes[];
  /** Where pieces of the baseline begin, the first at 0; one piece by default. */
  readonly starts?: readonly number[];
  /** Which rate each piece has, from 0 on without a gap: pieces with different gates may share one. By default its own. */
  readonly rates?: readonly number[];
  /** Times the rate, by piece, then receiver; 1 of each by default. */
  readonly gates?: readonly (readonly number[])[];
  /** Gates that are not known for certain, each fitted: they multiply {@link gates} where they hold. */
  readonly uncertainGates?: readonly UncertainGate[];
  /** How many sources are modelled themselves; the others, strikes say, only excite. All by default. */
  readonly receivers?: number;
  readonly priors?: Partial<ProcessPriors>;
}

/** A gate that holds in some pieces for some receivers, and what is believed of it. */
export interface UncertainGate {
  readonly name: string;
  readonly prior: Law;
  /** By piece, then receiver. */
  readonly holds: readonly (readonly boolean[])[];
}

/** What is believed of the numbers before the record is looked at, alike for all receivers and sources. */
export interface ProcessPriors {
  /** Attacks a day with all that they provoke in their own group, before the gate. */
  readonly ratePerDay: Law;
  /** Attacks that one attack of the same group provokes. Below 1. */
  readonly ownBranching: Law;
  /** Attacks that one attack of another group provokes. */
  readonly crossBranching: Law;
  /** Attacks that one event of a source which only excites provokes. */
  readonly strikeBranching: Law;
  readonly meanLagDays: Law;
  readonly strikeLagDays: Law;
  /** Extra weight of an attack that killed. */
  readonly fatalBoost: Law;
}

/**
 * The defaults: means and ranges are those of `data/model-parameters.csv`, whose rows say where they come from. The rate
 * may be anything from one attack in a hundred days to five a day, so that the record decides.
 */
export const processPriors: ProcessPriors = {
  ratePerDay: { lognormal: { p5: 0.01, p95: 5 } },
  ownBranching: { beta: { mean: 0.4, sd: 0.2 } },
  crossBranching: { gamma: { mean: 0.1, sd: 0.1 } },
  strikeBranching: { gamma: { mean: 0.5, sd: 0.7 } },
  meanLagDays: { lognormal: { p5: 3, p95: 20 } },
  strikeLagDays: { lognormal: { p5: 5, p95: 50 } },
  fatalBoost: { pert: { low: 0, mode: 0.5, high: 2 } },
};

/** A question with its defaults filled in and its records made ready. */
export interface ProcessTask {
  readonly tracks: readonly EventTrack[];
  readonly starts: readonly number[];
  /** By piece, which of the rates it has. */
  readonly rates: readonly number[];
  /** By piece, then receiver. */
  readonly gates: readonly (readonly number[])[];
  readonly uncertainGates: readonly UncertainGate[];
  readonly receivers: number;
  readonly sources: number;
  /** Share of a receiver's attacks within the window that killed. */
  readonly fatalShare: readonly number[];
  /** Receivers of which an attack killed: their boost is fitted. */
  readonly boosted: readonly number[];
  readonly priors: ProcessPriors;
}

/** All sets of times, or the first so many of them where the record has more than 1,000 events. */
export function affordable<Set>(
  sets: readonly Set[],
  { many, events }: { readonly many: number; readonly events: (set: Set) => number },
): readonly Set[] {
  return sets[0] !== undefined && events(sets[0]) > 1000 ? sets.slice(0, many) : sets;
}

function eventsOf(times: readonly EventTimes[]): number {
  return times.reduce((sum, own) => sum + own.length, 0);
}

/**
 * @throws RangeError if there is no imputation, a prior of own branching reaches above 1, rates have a gap, or a record is
 *   none.
 */
export function processTask(question: ProcessQuestion): ProcessTask {
  const { windowDays, imputations, starts = [0], priors = {}, uncertainGates = [] } = question;
  const sources = imputations[0]?.length;
  if (sources === undefined) throw new RangeError('a fit needs at least one set of times, got none');
  const receivers = question.receivers ?? sources;
  const rates = question.rates ?? starts.map((_, piece) => piece);
  if (rates.length !== starts.length || !rates.every((rate) => rate === 0 || rates.includes(rate - 1))) {
    throw new RangeError(`rates must count from 0 without a gap, one a piece, got ${rates.join(', ')}`);
  }
  const all = { ...processPriors, ...priors };
  const { low, high } = supportOf(all.ownBranching);
  if (low < 0 || high > 1) {
    throw new RangeError(`the prior of own branching must lie within 0 and 1, got ${low} to ${high}`);
  }
  const { fatal } = question;
  if (fatal !== undefined && fatal.length !== imputations.length) {
    throw new RangeError(`what killed must be told for each imputation, got ${fatal.length} of ${imputations.length}`);
  }
  const tracks = affordable(imputations, { many: 4, events: eventsOf }).map((times, i) =>
    trackOf({ times, windowDays, starts, receivers, ...(fatal === undefined ? {} : { fatal: fatal[i]! }) }),
  );
  const { counts, fatalCounts } = tracks[0]!;
  const fatalShare = fatalCounts.map((count, i) => count / Math.max(1, counts[i]!));
  return {
    tracks,
    fatalShare,
    boosted: fatalShare.flatMap((share, i) => (share > 0 ? [i] : [])),
    starts,
    rates,
    gates: question.gates ?? starts.map(() => new Array<number>(receivers).fill(1)),
    uncertainGates,
    receivers,
    sources,
    priors: all,
  };
}
