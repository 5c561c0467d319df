import { stationaryCounts, transientCounts, type CountMoments, type HawkesProcess } from '../../theory/index.js';
import { fitCoordinates, type CoordinatesFit } from '../posterior/fit-coordinates.js';
import type { Objective } from '../posterior/objective.js';
import { priorOf } from '../posterior/prior.js';
import { processPriors, type ProcessPriors } from './process-question.js';

/** Attacks counted between one edge and the next, as a table by month gives them. */
export interface BinnedCounts {
  readonly counts: readonly number[];
  /** One more than counts, in days, ascending. */
  readonly edgesDays: readonly number[];
}

/**
 * The log-likelihood of counts by their means alone: independent Poisson with the mean number of a process that began
 * without a history at the first edge (mean-behaviour Poisson; Rizoiu et al. 2022). It tells the level, and hardly how
 * attacks provoke attacks, since it takes no note of how far counts scatter.
 */
export function meanBehaviour(
  { counts, edgesDays }: BinnedCounts,
  process: HawkesProcess,
): { readonly binMeans: readonly number[]; readonly logLikelihood: number } {
  const first = edgesDays[0] ?? 0;
  const until = edgesDays.map((day) => transientCounts({ process, horizonDays: day - first }).mean);
  const binMeans = counts.map((_, k) => until[k + 1]! - until[k]!);
  const logLikelihood = counts.reduce(
    (sum, count, k) => sum + count * Math.log(binMeans[k]!) - binMeans[k]! - logFactorial(count),
    0,
  );
  return { binMeans, logLikelihood };
}

/**
 * The log-likelihood of counts by mean and variance: each negative binomial with the mean and the variance that the
 * process, long begun, has in a window of the bin's length (Hawkes 1971); Poisson where branching is 0. That neighbouring
 * bins are alike is left out of account, so that it says a little less of the lag than the counts could.
 */
export function scatterLogLikelihood({ counts, edgesDays }: BinnedCounts, process: HawkesProcess): number {
  // Most months have one of two lengths.
  const known = new Map<number, CountMoments>();
  return counts.reduce((sum, count, k) => {
    const days = edgesDays[k + 1]! - edgesDays[k]!;
    const moments = known.get(days) ?? stationaryCounts(process, days);
    known.set(days, moments);
    const { mean, variance } = moments;
    const excess = variance - mean;
    // A size beyond a million means is Poisson to six digits, and the formula would lose them.
    if (!(excess > 1e-6 * mean)) return sum + count * Math.log(mean) - mean - logFactorial(count);
    const size = (mean * mean) / excess;
    let logRising = 0;
    for (let i = 0; i < count; i++) logRising += Math.log((size + i) / (size + mean));
    return sum + logRising + count * Math.log(mean) - size * Math.log1p(mean / size) - logFactorial(count);
  }, 0);
}

export interface BinnedQuestion extends BinnedCounts {
  readonly seed: number;
  readonly priors?: Partial<Pick<ProcessPriors, 'ratePerDay' | 'ownBranching' | 'meanLagDays'>>;
  readonly draws?: number;
}

/**
 * Fits total rate, branching and mean lag to counts by {@link scatterLogLikelihood}, for when only monthly numbers are
 * known. One rate throughout: months that differ for reasons of their own look like attacks that provoke attacks.
 * @throws RangeError if the edges do not ascend, are not one more than the counts, or a count is none.
 */
export function fitBinnedCounts(question: BinnedQuestion): CoordinatesFit {
  const { counts, edgesDays, seed, draws } = question;
  checkBins(question);
  const priors = { ...processPriors, ...question.priors };
  return fitCoordinates({
    coordinates: [
      { name: 'ratePerDay', prior: priorOf(priors.ratePerDay) },
      { name: 'branching', prior: priorOf(priors.ownBranching) },
      { name: 'meanLagDays', prior: priorOf(priors.meanLagDays) },
    ],
    logLikelihood: withSlopes((values) => {
      const [rate, branching, lag] = [values[0]!, values[1]!, values[2]!];
      const process = { baselinePerDay: rate * (1 - branching), branching, decayPerDay: 1 / lag };
      return scatterLogLikelihood({ counts, edgesDays }, process);
    }),
    seed,
    entity: 'binned counts',
    ...(draws === undefined ? {} : { draws }),
  });
}

/**
 * The branching at which counts in windows of this length have this variance over mean, by halving; 0 at 1 or below. Short
 * windows cut cascades off, so the formula of endless ones, 1 − 1/√F, gives too little.
 */
export function branchingFromDispersion({
  fano,
  windowDays,
  decayPerDay,
}: {
  readonly fano: number;
  readonly windowDays: number;
  readonly decayPerDay: number;
}): number {
  let [low, high] = [0, 1];
  for (let halving = 0; halving < 52; halving++) {
    const branching = (low + high) / 2;
    const { fano: implied } = stationaryCounts({ baselinePerDay: 1, branching, decayPerDay }, windowDays);
    if (implied < fano) low = branching;
    else high = branching;
  }
  return low;
}

/** Slopes by central differences, relative to each value: the moments are smooth, and three numbers are few. */
function withSlopes(logLikelihood: (values: Float64Array) => number): Objective {
  return (values, slopes) => {
    values.forEach((value, k) => {
      // Own branching must stay below 1.
      const step = 1e-5 * (k === 1 ? Math.min(value, 1 - value) : value);
      slopes[k] =
        (logLikelihood(values.with(k, value + step)) - logLikelihood(values.with(k, value - step))) / (2 * step);
    });
    return logLikelihood(values);
  };
}

function logFactorial(count: number): number {
  let sum = 0;
  for (let i = 2; i <= count; i++) sum += Math.log(i);
  return sum;
}

function checkBins({ counts, edgesDays }: BinnedCounts): void {
  if (edgesDays.length !== counts.length + 1) {
    throw new RangeError(`edges must be one more than counts, got ${edgesDays.length} for ${counts.length}`);
  }
  edgesDays.forEach((edge, k) => {
    if (k > 0 && !(edge > edgesDays[k - 1]!)) throw new RangeError(`edges must ascend, got ${edge} at ${k}`);
  });
  const bad = counts.find((count) => !(Number.isInteger(count) && count >= 0));
  if (bad !== undefined) throw new RangeError(`counts must be whole numbers from 0, got ${bad}`);
}
