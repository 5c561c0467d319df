import { mean, sampleVariance } from 'simple-statistics';
import { bootstrapIntervals } from './bootstrap-intervals.js';
import { DEFAULT_LEVEL, type Estimate } from './estimate.js';
import { meanInterval } from './mean-interval.js';

/** What the elementary effects of one input say of it. */
export interface ElementaryEffects {
  /** μ, with Student's interval: which way the answer moves. */
  readonly mean: Estimate;
  /** μ*, mean of |effects| (Campolongo, Cariboni and Saltelli 2007): how much it moves. */
  readonly meanAbsolute: Estimate;
  /** σ: how much that depends on where all the inputs are; NaN of fewer than two. */
  readonly spread: number;
}

/** Summary of one input's elementary effects (Morris 1991), one of each trajectory; the interval of μ* by bootstrap. */
export function elementaryEffects(
  effects: ArrayLike<number>,
  about: { readonly draw: () => number; readonly resamples: number; readonly level?: number },
): ElementaryEffects {
  const { draw, resamples, level = DEFAULT_LEVEL } = about;
  const all = Array.from(effects);
  const n = all.length;
  const absolute = all.map(Math.abs);
  const [interval = { low: NaN, high: NaN }] =
    n < 2
      ? []
      : bootstrapIntervals({ n, times: resamples, draw, level }, (rows) => {
          let sum = 0;
          for (const i of rows) sum += absolute[i]!;
          return [sum / n];
        });
  return {
    mean: meanInterval(all, level),
    meanAbsolute: {
      value: mean(absolute),
      ...interval,
      level,
      n,
      method: `bootstrap percentile, ${resamples} resamples`,
    },
    spread: n < 2 ? NaN : Math.sqrt(sampleVariance(all)),
  };
}
