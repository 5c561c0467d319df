import { quantileOf } from '../../random/laws/law.js';
import { climb, type Summit } from '../posterior/climb.js';
import type { HawkesModel } from './hawkes-model.js';
import { logLikelihood } from './log-likelihood.js';
import { logPosterior } from './log-posterior.js';
import { modelOfValues, processCoordinates, type ProcessCoordinate } from './process-coordinates.js';
import { processTask, type ProcessQuestion, type ProcessTask } from './process-question.js';

/** The most likely numbers in the light of priors and record. */
export interface MapFit {
  readonly model: HawkesModel;
  /** By the name of each parameter. */
  readonly values: Readonly<Record<string, number>>;
  /** Mean over the imputations. */
  readonly logLikelihood: number;
  /** Up to a constant, of the coordinates. */
  readonly logPosterior: number;
  readonly converged: boolean;
}

/**
 * Maximum a posteriori of a process: the top of the posterior density of the coordinates (logarithms of rates and lags,
 * logits of own branching), with the log-likelihoods of all imputations averaged. Searched from a short, a middling and
 * a long lag, since a likelihood may have a top at each. One fit of 70 events takes some milliseconds.
 * @throws RangeError as {@link processTask}.
 */
export function fitMap(question: ProcessQuestion): MapFit {
  const task = processTask(question);
  const coordinates = processCoordinates(task);
  return mapFitOf(task, { coordinates, summit: summitOf(task, coordinates) });
}

/** The best summit of the posterior with all imputations together. */
export function summitOf(task: ProcessTask, coordinates: readonly ProcessCoordinate[]): Summit {
  const objective = logPosterior(task, { coordinates, tracks: task.tracks });
  const summits = [0.5, 0.1, 0.9].map((order) => climb(objective, { from: startOf(task, coordinates, order) }));
  return summits.reduce((best, other) => (other.value > best.value ? other : best));
}

export function mapFitOf(
  task: ProcessTask,
  { coordinates, summit }: { readonly coordinates: readonly ProcessCoordinate[]; readonly summit: Summit },
): MapFit {
  const values = coordinates.map(({ prior }, k) => prior.valueAt(summit.at[k]!));
  const model = modelOfValues(task, values);
  const likelihoods = task.tracks.map((track) => logLikelihood(model, track));
  return {
    model,
    values: Object.fromEntries(coordinates.map(({ name }, k) => [name, values[k]!])),
    logLikelihood: likelihoods.reduce((sum, value) => sum + value, 0) / likelihoods.length,
    logPosterior: summit.value,
    converged: summit.converged,
  };
}

/** Rates as counted, lags at one order of their priors, branching in the middle of its own. */
function startOf(task: ProcessTask, coordinates: readonly ProcessCoordinate[], order: number): Float64Array {
  const { receivers, tracks, gates, boosted } = task;
  const [track] = tracks;
  return Float64Array.from(coordinates, ({ parameter, prior }) => {
    switch (parameter.kind) {
      case 'ratePerDay': {
        // Gates that are to be found count as open.
        const openDays = track!.pieceDays.reduce((sum, days, p) => sum + days * gates[p]![parameter.receiver]!, 0);
        const counted = (track!.counts[parameter.receiver]! + 0.5) / openDays;
        const [least, most] = [quantileOf(prior.law)(0.01), quantileOf(prior.law)(0.99)];
        return prior.coordinateOf(Math.min(most, Math.max(least, counted / receivers)));
      }
      case 'branching': {
        const middling = quantileOf(prior.law)(receivers > 1 ? 0.2 : 0.5);
        // What killed must not make it grow for ever there.
        const most = parameter.source === parameter.receiver && boosted.includes(parameter.receiver) ? 0.4 : Infinity;
        return prior.coordinateOf(Math.min(middling, most));
      }
      case 'fatalBoost':
      case 'meanLagDays':
        return prior.coordinateOf(quantileOf(prior.law)(order));
      case 'gate':
        return prior.coordinateOf(quantileOf(prior.law)(0.5));
      default:
        return parameter satisfies never;
    }
  });
}
