import { ratioInterval, type Estimate } from '../stats/index.js';
import { outcome, type Results } from './results.js';
import type { SummaryRow } from './summarise.js';
import type { TakenPast } from './take-past.js';

/** One number of the time from the day of a past on. */
export interface SinceRow {
  readonly outcome: string;
  readonly statistic: 'mean' | 'ratio of sums';
  /** By future, from 0: the total of the replication less that of the past. Of a ratio, its numerator. */
  readonly values: Float64Array;
  readonly estimate: Estimate;
}

const counts = ['attacks', 'personAttacks', 'killed', 'wounded'];

/**
 * What came from the day of a past on. All futures have the past's totals, so these are taken off: means and their
 * intervals move by them, and a rate is worked out anew.
 */
export function sincePast(
  { results, summary }: { readonly results: Results; readonly summary: readonly SummaryRow[] },
  { totals }: Pick<TakenPast, 'totals'>,
): SinceRow[] {
  const after = (name: string): Float64Array => outcome(results, name).map((value) => value - (totals[name] ?? NaN));
  const rows = counts.flatMap((name): SinceRow[] => {
    const whole = summary.find((row) => row.outcome === name && row.statistic === 'mean');
    if (!whole) return [];
    const estimate = moved(whole, -(totals[name] ?? NaN));
    return [{ outcome: name, statistic: 'mean', values: after(name), estimate }];
  });
  const numerators = after('personAttacks');
  const estimate = ratioInterval({ numerators, denominators: after('personDays') });
  const per1000 = { ...estimate, value: 1000 * estimate.value, low: 1000 * estimate.low, high: 1000 * estimate.high };
  const rate: SinceRow = {
    outcome: 'personAttacksPer1000PersonDays',
    statistic: 'ratio of sums',
    values: numerators,
    estimate: per1000,
  };
  return [...rows, rate];
}

function moved({ value, low, high, level, n, method, note }: Estimate, by: number): Estimate {
  const at = { value: value + by, low: low + by, high: high + by, level, n, method };
  return note === undefined ? at : { ...at, note };
}
