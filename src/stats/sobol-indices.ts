import { bootstrapIntervals } from './bootstrap-intervals.js';
import { DEFAULT_LEVEL, type Estimate } from './estimate.js';

/** Answers of a model on a Saltelli design, row by row. */
export interface SaltelliAnswers {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** By input: at A with that input from B. */
  readonly mixed: readonly ArrayLike<number>[];
}

/** How much of the variance one input explains. */
export interface SobolIndex {
  /** First-order: what would go, on average, if this input were known: V(E(Y | x)) / V(Y). */
  readonly first: Estimate;
  /** Total: what would be left if all others were known: E(V(Y | others)) / V(Y). */
  readonly total: Estimate;
}

export interface SobolIndices {
  readonly mean: number;
  readonly variance: number;
  readonly inputs: readonly SobolIndex[];
}

/**
 * Sobol' indices by the estimators of Saltelli et al. (2010, table 2 b for first-order and f, Jansen's, for total), after
 * Y is centred and scaled. Intervals by bootstrap of the rows; on scrambled Sobol' points they are wider than needed.
 * Throws RangeError where a value is missing: the design must be full.
 */
export function sobolIndices(
  { a, b, mixed }: SaltelliAnswers,
  about: { readonly draw: () => number; readonly resamples: number; readonly level?: number },
): SobolIndices {
  const { draw, resamples, level = DEFAULT_LEVEL } = about;
  const n = a.length;
  if (n < 2) throw new RangeError(`rows must be at least 2, got ${n}`);
  const both = [...Array.from(a), ...Array.from(b)];
  if ([both, ...mixed.map((column) => Array.from(column))].some((column) => column.some((y) => !Number.isFinite(y))))
    throw new RangeError('a Saltelli design must be full, got a row without an answer');
  const mean = both.reduce((sum, y) => sum + y, 0) / both.length;
  const variance = both.reduce((sum, y) => sum + (y - mean) ** 2, 0) / both.length;
  const scale = variance > 0 ? 1 / Math.sqrt(variance) : NaN;
  const scaled = (column: ArrayLike<number>) => Float64Array.from(column, (y) => (y - mean) * scale);
  const answers = { a: scaled(a), b: scaled(b), mixed: mixed.map(scaled) };
  const all = Int32Array.from({ length: n }, (_, i) => i);
  const point = indicesOf(answers, all);
  const intervals = bootstrapIntervals({ n, times: resamples, draw, level }, (rows) => indicesOf(answers, rows));
  const estimate = (at: number): Estimate => ({
    value: point[at]!,
    low: intervals[at]!.low,
    high: intervals[at]!.high,
    level,
    n,
    method: `bootstrap percentile, ${resamples} resamples`,
  });
  return { mean, variance, inputs: mixed.map((_, j) => ({ first: estimate(2 * j), total: estimate(2 * j + 1) })) };
}

/** First-order and total index of each input in turn, of the rows given. */
function indicesOf(
  answers: { readonly a: Float64Array; readonly b: Float64Array; readonly mixed: readonly Float64Array[] },
  rows: Int32Array,
): number[] {
  const { a, b, mixed } = answers;
  const n = rows.length;
  let sum = 0;
  let squares = 0;
  for (const i of rows) {
    sum += a[i]! + b[i]!;
    squares += a[i]! ** 2 + b[i]! ** 2;
  }
  const variance = squares / (2 * n) - (sum / (2 * n)) ** 2;
  return mixed.flatMap((column) => {
    let first = 0;
    let total = 0;
    for (const i of rows) {
      const moved = column[i]! - a[i]!;
      first += b[i]! * moved;
      total += moved * moved;
    }
    return [first / n / variance, total / (2 * n) / variance];
  });
}
