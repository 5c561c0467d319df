import { trackOf } from './event-track.js';
import { lagGrid } from './excitation-profile.js';
import { affordable, type ProcessQuestion } from './process-question.js';
import type { ReceiverModel } from './receiver-fit.js';
import { receiverRecord, type ReceiverRecord } from './receiver-levels.js';

/** A record of several attackers, or of one whom strikes provoke too, or with gates; gates that are fitted stand at a value. */
export type NetworkQuestion = Omit<ProcessQuestion, 'priors' | 'uncertainGates'>;

/** The ways of breaking ties that are looked at, ready for one receiver after the other. */
export interface NetworkRecords {
  readonly receivers: number;
  /** Sources with events. */
  readonly active: readonly number[];
  /** Receivers of which an attack killed. */
  readonly boosted: readonly number[];
  readonly isLong: boolean;
  readonly of: (receiver: number) => readonly ReceiverRecord[];
}

/** @throws RangeError if there is no imputation, or a record is none of the window. */
export function networkRecords(question: NetworkQuestion, { sets }: { readonly sets: number }): NetworkRecords {
  const { windowDays, starts = [0], fatal } = question;
  const [first] = question.imputations;
  if (first === undefined) throw new RangeError('a profile needs at least one set of times, got none');
  const receivers = question.receivers ?? first.length;
  const rates = question.rates ?? starts.map((_, piece) => piece);
  const gates = question.gates ?? starts.map(() => new Array<number>(receivers).fill(1));
  const events = (times: (typeof question.imputations)[number]): number =>
    times.reduce((sum, own) => sum + own.length, 0);
  const tracks = affordable(question.imputations.slice(0, sets), { many: 1, events }).map((times, i) =>
    trackOf({ times, windowDays, starts, receivers, ...(fatal === undefined ? {} : { fatal: fatal[i]! }) }),
  );
  return {
    receivers,
    active: first.flatMap((own, source) => (own.length > 0 ? [source] : [])),
    boosted: tracks[0]!.fatalCounts.flatMap((count, i) => (count > 0 ? [i] : [])),
    isLong: events(first) > 1000,
    of: (receiver) => tracks.map((track) => receiverRecord(track, { receiver, rates, gates })),
  };
}

/** Everything that may provoke a receiver's attacks; the lags from 1 to 60 days, those of long records farther apart. */
export function fullModel(
  { active, boosted, isLong }: Pick<NetworkRecords, 'active' | 'boosted' | 'isLong'>,
  ratio: number,
): ReceiverModel {
  return { sources: active, boosted, lags: lagGrid(undefined, isLong ? 1.7 : ratio) };
}
