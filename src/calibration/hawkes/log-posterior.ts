import { spectralRadius } from '../../theory/spectral-radius.js';
import type { Objective } from '../posterior/objective.js';
import type { EventTrack } from './event-track.js';
import { logLikelihoodOf, noSlopes, numbersOf } from './log-likelihood.js';
import { modelOfValues, type ProcessCoordinate } from './process-coordinates.js';
import type { ProcessTask } from './process-question.js';

/**
 * The log posterior density of the coordinates, up to a constant: the log-likelihood, averaged over the tracks given,
 * and the priors. A network that would grow for ever is impossible.
 */
export function logPosterior(
  task: ProcessTask,
  {
    coordinates,
    tracks,
  }: { readonly coordinates: readonly ProcessCoordinate[]; readonly tracks: readonly EventTrack[] },
): Objective {
  const { receivers, sources, starts } = task;
  const pieces = starts.length;
  const firstBranching = pieces * receivers;
  const firstLag = firstBranching + receivers * sources;
  const values = new Float64Array(coordinates.length);
  const numbers = numbersOf(modelOfValues(task, values.fill(0.5)));

  return (point, slopes) => {
    coordinates.forEach(({ prior }, k) => (values[k] = prior.valueAt(point[k]!)));
    // A sampler that strays far makes an exponential overflow.
    if (!values.every(Number.isFinite)) return -Infinity;
    for (let k = 0; k < receivers * sources; k++) numbers.branching[k] = values[firstBranching + k]!;
    for (let j = 0; j < sources; j++) numbers.decay[j] = 1 / values[firstLag + j]!;
    for (let k = 0; k < firstBranching; k++) numbers.baseline[k] = values[k]! * spontaneous(k % receivers);
    if (!isStable()) return -Infinity;

    const steep = noSlopes(numbers);
    let total = 0;
    for (const track of tracks) total += logLikelihoodOf(numbers, track, steep);
    let density = total / tracks.length;
    coordinates.forEach(({ prior }, k) => {
      const { value, slope } = prior.logDensityAt(point[k]!);
      density += value;
      slopes[k] = slope + (prior.riseAt(point[k]!) * slopeByValue(k)) / tracks.length;
    });
    return density;

    function slopeByValue(k: number): number {
      if (k < firstBranching) return steep.baseline[k]! * spontaneous(k % receivers);
      if (k >= firstLag) return -steep.decay[k - firstLag]! / values[k]! ** 2;
      const entry = k - firstBranching;
      let slope = steep.branching[entry]!;
      const receiver = Math.floor(entry / sources);
      if (entry % sources !== receiver) return slope;
      // More of the same rate provoked leaves less of it to the baseline.
      for (let p = 0; p < pieces; p++) {
        slope -= values[p * receivers + receiver]! * steep.baseline[p * receivers + receiver]!;
      }
      return slope;
    }
  };

  /** The share of a receiver's attacks that its own did not provoke. */
  function spontaneous(receiver: number): number {
    return 1 - numbers.branching[receiver * sources + receiver]!;
  }

  function isStable(): boolean {
    if (receivers === 1) return true;
    const matrix = Array.from({ length: receivers }, (_, i) =>
      Array.from({ length: receivers }, (_, j) => numbers.branching[i * sources + j]!),
    );
    // No radius exceeds the greatest sum of a row, which is quicker to ask.
    if (matrix.every((row) => row.reduce((sum, entry) => sum + entry, 0) < 1)) return true;
    return spectralRadius(matrix) < 1;
  }
}
