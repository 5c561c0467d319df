import { DEFAULT_LEVEL, type Estimate } from './estimate.js';
import { clopperPearson } from './probability-interval.js';

/** So many events in so many days. */
export interface ObservedRate {
  readonly count: number;
  readonly days: number;
}

/**
 * The rate after over the rate before, with the exact interval of two Poisson counts: given their sum, the later count is
 * binomial, and the limits of its probability p (Clopper and Pearson) are those of ratio r = (p/(1 − p)) · days before/days
 * after (Przyborowski and Wilenski 1940). Counts that come in clusters make it too narrow. NaN, without limits, where both
 * counts are 0; Infinity where only the first is.
 */
export function rateRatio(
  { before, after }: { readonly before: ObservedRate; readonly after: ObservedRate },
  level = DEFAULT_LEVEL,
): Estimate {
  const share = clopperPearson({ hits: after.count, n: before.count + after.count }, level);
  const ratio = (p: number): number => (p / (1 - p)) * (before.days / after.days);
  return {
    ...share,
    value: ratio(share.value),
    low: ratio(share.low),
    high: ratio(share.high),
    method: 'exact conditional',
  };
}
