import { lookSchedule, precisionReached, type MetricPrecision, type PrecisionTarget } from '../../stats/index.js';
import type { Metric } from './metric.js';
import { pairedRows, type PairedRow } from './paired-rows.js';
import type { Strategy } from './strategy.js';

/** How precise the differences from the baseline by one metric are to be; a relative target is a share of the baseline's mean. */
export interface DifferenceGoal {
  readonly metric: Metric;
  readonly target: PrecisionTarget;
}

/** One difference at one look. */
export interface DifferencePrecision
  extends DifferenceGoal, Pick<MetricPrecision, 'halfWidth' | 'allowed' | 'reached'> {
  /** Key of the alternative. */
  readonly scenario: string;
  readonly difference: number;
  /** Mean of the baseline. */
  readonly baseline: number;
}

export interface DifferenceReport {
  readonly why: 'precise' | 'cap' | 'running';
  /** Replications at the look that was judged. */
  readonly replications: number;
  /** By goal, then alternative. */
  readonly differences: readonly DifferencePrecision[];
}

/** Looks at 500, 1,000, 2,000, … replications of each scenario, the cap last. */
export function differenceLooks(cap: number): number[] {
  return lookSchedule({ first: Math.min(500, cap), growth: 2, cap });
}

/**
 * Judges at each look of {@link differenceLooks} in turn whether replications are enough: the half-widths of the
 * comparison's own intervals, simultaneous over the alternatives, meet every goal at two looks in a row, or the cap is
 * reached. What it says depends on the numbers alone. Each scenario must have as many replications as the look.
 */
export function differenceJudge(about: {
  readonly goals: readonly DifferenceGoal[];
  readonly level: number;
  readonly cap: number;
}): (strategies: readonly Strategy[]) => DifferenceReport {
  const { goals, level, cap } = about;
  const metrics = goals.map(({ metric }) => metric);
  const looks = differenceLooks(cap);
  const seen = new Map<number, readonly PairedRow[]>();
  return (strategies) => {
    const n = strategies[0]?.n ?? 0;
    seen.set(n, pairedRows(strategies, { metrics, level }));
    const pairs = goals.flatMap((goal, g) => strategies.slice(1).map((strategy, i) => ({ goal, g, strategy, i })));
    const report = precisionReached({
      metrics: pairs.map(({ goal, g, strategy, i }) => {
        const rowOf = (look: number): PairedRow => rowAt(seen, look, g * (strategies.length - 1) + i);
        return {
          name: `${goal.metric.name} of ${strategy.key}`,
          target: goal.target,
          estimateOfFirst: (look) => rowOf(look).difference,
          sizeOfFirst: (look) => rowOf(look).alone.meanB,
        };
      }),
      looks,
      replications: n,
    });
    return {
      why: report.why,
      replications: report.replications,
      differences: report.metrics.map(({ estimate, halfWidth, allowed, reached }, p) => {
        const { goal, g, strategy, i } = pairs[p]!;
        const baseline = rowAt(seen, report.replications, g * (strategies.length - 1) + i).alone.meanB;
        return { ...goal, scenario: strategy.key, difference: estimate.value, halfWidth, allowed, reached, baseline };
      }),
    };
  };
}

function rowAt(seen: ReadonlyMap<number, readonly PairedRow[]>, look: number, index: number): PairedRow {
  const row = seen.get(look)?.[index];
  if (!row) throw new RangeError(`looks must be judged in their order, but ${look} was left out`);
  return row;
}
