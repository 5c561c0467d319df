import { spectralRadius } from '../../theory/spectral-radius.js';
import type { Objective } from '../posterior/objective.js';
import type { EventTrack } from './event-track.js';
import { logLikelihoodOf, noSlopes, numbersOf, type HawkesSlopes } from './log-likelihood.js';
import { modelOfValues, rateCount, type ProcessCoordinate } from './process-coordinates.js';
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
  const { receivers, sources, rates, uncertainGates } = task;
  const firstBranching = rateCount(task) * receivers;
  const firstLag = firstBranching + receivers * sources;
  const firstGate = firstLag + sources;
  // A row of the baseline for each piece, whose rate it is.
  const cells = rates.flatMap((rate) =>
    Array.from({ length: receivers }, (_, receiver) => ({ value: rate * receivers + receiver, receiver })),
  );
  const knownGates = Float64Array.from(task.gates.flat());
  const heldCells = uncertainGates.map(({ holds }) => holds.flat().flatMap((held, cell) => (held ? [cell] : [])));
  const values = new Float64Array(coordinates.length);
  const numbers = numbersOf(modelOfValues(task, values.fill(0.5)));

  return (point, slopes) => {
    coordinates.forEach(({ prior }, k) => (values[k] = prior.valueAt(point[k]!)));
    // A sampler that strays far makes an exponential overflow.
    if (!values.every(Number.isFinite)) return -Infinity;
    for (let k = 0; k < receivers * sources; k++) numbers.branching[k] = values[firstBranching + k]!;
    for (let j = 0; j < sources; j++) numbers.decay[j] = 1 / values[firstLag + j]!;
    cells.forEach(({ value, receiver }, cell) => {
      numbers.baseline[cell] = values[value]! * spontaneous(receiver);
    });
    numbers.gates.set(knownGates);
    heldCells.forEach((held, k) => {
      for (const cell of held) numbers.gates[cell]! *= values[firstGate + k]!;
    });
    if (!isStable()) return -Infinity;

    const steep = noSlopes(numbers);
    let total = 0;
    for (const track of tracks) total += logLikelihoodOf(numbers, track, steep);
    let density = total / tracks.length;
    const byValue = slopesByValue(steep);
    coordinates.forEach(({ prior }, k) => {
      const { value, slope } = prior.logDensityAt(point[k]!);
      density += value;
      slopes[k] = slope + (prior.riseAt(point[k]!) * byValue[k]!) / tracks.length;
    });
    return density;
  };

  /** Derivatives of the log-likelihood by the values of the coordinates, from those by the numbers of the model. */
  function slopesByValue(steep: HawkesSlopes): Float64Array {
    const byValue = new Float64Array(values.length);
    for (let entry = 0; entry < receivers * sources; entry++) byValue[firstBranching + entry] = steep.branching[entry]!;
    for (let j = 0; j < sources; j++) byValue[firstLag + j] = -steep.decay[j]! / values[firstLag + j]! ** 2;
    cells.forEach(({ value, receiver }, cell) => {
      byValue[value]! += steep.baseline[cell]! * spontaneous(receiver);
      // More of the same rate provoked leaves less of it to the baseline.
      byValue[firstBranching + receiver * sources + receiver]! -= steep.baseline[cell]! * values[value]!;
    });
    heldCells.forEach((held, k) => {
      const gate = values[firstGate + k]!;
      for (const cell of held) byValue[firstGate + k]! += (steep.gates[cell]! * numbers.gates[cell]!) / gate;
    });
    return byValue;
  }

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
