import {
  bonferroniLevel,
  exceedanceCurve,
  exceedanceDifference,
  expectedShortfall,
  probabilityInterval,
  sortedSample,
  survivalCurve,
  type Estimate,
  type ExceedanceRow,
  type SurvivalRow,
} from '../../stats/index.js';
import { column, fairPoint, fairShare, type Strategy } from './strategy.js';

/** What a strategy can come to at worst, and when somebody first dies. */
export interface Tails {
  readonly strategy: Strategy;
  /** P(killed ≥ x) over the whole period. */
  readonly killed: readonly ExceedanceRow[];
  /** Mean killed of the worst 5 % of replications. */
  readonly killedWorst: Estimate;
  /** P(somebody is killed) less that of the baseline, simultaneous over the alternatives; absent for the baseline. */
  readonly fatalDifference?: Estimate;
  /** Day by which the first fatal attack has come in half of the replications (Kaplan–Meier, censored at the end). */
  readonly firstFatalDay: Estimate;
  /** The whole curve: probability that nobody has been killed yet. */
  readonly survival: readonly SurvivalRow[];
  /** P(somebody has been killed by day 90). */
  readonly fatalByDay90: Estimate;
}

const thresholds = [1, 2, 3, 5, 10, 20, 50];
const worstShare = 0.05;

export function tailsOf(strategies: readonly Strategy[], level: number): Tails[] {
  const baseline = strategies[0]!;
  const each = bonferroniLevel({ level, intervals: Math.max(1, strategies.length - 1) });
  return strategies.map((strategy) => {
    const killed = column(strategy, 'killed');
    const sample = sortedSample(killed.filter((value) => !Number.isNaN(value)));
    const days = column(strategy, 'firstFatalDay').filter((_, r) => !Number.isNaN(killed[r]));
    const curve = survivalCurve({
      times: Array.from(days, (day) => (Number.isNaN(day) ? strategy.horizonDays : day)),
      observed: Array.from(days, (day) => !Number.isNaN(day)),
      level,
    });
    const by90 = days.filter((day) => day <= 90).length;
    return {
      strategy,
      killed: exceedanceCurve(sample, { thresholds, level }).map((row) => ({
        ...row,
        probabilityAtLeast: fairShare(strategy, row.probabilityAtLeast),
      })),
      killedWorst: fairPoint(strategy, expectedShortfall(sample, { worstShare, level })),
      ...(strategy === baseline
        ? {}
        : {
            fatalDifference: fairPoint(
              strategy,
              exceedanceDifference({ a: killed, b: column(baseline, 'killed'), threshold: 1, level: each }),
            ),
          }),
      firstFatalDay: fairPoint(strategy, curve.median),
      survival: curve.rows
        .filter(({ events }) => events > 0)
        .map((row) => (strategy.antithetic ? { ...row, standardError: NaN, low: NaN, high: NaN } : row)),
      fatalByDay90: fairShare(strategy, probabilityInterval({ hits: by90, n: days.length }, level)),
    };
  });
}
