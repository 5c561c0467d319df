import { lookSchedule, runningMean, type Estimate } from '../../stats/index.js';
import type { Metric } from './metric.js';
import { meanColumn, type Strategy } from './strategy.js';

/** How a paired difference settled over the first so many replications; the interval is of one look alone. */
export interface ConvergenceRow {
  readonly metric: string;
  readonly scenario: string;
  readonly replications: number;
  readonly difference: Estimate;
}

const firstLook = 50;
const growth = 1.25;

export function convergenceRows(
  strategies: readonly Strategy[],
  { metrics, level }: { readonly metrics: readonly Metric[]; readonly level: number },
): ConvergenceRow[] {
  const baseline = strategies[0]!;
  const each = baseline.antithetic ? 2 : 1;
  const values = baseline.n / each;
  const looks = lookSchedule({ first: Math.min(firstLook, values), growth, cap: values });
  return metrics.flatMap((metric) => {
    const base = meanColumn(baseline, metric);
    return strategies.slice(1).flatMap((strategy) => {
      const differences = meanColumn(strategy, metric).map((value, r) => value - base[r]!);
      return runningMean({ values: differences, looks, level }).map(({ replications, mean }) => ({
        metric: metric.name,
        scenario: strategy.key,
        replications: each * replications,
        difference: mean,
      }));
    });
  });
}
