import { sampleSkewness } from 'simple-statistics';
import type { Estimate } from '../../stats/index.js';
import { mostCapped } from '../summarise.js';
import { column, type Strategy } from './strategy.js';

/**
 * Student's interval is too narrow where few values carry the sum: Cochran's rule asks for n > 25 G₁², G₁ the skewness
 * (Cochran, Sampling Techniques, 1977, 2.15).
 */
export function hasHeavyTail(values: ArrayLike<number>): boolean {
  const all = Array.from(values).filter((value) => !Number.isNaN(value));
  if (all.length < 3 || all.every((value) => value === all[0])) return false;
  return all.length < 25 * sampleSkewness(all) ** 2;
}

/** Strategies in which the cap on events ended so many replications that no mean may be given: see `summarise`. */
export function cappedStrategies(strategies: readonly Strategy[]): Strategy[] {
  return strategies.filter((strategy) => {
    const capped = column(strategy, 'capped').reduce((sum, flag) => sum + (flag > 0 ? 1 : 0), 0);
    return capped / strategy.n > mostCapped;
  });
}

/** An estimate that may not be given: counts of replications that the cap ended are lower bounds. */
export function withheld(estimate: Estimate): Estimate {
  const note = 'not given: the cap on events ended more than 1 % of replications';
  return { ...estimate, value: NaN, low: NaN, high: NaN, note };
}
