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
  const looks = lookSchedule({ first: Math.min(firstLook, baseline.n), growth, cap: baseline.n });
  return metrics.flatMap((metric) => {
    const base = meanColumn(baseline, metric);
    return strategies.slice(1).flatMap((strategy) => {
      const values = meanColumn(strategy, metric).map((value, r) => value - base[r]!);
      return runningMean({ values, looks, level }).map(({ replications, mean }) => ({
        metric: metric.name,
        scenario: strategy.key,
        replications,
        difference: mean,
      }));
    });
  });
}
