import { fittedParameter, type FittedParameter } from '../posterior/fitted-parameter.js';
import { samplePosterior, type SamplingDiagnostics } from '../posterior/sample-posterior.js';
import { mapFitOf, summitOf, type MapFit } from './fit-map.js';
import type { HawkesModel } from './hawkes-model.js';
import { logPosterior } from './log-posterior.js';
import { modelOfValues, processCoordinates, type ProcessParameter } from './process-coordinates.js';
import { processTask, type ProcessQuestion } from './process-question.js';

export interface SamplingWishes {
  readonly seed: number;
  /** Posterior draws of all chains together, about; by default 4,000, and 1,000 beyond 1,000 events, where each costs more. */
  readonly draws?: number;
}

export type ProcessFitParameter = FittedParameter & ProcessParameter;

/** A fitted process: the most likely one, and the posterior with what it was before the record. */
export interface ProcessFit {
  readonly map: MapFit;
  /** In the order of {@link processCoordinates}. */
  readonly parameters: readonly ProcessFitParameter[];
  /** Rows of every parameter's draws. */
  readonly draws: number;
  /** The process of one posterior draw, for simulation with what is not known about it. */
  readonly modelAt: (row: number) => HawkesModel;
  readonly diagnostics: SamplingDiagnostics;
}

/**
 * Fits the attack process to a record. Deterministic: one seed gives one answer. Some tenths of a second for 70 events,
 * some seconds for 10,000.
 * @throws RangeError as {@link processTask}.
 */
export function fitProcess(question: ProcessQuestion & SamplingWishes): ProcessFit {
  const { seed } = question;
  const task = processTask(question);
  const events = task.tracks[0]!.counts.reduce((sum, count) => sum + count, 0);
  const coordinates = processCoordinates(task);
  const summit = summitOf(task, coordinates);
  const sampled = samplePosterior({
    objectives: task.tracks.map((track) => logPosterior(task, { coordinates, tracks: [track] })),
    together: logPosterior(task, { coordinates, tracks: task.tracks }),
    top: summit.at,
    seed,
    entity: 'attack process',
    draws: question.draws ?? (events > 1000 ? 1000 : 4000),
  });
  const parameters = coordinates.map(({ name, parameter, prior }, k) => ({
    ...parameter,
    ...fittedParameter(name, {
      prior,
      draws: Float64Array.from(sampled.points, (point) => prior.valueAt(point[k]!)),
    }),
  }));
  return {
    map: mapFitOf(task, { coordinates, summit }),
    parameters,
    draws: sampled.points.length,
    modelAt: (row) => {
      if (!(row in sampled.points)) throw new RangeError(`row must be below ${sampled.points.length}, got ${row}`);
      return modelOfValues(
        task,
        parameters.map(({ draws: column }) => column[row]!),
      );
    },
    diagnostics: sampled.diagnostics,
  };
}
