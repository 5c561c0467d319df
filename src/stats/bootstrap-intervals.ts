import { quantileSorted } from 'simple-statistics';
import { DEFAULT_LEVEL } from './estimate.js';

/** What is resampled: `n` rows, `times` times, by uniforms of (0, 1). */
export interface Resampling {
  readonly n: number;
  readonly times: number;
  readonly draw: () => number;
  readonly level?: number;
}

/**
 * Percentile intervals (Efron 1979) of several numbers that are worked out from the same rows: `statistics` is handed the
 * rows of a resample, as indices with repetition. Quantiles of type 7. A number that is NaN in some resample has none.
 */
export function bootstrapIntervals(
  { n, times, draw, level = DEFAULT_LEVEL }: Resampling,
  statistics: (rows: Int32Array) => readonly number[],
): { readonly low: number; readonly high: number }[] {
  const rows = new Int32Array(n);
  const found: Float64Array[] = [];
  for (let t = 0; t < times; t++) {
    for (let i = 0; i < n; i++) rows[i] = Math.floor(draw() * n);
    statistics(rows).forEach((value, s) => ((found[s] ??= new Float64Array(times))[t] = value));
  }
  return found.map((values) => {
    if (values.some(Number.isNaN)) return { low: NaN, high: NaN };
    const sorted = [...values.sort()];
    return { low: quantileSorted(sorted, (1 - level) / 2), high: quantileSorted(sorted, (1 + level) / 2) };
  });
}
