import { priorOf, type Prior } from '../posterior/prior.js';
import type { HawkesModel } from './hawkes-model.js';
import type { ProcessTask } from './process-question.js';

/** Which number of the process a coordinate is. */
export type ProcessParameter =
  | { readonly kind: 'ratePerDay'; readonly rate: number; readonly receiver: number }
  | { readonly kind: 'branching'; readonly receiver: number; readonly source: number }
  | { readonly kind: 'meanLagDays'; readonly source: number }
  | { readonly kind: 'fatalBoost'; readonly source: number }
  | { readonly kind: 'gate'; readonly gate: number };

export interface ProcessCoordinate {
  readonly parameter: ProcessParameter;
  /** Short and unique: `ratePerDay`, or `ratePerDay.1` where there are several, and so on. */
  readonly name: string;
  readonly prior: Prior;
}

/**
 * The coordinates of a fit, in this order: rates by number and receiver, branching by receiver and source, lags by
 * source, the boosts of those of whom an attack killed, gates that are not certain. The rate is the total one, baseline over
 * 1 − own branching × {@link meanWeights}, since the record tells how many attacks there were far better than which of them were
 * provoked: baseline and branching pull at each other, rate and branching hardly do.
 */
export function processCoordinates(task: ProcessTask): ProcessCoordinate[] {
  const { receivers, sources, priors, boosted, uncertainGates } = task;
  const count = rateCount(task);
  const indices = (length: number): number[] => Array.from({ length }, (_, index) => index);
  const part = (index: number, of: number): string => (of > 1 ? `.${index}` : '');
  const prior = {
    rate: priorOf(priors.ratePerDay),
    own: priorOf(priors.ownBranching),
    cross: priorOf(priors.crossBranching),
    strike: priorOf(priors.strikeBranching),
    lag: priorOf(priors.meanLagDays),
    strikeLag: priorOf(priors.strikeLagDays),
    boost: priorOf(priors.fatalBoost),
  };
  const rates = indices(count).flatMap((rate) =>
    indices(receivers).map((receiver) => ({
      parameter: { kind: 'ratePerDay' as const, rate, receiver },
      name: `ratePerDay${part(rate, count)}${part(receiver, receivers)}`,
      prior: prior.rate,
    })),
  );
  const branchings = indices(receivers).flatMap((receiver) =>
    indices(sources).map((source) => ({
      parameter: { kind: 'branching' as const, receiver, source },
      name: `branching${part(receiver, receivers)}${part(source, sources)}`,
      prior: source === receiver ? prior.own : source < receivers ? prior.cross : prior.strike,
    })),
  );
  const lags = indices(sources).map((source) => ({
    parameter: { kind: 'meanLagDays' as const, source },
    name: `meanLagDays${part(source, sources)}`,
    prior: source < receivers ? prior.lag : prior.strikeLag,
  }));
  const boosts = boosted.map((source) => ({
    parameter: { kind: 'fatalBoost' as const, source },
    name: `fatalBoost${part(source, receivers)}`,
    prior: prior.boost,
  }));
  const gates = uncertainGates.map((gate, index) => ({
    parameter: { kind: 'gate' as const, gate: index },
    name: `gate${part(index, uncertainGates.length)}`,
    prior: priorOf(gate.prior),
  }));
  return [...rates, ...branchings, ...lags, ...boosts, ...gates];
}

/** How many rates without excitation a receiver has. */
export function rateCount({ rates }: Pick<ProcessTask, 'rates'>): number {
  return Math.max(...rates) + 1;
}

/** Where each kind of value begins among those of the coordinates. */
export function valuesFrom(task: ProcessTask): { branching: number; lag: number; boost: number; gate: number } {
  const { receivers, sources, boosted } = task;
  const branching = rateCount(task) * receivers;
  const lag = branching + receivers * sources;
  const boost = lag + sources;
  return { branching, lag, boost, gate: boost + boosted.length };
}

/** Mean weight of a receiver's attacks as sources: 1 + boost × the share of them that killed. */
export function meanWeights({ fatalShare }: ProcessTask, fatalBoost: ArrayLike<number>): number[] {
  return fatalShare.map((share, i) => 1 + fatalBoost[i]! * share);
}

/** The model that the values of all coordinates describe. */
export function modelOfValues(task: ProcessTask, values: ArrayLike<number>): HawkesModel {
  const { starts, rates, receivers, sources, boosted, uncertainGates } = task;
  const from = valuesFrom(task);
  const branching = Array.from({ length: receivers }, (_, i) =>
    Array.from({ length: sources }, (_, j) => values[from.branching + i * sources + j]!),
  );
  const fatalBoost = Array.from({ length: sources }, (_, j) => {
    const place = boosted.indexOf(j);
    return place < 0 ? 0 : values[from.boost + place]!;
  });
  const weights = meanWeights(task, fatalBoost);
  return {
    starts,
    baseline: rates.map((rate) =>
      branching.map((row, i) => values[rate * receivers + i]! * (1 - row[i]! * weights[i]!)),
    ),
    branching,
    decay: Array.from({ length: sources }, (_, j) => 1 / values[from.lag + j]!),
    fatalBoost,
    gates: task.gates.map((row, p) =>
      row.map((gate, i) =>
        uncertainGates.reduce(
          (product, { holds }, k) => (holds[p]![i]! ? product * values[from.gate + k]! : product),
          gate,
        ),
      ),
    ),
  };
}
