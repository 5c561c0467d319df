import { mean, sampleVariance } from 'simple-statistics';
import { quantileOf, type Law } from '../../random/laws/law.js';
import { centralIntervals, type CentralIntervals } from '../../stats/central-intervals.js';
import type { Prior } from './prior.js';

/** Mean, and median with central 50, 80 and 95 %, in the unit of the value. */
export interface BeliefSummary extends CentralIntervals {
  readonly mean: number;
}

/** What is believed of one number before and after the record, side by side. */
export interface FittedParameter {
  readonly name: string;
  readonly prior: Law;
  /** The posterior: row k of all parameters is one draw of all together. */
  readonly draws: Float64Array;
  readonly before: BeliefSummary;
  readonly after: BeliefSummary;
  /** Posterior over prior standard deviation of the coordinate (logarithm or logit where bounded): 1 or so, nothing learnt. */
  readonly sdRatio: number;
  /** The area that prior and posterior density share, by twentieths of the prior: 1 the same, 0 apart. */
  readonly overlap: number;
  readonly learnt: Learnt;
}

/** How far the record moved or narrowed a belief: the lesser of its two measures at most 0.5, at most 0.8, or above. */
export type Learnt = 'much' | 'some' | 'hardly anything';

export function fittedParameter(
  name: string,
  { prior, draws }: { prior: Pick<Prior, 'law' | 'coordinateOf'>; draws: Float64Array },
): FittedParameter {
  const quantile = quantileOf(prior.law);
  const grid = Array.from({ length: gridSize }, (_, k) => quantile((k + 0.5) / gridSize));
  const sd = (values: ArrayLike<number>): number => Math.sqrt(sampleVariance(Array.from(values, prior.coordinateOf)));
  const overlap = overlapOf(draws, quantile);
  const sdRatio = sd(draws) / sd(grid);
  return {
    name,
    prior: prior.law,
    draws,
    before: beliefSummary(grid),
    after: beliefSummary(draws),
    sdRatio,
    overlap,
    learnt: learntBy(Math.min(sdRatio, overlap)),
  };
}

function learntBy(likeness: number): Learnt {
  if (likeness <= 0.5) return 'much';
  return likeness <= 0.8 ? 'some' : 'hardly anything';
}

export function beliefSummary(values: ArrayLike<number>): BeliefSummary {
  return { mean: mean(values), ...centralIntervals(values) };
}

const gridSize = 2000;
const cells = 20;

function overlapOf(draws: Float64Array, quantile: (u: number) => number): number {
  const edges = Array.from({ length: cells - 1 }, (_, k) => quantile((k + 1) / cells));
  const counts = new Array<number>(cells).fill(0);
  for (const draw of draws) {
    const cell = edges.findIndex((edge) => draw < edge);
    counts[cell < 0 ? cells - 1 : cell]! += 1;
  }
  return counts.reduce((sum, count) => sum + Math.min(1 / cells, count / draws.length), 0);
}
