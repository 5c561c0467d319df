import { mean, sampleCorrelation, sampleVariance } from 'simple-statistics';
import { completeRows } from './complete-rows.js';
import { DEFAULT_LEVEL, type Estimate } from './estimate.js';
import { meanInterval } from './mean-interval.js';
import { probabilityInterval } from './probability-interval.js';
import { studentQuantile } from './student-quantile.js';

/** What a reader of a paired difference must be told. */
export type PairingWarning =
  /** ρ < 0: common random numbers made this comparison worse than independent ones would be. */
  | 'negative correlation'
  /** A and B are the same in every pair: no width, yet a rare difference may have been missed; see `differing`. */
  | 'every pair equal'
  /** All differences are the same but not 0: the interval has no width, however few the pairs. */
  | 'every difference equal'
  /** Some replications were blank on one side or both. */
  | 'pairs dropped';

export interface PairedDifference {
  /** A − B in the unit of the outcome; `n` counts complete pairs. */
  readonly difference: Estimate;
  /** Of the difference; NaN with fewer than two pairs. */
  readonly halfWidth: number;
  /** What it would be were the columns taken for independent (pooled t, 2n − 2 degrees): what pairing is up against. */
  readonly unpairedHalfWidth: number;
  readonly meanA: number;
  readonly meanB: number;
  /** ρ of the pairs; NaN with fewer than three pairs, or where a column is constant. */
  readonly correlation: number;
  /**
   * (s_A² + s_B²)/s_D²: how many times the replications independent columns would need for the same width. Infinity
   * where the differences do not vary but the columns do; NaN where nothing varies.
   */
  readonly varianceReduction: number;
  /** Share of pairs in which A and B differ at all. */
  readonly differing: Estimate;
  readonly droppedPairs: number;
  readonly warnings: readonly PairingWarning[];
}

/** Two columns of one outcome by replication, the same luck in a row. A blank is NaN. */
export interface PairedColumns {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
}

/**
 * Two strategies on common random numbers: the mean of D = A − B with Student's interval D̄ ± t(1−α/2, n−1) s_D/√n (Law,
 * Simulation Modeling and Analysis, 10.2.1), and what the pairing gained. A pair with a blank is dropped and counted.
 * Throws RangeError unless the columns are as long, and at an infinity.
 */
export function pairedDifference({
  a,
  b,
  level = DEFAULT_LEVEL,
}: PairedColumns & { readonly level?: number }): PairedDifference {
  const { columns, dropped } = completeRows([a, b]);
  const [valuesA = [], valuesB = []] = columns;
  const differences = valuesA.map((value, row) => value - valuesB[row]!);
  const difference = meanInterval(differences, level);
  const differingPairs = differences.filter((d) => d !== 0).length;
  const n = differences.length;
  const correlation = n < 3 || isConstant(valuesA) || isConstant(valuesB) ? NaN : sampleCorrelation(valuesA, valuesB);
  const equalDifferences = n > 1 && isConstantUpToRounding(differences, [...valuesA, ...valuesB]);
  const warnings: PairingWarning[] = [];
  if (correlation < 0) warnings.push('negative correlation');
  if (equalDifferences) warnings.push(differingPairs === 0 ? 'every pair equal' : 'every difference equal');
  if (dropped > 0) warnings.push('pairs dropped');
  return {
    difference,
    halfWidth: (difference.high - difference.low) / 2,
    unpairedHalfWidth: n < 2 ? NaN : unpairedHalfWidth({ valuesA, valuesB, level }),
    meanA: n === 0 ? NaN : mean([...valuesA]),
    meanB: n === 0 ? NaN : mean([...valuesB]),
    correlation,
    varianceReduction: n < 2 ? NaN : varianceReduction({ valuesA, valuesB, differences, equalDifferences }),
    differing: probabilityInterval({ hits: differingPairs, n }, level),
    droppedPairs: dropped,
    warnings,
  };
}

function unpairedHalfWidth(about: {
  readonly valuesA: readonly number[];
  readonly valuesB: readonly number[];
  readonly level: number;
}): number {
  const n = about.valuesA.length;
  const variances = sampleVariance([...about.valuesA]) + sampleVariance([...about.valuesB]);
  return studentQuantile((1 + about.level) / 2, 2 * n - 2) * Math.sqrt(variances / n);
}

function varianceReduction(about: {
  readonly valuesA: readonly number[];
  readonly valuesB: readonly number[];
  readonly differences: readonly number[];
  readonly equalDifferences: boolean;
}): number {
  if (isConstant(about.valuesA) && isConstant(about.valuesB)) return NaN;
  if (about.equalDifferences) return Infinity;
  const [a, b, d] = [about.valuesA, about.valuesB, about.differences].map((values) => sampleVariance([...values]));
  return (a! + b!) / d!;
}

function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}

/** Differences of columns that are one constant apart vary in their last bits. */
function isConstantUpToRounding(differences: readonly number[], operands: readonly number[]): boolean {
  const rounding = 2 ** -50 * operands.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return differences.every((d) => Math.abs(d - differences[0]!) <= rounding);
}
