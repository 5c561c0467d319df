import { spectralRadius } from '../../theory/spectral-radius.js';
import type { Objective } from '../posterior/objective.js';
import type { EventTrack } from './event-track.js';
import { logLikelihoodOf, noSlopes, numbersOf, type HawkesSlopes } from './log-likelihood.js';
import { meanWeights, modelOfValues, valuesFrom, type ProcessCoordinate } from './process-coordinates.js';
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
  const { receivers, sources, rates, boosted, fatalShare, uncertainGates } = task;
  const from = valuesFrom(task);
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
    for (let k = 0; k < receivers * sources; k++) numbers.branching[k] = values[from.branching + k]!;
    for (let j = 0; j < sources; j++) numbers.decay[j] = 1 / values[from.lag + j]!;
    boosted.forEach((source, k) => (numbers.fatalBoost[source] = values[from.boost + k]!));
    const weights = meanWeights(task, numbers.fatalBoost);
    if (!isStable(weights)) return -Infinity;
    cells.forEach(({ value, receiver }, cell) => {
      numbers.baseline[cell] = values[value]! * (1 - ownBranching(receiver) * weights[receiver]!);
    });
    numbers.gates.set(knownGates);
    heldCells.forEach((held, k) => {
      for (const cell of held) numbers.gates[cell]! *= values[from.gate + k]!;
    });

    const steep = noSlopes(numbers);
    let total = 0;
    for (const track of tracks) total += logLikelihoodOf(numbers, track, steep);
    let density = total / tracks.length;
    const byValue = slopesByValue(steep, weights);
    coordinates.forEach(({ prior }, k) => {
      const { value, slope } = prior.logDensityAt(point[k]!);
      density += value;
      slopes[k] = slope + (prior.riseAt(point[k]!) * byValue[k]!) / tracks.length;
    });
    return density;
  };

  /** Derivatives of the log-likelihood by the values of the coordinates, from those by the numbers of the model. */
  function slopesByValue(steep: HawkesSlopes, weights: readonly number[]): Float64Array {
    const byValue = new Float64Array(values.length);
    for (let k = 0; k < receivers * sources; k++) byValue[from.branching + k] = steep.branching[k]!;
    for (let j = 0; j < sources; j++) byValue[from.lag + j] = -steep.decay[j]! / values[from.lag + j]! ** 2;
    boosted.forEach((source, k) => (byValue[from.boost + k] = steep.fatalBoost[source]!));
    cells.forEach(({ value, receiver }, cell) => {
      const own = ownBranching(receiver);
      byValue[value]! += steep.baseline[cell]! * (1 - own * weights[receiver]!);
      // More of the same rate provoked leaves less of it to the baseline.
      const provoked = steep.baseline[cell]! * values[value]!;
      byValue[from.branching + receiver * sources + receiver]! -= provoked * weights[receiver]!;
      const boost = boosted.indexOf(receiver);
      if (boost >= 0) byValue[from.boost + boost]! -= provoked * own * fatalShare[receiver]!;
    });
    heldCells.forEach((held, k) => {
      const gate = values[from.gate + k]!;
      for (const cell of held) byValue[from.gate + k]! += (steep.gates[cell]! * numbers.gates[cell]!) / gate;
    });
    return byValue;
  }

  function ownBranching(receiver: number): number {
    return numbers.branching[receiver * sources + receiver]!;
  }

  function isStable(weights: readonly number[]): boolean {
    if (receivers === 1) return ownBranching(0) * weights[0]! < 1;
    const matrix = weights.map((_, i) => weights.map((weight, j) => numbers.branching[i * sources + j]! * weight));
    // No radius exceeds the greatest sum of a row, which is quicker to ask.
    if (matrix.every((row) => row.reduce((sum, entry) => sum + entry, 0) < 1)) return true;
    return spectralRadius(matrix) < 1;
  }
}
