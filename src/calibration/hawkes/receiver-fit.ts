import { greatest } from './excitation-profile.js';
import { fitMixture, type MixtureFit, type RateMixture } from './mixture-rates.js';
import type { ReceiverRecord } from './receiver-levels.js';

/** What may raise a receiver's rate, and what of it is held. */
export interface ReceiverModel {
  /** The sources that may provoke attacks of the receiver. */
  readonly sources: readonly number[];
  /** Of those, the ones whose fatal events may provoke more: what these add is fitted, from 0 on without bound. */
  readonly boosted: readonly number[];
  /** Branching of the receiver's own attacks, where that is held. */
  readonly own?: number;
  /** Their extra weight when fatal, where that is held. */
  readonly ownBoost?: number;
  /** Place of the lag of its own attacks, where that is held. */
  readonly ownLagAt?: number;
  /** Lags looked at, ascending. */
  readonly lags: readonly number[];
}

export interface ReceiverFit {
  /** Mean over the ways of breaking ties. */
  readonly logLikelihood: number;
  /** Places among the lags, by source of the model. */
  readonly lagAt: readonly number[];
  /** Heights of the last mixture fitted, for a start at the next. */
  readonly fits: readonly MixtureFit[];
  /** Branching of the receiver's own attacks; the mean over ways of breaking ties, 0 where they provoke nothing. */
  readonly own: number;
}

/**
 * The likeliest rates and branching of one receiver, over the lags of its sources: one lag after the other until none
 * helps. Every source has a lag of its own towards this receiver, and each receiver is fitted apart, as its part of the
 * likelihood stands for itself.
 */
export function fitReceiver(
  records: readonly ReceiverRecord[],
  model: ReceiverModel,
  from: Pick<ReceiverFit, 'lagAt'> = { lagAt: model.sources.map(() => Math.floor(model.lags.length / 2)) },
): ReceiverFit {
  const { ownLagAt } = model;
  const receiver = records[0]!.receiver;
  const start = from.lagAt.map((at, s) => (model.sources[s] === receiver ? (ownLagAt ?? at) : at));
  let best = fitAt(records, model, { lagAt: start });
  for (let sweep = 0; sweep < 4; sweep++) {
    const before = best.logLikelihood;
    model.sources.forEach((source, s) => {
      if (source === receiver && ownLagAt !== undefined) return;
      model.lags.forEach((_lag, l) => {
        if (l === best.lagAt[s]) return;
        const tried = fitAt(records, model, { lagAt: best.lagAt.with(s, l), fits: best.fits });
        if (tried.logLikelihood > best.logLikelihood) best = tried;
      });
    });
    if (!(best.logLikelihood > before + 1e-6) || model.sources.length < 2) break;
  }
  return best;
}

function fitAt(
  records: readonly ReceiverRecord[],
  model: ReceiverModel,
  { lagAt, fits: starts }: { readonly lagAt: readonly number[]; readonly fits?: readonly MixtureFit[] },
): ReceiverFit {
  const fits = records.map((record, i) => oneFit(record, { model, lagAt, from: starts?.[i]?.heights }));
  return {
    logLikelihood: fits.reduce((sum, { logLikelihood }) => sum + logLikelihood, 0) / fits.length,
    lagAt,
    fits: fits.map(({ fit }) => fit),
    own: fits.reduce((sum, { own }) => sum + own, 0) / fits.length,
  };
}

function oneFit(
  record: ReceiverRecord,
  about: {
    readonly model: ReceiverModel;
    readonly lagAt: readonly number[];
    readonly from: Float64Array | undefined;
  },
): { readonly fit: MixtureFit; readonly logLikelihood: number; readonly own: number } {
  const { model, lagAt, from } = about;
  const { mixture, held, ownColumn } = mixtureOf(record, { model, lagAt });
  // A fit in which branching had to be held has no height for it.
  const size = record.openDays.length + mixture.columns.length;
  const fit = fitMixture(mixture, from?.length === size ? from : undefined);
  const own = model.own ?? (ownColumn < 0 ? 0 : fit.heights[record.openDays.length + ownColumn]!);
  if (model.own === undefined && own > greatest)
    return oneFit(record, { model: { ...model, own: greatest }, lagAt, from: undefined });
  return { fit, logLikelihood: fit.logLikelihood + record.logGates - held, own };
}

/** The columns of a model at its lags; what is held is known part of the rate, with its ∫. */
function mixtureOf(
  record: ReceiverRecord,
  { model, lagAt }: { readonly model: ReceiverModel; readonly lagAt: readonly number[] },
): { readonly mixture: RateMixture; readonly held: number; readonly ownColumn: number } {
  const { sources, boosted, own, ownBoost, lags } = model;
  const columns: Float64Array[] = [];
  const spent: number[] = [];
  let known: Float64Array | undefined;
  let [held, ownColumn] = [0, -1];
  const add = (column: Float64Array, cost: number): void => {
    columns.push(column);
    spent.push(cost);
  };
  sources.forEach((source, s) => {
    const shape = record.shapeAt(source, lags[lagAt[s]!]!);
    const isOwn = source === record.receiver;
    const weight = isOwn && ownBoost !== undefined ? ownBoost : 0;
    const column =
      weight === 0 ? shape.atEvents : shape.atEvents.map((part, k) => part + weight * shape.extraAtEvents[k]!);
    const cost = shape.spent + weight * shape.extraSpent;
    if (isOwn && own !== undefined) {
      known = column.map((part) => own * part);
      held = own * cost;
    } else {
      if (isOwn) ownColumn = columns.length;
      add(column, cost);
    }
    if (boosted.includes(source) && !(isOwn && ownBoost !== undefined)) add(shape.extraAtEvents, shape.extraSpent);
  });
  const { rateOf, openDays } = record;
  return { mixture: { rateOf, openDays, columns, spent, known }, held, ownColumn };
}
