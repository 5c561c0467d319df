import { priorOf, type Prior } from '../posterior/prior.js';
import type { HawkesModel } from './hawkes-model.js';
import type { ProcessTask } from './process-question.js';

/** Which number of the process a coordinate is. */
export type ProcessParameter =
  | { readonly kind: 'ratePerDay'; readonly piece: number; readonly receiver: number }
  | { readonly kind: 'branching'; readonly receiver: number; readonly source: number }
  | { readonly kind: 'meanLagDays'; readonly source: number };

export interface ProcessCoordinate {
  readonly parameter: ProcessParameter;
  /** Short and unique: `ratePerDay`, or `ratePerDay.1` where there are pieces, and so on. */
  readonly name: string;
  readonly prior: Prior;
}

/**
 * The coordinates of a fit, in this order: rates by piece and receiver, branching by receiver and source, lags by
 * source. The rate is the total one, baseline/(1 − own branching), since the record tells how many attacks there were
 * far better than which of them were provoked: baseline and branching pull at each other, rate and branching hardly do.
 */
export function processCoordinates({ starts, receivers, sources, priors }: ProcessTask): ProcessCoordinate[] {
  const indices = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
  const part = (index: number, of: number): string => (of > 1 ? `.${index}` : '');
  const prior = {
    rate: priorOf(priors.ratePerDay),
    own: priorOf(priors.ownBranching),
    cross: priorOf(priors.crossBranching),
    strike: priorOf(priors.strikeBranching),
    lag: priorOf(priors.meanLagDays),
    strikeLag: priorOf(priors.strikeLagDays),
  };
  const rates = starts.flatMap((_, piece) =>
    indices(receivers).map((receiver) => ({
      parameter: { kind: 'ratePerDay' as const, piece, receiver },
      name: `ratePerDay${part(piece, starts.length)}${part(receiver, receivers)}`,
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
  return [...rates, ...branchings, ...lags];
}

/** The model that the values of all coordinates describe. */
export function modelOfValues(task: ProcessTask, values: ArrayLike<number>): HawkesModel {
  const { starts, receivers, sources, gates } = task;
  const firstBranching = starts.length * receivers;
  const firstLag = firstBranching + receivers * sources;
  const branching = Array.from({ length: receivers }, (_, i) =>
    Array.from({ length: sources }, (_, j) => values[firstBranching + i * sources + j]!),
  );
  return {
    starts,
    baseline: starts.map((_, p) => branching.map((row, i) => values[p * receivers + i]! * (1 - row[i]!))),
    branching,
    decay: Array.from({ length: sources }, (_, j) => 1 / values[firstLag + j]!),
    ...(gates === undefined ? {} : { gates }),
  };
}
