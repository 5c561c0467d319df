import { mean, quantileSorted } from 'simple-statistics';
import type { Uniform } from '../../random/stream.js';
import type { EventTimes, HawkesModel } from '../hawkes/hawkes-model.js';
import { autocorrelation, ksOfExponential, residualsOf } from './residuals.js';
import { simulateProcess, type SimulatedAttack } from './simulate-process.js';

export interface FitQuestion {
  /** Times within the window, a set for each way of breaking ties within a day. One actor. */
  readonly imputations: readonly EventTimes[];
  /** Times of those attacks that killed, for each of the imputations; none by default. */
  readonly fatal?: readonly EventTimes[] | undefined;
  readonly windowDays: number;
  /** Fitted to them. */
  readonly model: HawkesModel;
  /** The same fit, of a simulated record. */
  readonly refit: (imputations: readonly EventTimes[], fatal: readonly EventTimes[]) => HawkesModel;
  readonly bootstraps: number;
  /** The chance of one simulated record. */
  readonly chanceOf: (bootstrap: number) => Uniform;
}

/** Whether a fitted process could have left this record. */
export interface GoodnessOfFit {
  /** Attacks that the residuals are of. */
  readonly attacks: number;
  readonly ks: {
    /** Kolmogorov and Smirnov's, of the residuals against an exponential law; the mean over imputations. */
    readonly statistic: number;
    /** Share of records from the fitted process that fit their own fit no better. */
    readonly pValue: number;
  };
  /** Of the residuals, with the central 95 % of what simulated records give. */
  readonly autocorrelation: readonly WithBand[];
  /** Residuals in ascending order: what the exponential law has at that order, what came, and the band. */
  readonly quantiles: readonly (WithBand & { readonly expected: number })[];
  /** Simulated records behind p-value and bands; those with fewer than two attacks are left out. */
  readonly bootstraps: number;
}

export interface WithBand {
  /** Lag, or order from 0 to 1. */
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const lags = [1, 2, 3, 4, 5];

/**
 * Residual checks by time change with a parametric bootstrap: each simulated record goes the way of the real one (times cut
 * to days, ties broken anew, parameters estimated again), so that having estimated them makes nothing look too good.
 */
export function goodnessOfFit(question: FitQuestion): GoodnessOfFit {
  const { imputations, windowDays, model, refit, bootstraps, chanceOf } = question;
  const fatal = question.fatal ?? imputations.map(() => []);
  const fatalShare = [(fatal[0]?.length ?? 0) / Math.max(1, imputations[0]?.length ?? 0)];
  const orders = (imputations[0] ?? []).map((_, k, all) => (k + 0.5) / all.length);
  const ofRecord = figuresOf({ imputations, fatal, windowDays, model, orders });
  const simulated: Figures[] = [];
  for (let b = 0; b < bootstraps; b++) {
    const next = chanceOf(b);
    const attacks = simulateProcess({ model, windowDays, fatalShare }, next);
    if (attacks.length < 2) continue;
    const sets = imputations.map(() => withinDays(attacks, { windowDays, next }));
    const again = sets.map((set) => set.map(({ time }) => time));
    const killed = sets.map((set) => set.flatMap(({ time, attack }) => (attack.killed ? [time] : [])));
    simulated.push(figuresOf({ imputations: again, fatal: killed, windowDays, model: refit(again, killed), orders }));
  }
  const withBand = (at: number, of: (figures: Figures) => number): WithBand => {
    const values = Float64Array.from(simulated.map(of).filter(Number.isFinite)).sort();
    const [low, high] = values.length > 0 ? [0.025, 0.975].map((order) => quantileSorted(values, order)) : [NaN, NaN];
    return { at, value: of(ofRecord), low: low!, high: high! };
  };
  const asFar = simulated.filter(({ ks }) => ks >= ofRecord.ks).length;
  return {
    attacks: orders.length,
    ks: { statistic: ofRecord.ks, pValue: (1 + asFar) / (1 + simulated.length) },
    autocorrelation: lags.map((lag, i) => withBand(lag, ({ correlations }) => correlations[i]!)),
    quantiles: orders.map((order, i) => ({
      ...withBand(order, ({ quantiles }) => quantiles[i]!),
      expected: -Math.log1p(-order),
    })),
    bootstraps: simulated.length,
  };
}

interface Figures {
  readonly ks: number;
  readonly correlations: readonly number[];
  readonly quantiles: readonly number[];
}

/** Of each imputation, and the mean over them. */
function figuresOf(about: {
  readonly imputations: readonly EventTimes[];
  readonly fatal: readonly EventTimes[];
  readonly windowDays: number;
  readonly model: HawkesModel;
  readonly orders: readonly number[];
}): Figures {
  const { imputations, fatal, windowDays, model, orders } = about;
  const residuals = imputations.map((times, i) => residualsOf(model, { times: [times], windowDays, fatal: fatal[i]! }));
  const sorted = residuals.map((values) => Float64Array.from(values).sort());
  return {
    ks: mean(residuals.map(ksOfExponential)),
    correlations: lags.map((lag) => mean(residuals.map((values) => autocorrelation(values, lag)))),
    quantiles: orders.map((order) => mean(sorted.map((values) => midQuantile(values, order)))),
  };
}

/** The value at that order where value k of n stands at (k + ½)/n, with straight lines between: of n values themselves exact. */
function midQuantile(ascending: Float64Array, order: number): number {
  const place = Math.min(ascending.length - 1, Math.max(0, order * ascending.length - 0.5));
  const below = Math.floor(place);
  const [low, high] = [ascending[below]!, ascending[Math.min(below + 1, ascending.length - 1)]!];
  return low + (place - below) * (high - low);
}

/** Attacks with a time of day that nobody knows, in order; no two at one time. */
function withinDays(
  attacks: readonly SimulatedAttack[],
  { windowDays, next }: { readonly windowDays: number; readonly next: Uniform },
): { readonly time: number; readonly attack: SimulatedAttack }[] {
  const drawn = attacks
    .map((attack) => {
      const day = Math.floor(attack.day);
      return { time: day + next() * Math.min(1, windowDays - day), attack };
    })
    .sort((a, b) => a.time - b.time);
  // Among 2³² times of a day two may be equal once in a very long while.
  return drawn.map(({ time, attack }, k) => {
    const before = drawn[k - 1]?.time;
    return { time: before !== undefined && time <= before ? before + 1e-9 : time, attack };
  });
}
