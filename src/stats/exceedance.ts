import { DEFAULT_LEVEL, type Estimate } from './estimate.js';
import { probabilityInterval } from './probability-interval.js';
import { checkSample, type SortedSample } from './sorted-sample.js';

export interface ExceedanceRow {
  readonly threshold: number;
  readonly probabilityAtLeast: Estimate;
}

/** P(X ≥ x) at each threshold x, in the order given: Wilson's interval, Clopper–Pearson's at none and all. */
export function exceedanceCurve(
  sample: SortedSample,
  { thresholds, level = DEFAULT_LEVEL }: { readonly thresholds: ArrayLike<number>; readonly level?: number },
): ExceedanceRow[] {
  checkSample(thresholds, 'threshold');
  return Array.from(thresholds, (threshold) => ({
    threshold,
    probabilityAtLeast: probabilityAtLeast(sample, { threshold, level }),
  }));
}

/** P(X ≥ threshold), the threshold itself counting. */
export function probabilityAtLeast(sample: SortedSample, about: ThresholdQuestion): Estimate {
  return shareFrom(sample, { ...about, passes: (value) => value >= about.threshold });
}

/** P(X > threshold), the threshold itself not counting. */
export function probabilityAbove(sample: SortedSample, about: ThresholdQuestion): Estimate {
  return shareFrom(sample, { ...about, passes: (value) => value > about.threshold });
}

export interface ThresholdQuestion {
  readonly threshold: number;
  readonly level?: number;
}

/** `passes` holds for no value or for all from some rank on. */
function shareFrom(
  { ascending }: SortedSample,
  { passes, threshold, level }: ThresholdQuestion & { readonly passes: (value: number) => boolean },
): Estimate {
  checkSample([threshold], 'threshold');
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (passes(ascending[middle]!)) to = middle;
    else from = middle + 1;
  }
  return probabilityInterval({ hits: ascending.length - from, n: ascending.length }, level);
}
