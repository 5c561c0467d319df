import { centralIntervals, type CentralIntervals } from '../../stats/index.js';
import { recordStatistics, type DayAttack, type RecordStatistic } from './record-statistics.js';

export interface PredictiveQuestion {
  readonly attacks: readonly DayAttack[];
  readonly windowDays: number;
  /** Records that each process could have left, by the name of the process. */
  readonly replicas: Readonly<Record<string, readonly (readonly DayAttack[])[]>>;
}

/** One statistic of the record among those of records that a process could have left. */
export interface PredictiveCheck {
  readonly statistic: RecordStatistic;
  readonly process: string;
  readonly observed: number;
  readonly predicted: CentralIntervals;
  /** Share of the replicas below what was observed, half of those equal to it: near 0 or 1 the process does not do that. */
  readonly place: number;
  /** Replicas that have the statistic. */
  readonly replicas: number;
}

/**
 * Posterior-predictive checks: statistics that the fit did not aim at, of the record and of replicas of it (Gelman, Meng and
 * Stern 1996). What the record does not have is left out.
 */
export function predictiveChecks({ attacks, windowDays, replicas }: PredictiveQuestion): PredictiveCheck[] {
  return statisticNames.flatMap((statistic) => {
    const { of } = recordStatistics[statistic];
    const observed = of(attacks, windowDays);
    if (Number.isNaN(observed)) return [];
    return Object.entries(replicas).flatMap(([process, records]) => {
      const values = records.map((record) => of(record, windowDays)).filter((value) => !Number.isNaN(value));
      if (values.length === 0) return [];
      const below = values.filter((value) => value < observed).length;
      const equal = values.filter((value) => value === observed).length;
      const place = (below + equal / 2) / values.length;
      return [{ statistic, process, observed, predicted: centralIntervals(values), place, replicas: values.length }];
    });
  });
}

const statisticNames: readonly RecordStatistic[] = ['fano', 'quiet', 'busiest', 'repeats'];
