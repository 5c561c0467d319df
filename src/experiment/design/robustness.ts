import {
  innerMeans,
  linearisedRate,
  meanInterval,
  probabilityBest,
  regretTable,
  satisficingShare,
  type Estimate,
  type ProbabilityBest,
  type SystemRegret,
} from '../../stats/index.js';
import type { Metric } from '../compare/index.js';
import type { Evaluated } from './evaluated.js';
import { completeStates, statesColumn, statesDraws } from './states.js';

/** How one scenario does over uncertain states of the world, by one metric. */
export interface RobustnessRow {
  /** Over the states' means. */
  readonly mean: Estimate;
  readonly regret: SystemRegret;
  /** Share of states in which it is the best, alone and tied: the probability that it is the better policy. */
  readonly best: ProbabilityBest;
  /** Share of states in which it keeps to the metric's threshold, where there is one. */
  readonly satisficing: Estimate | undefined;
}

export interface MetricRobustness {
  readonly metric: Metric;
  /** By scenario. */
  readonly rows: readonly RobustnessRow[];
  /** Scenarios with the smallest mean and the smallest worst regret; several where they tie. */
  readonly leastMean: readonly number[];
  readonly leastWorst: readonly number[];
}

export interface Robustness {
  readonly states: number;
  /** States left out because some replication failed. */
  readonly dropped: number;
  readonly metrics: readonly MetricRobustness[];
}

/** Outcomes that the metrics are worked out from; of an expectation the column that spreads less. */
export function robustnessOutcomes(metrics: readonly Metric[]): string[] {
  return [...new Set(metrics.flatMap((metric) => columnsOf(metric)))];
}

/**
 * Regret and satisficing over states of the world. A state's answer is the mean over its replications, or the ratio of
 * sums for a rate, so that chance is averaged out as far as they reach; the regret says how much of it is left.
 */
export function robustness(done: Evaluated, metrics: readonly Metric[]): Robustness {
  const states = completeStates(done);
  const draws = statesDraws(done, states);
  return {
    states: states.length,
    dropped: done.points.length - states.length,
    metrics: metrics.map((metric): MetricRobustness => {
      const columns = done.scenarios.map((_, scenario) => metricColumn(done, { metric, scenario, states }));
      const { better, threshold } = metric;
      const { means } = innerMeans({ columns, draws });
      const table = regretTable({ columns, draws, better });
      const best = probabilityBest({ columns: means, better });
      return {
        metric,
        leastMean: table.leastMean,
        leastWorst: table.leastWorst,
        rows: table.systems.map((regret, i) => ({
          mean: meanInterval(means[i]!),
          regret,
          best: best[i]!,
          satisficing:
            threshold === undefined ? undefined : satisficingShare({ outcomes: means[i]!, threshold, better }),
        })),
      };
    }),
  };
}

function columnsOf({ numerator, meanBy, denominator }: Metric): string[] {
  return [meanBy ?? numerator, ...(denominator === undefined ? [] : [denominator])];
}

/** A metric as one column over the replications of all states, whose mean in each state is the metric there. */
function metricColumn(
  done: Evaluated,
  about: { readonly metric: Metric; readonly scenario: number; readonly states: readonly number[] },
): Float64Array {
  const { metric, scenario, states } = about;
  const [above, below] = columnsOf(metric).map((name) => done.outcomes.indexOf(name));
  const column = (outcome: number, point: number) => statesColumn(done, { states: [point], scenario, outcome });
  return Float64Array.from(
    states.flatMap((point) => {
      const numerators = column(above!, point);
      const values =
        below === undefined ? numerators : linearisedRate({ numerators, denominators: column(below, point) });
      return Array.from(values, (value) => value * metric.scale);
    }),
  );
}
