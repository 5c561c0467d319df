import {
  meanInterval,
  probabilityBest,
  ratioInterval,
  regretTable,
  satisficingShare,
  type Estimate,
} from '../../stats/index.js';
import { cautious } from '../summarise.js';
import { countedMetric, type Metric } from './metric.js';
import { eachColumn, fairPoint, fairShare, independentColumn, type Strategy } from './strategy.js';

/** One strategy by one metric, beside all others. */
export interface RankedRow {
  readonly metric: Metric;
  readonly strategy: Strategy;
  /** 1 for the best mean. */
  readonly rank: number;
  readonly mean: Estimate;
  /** The mean of what was counted, where `mean` is that of an integral. */
  readonly counted?: Estimate;
  readonly heavyTail: boolean;
  /** Share of replications in which no other is better: alone, and together with others. */
  readonly best: Estimate;
  readonly tiedBest: Estimate;
  /**
   * How much worse it is than the best of the same replication, at worst and on average. Replications hold chance, so
   * that hindsight of chance is in it: it is biased upward as a regret over what is not known.
   */
  readonly worstRegret: number;
  readonly meanRegret: Estimate;
  /** Share of replications that reach the metric's threshold, where it has one. */
  readonly satisficing?: Estimate;
}

/** All strategies by one metric, the best mean first. A replication in which one has no value is left out for all. */
export function rankedRows(
  strategies: readonly Strategy[],
  { metric, level }: { readonly metric: Metric; readonly level: number },
): RankedRow[] {
  const { better, threshold } = metric;
  const columns = strategies.map((strategy) => eachColumn(strategy, metric));
  const best = probabilityBest({ columns, better, level });
  const exists = columns[0]!.some((_, r) => columns.every((values) => !Number.isNaN(values[r])));
  const regret = exists ? regretTable({ columns, better, level }).systems : undefined;
  const means = strategies.map((strategy) => meanOf(strategy, metric, level));
  const counting = countedMetric(metric);
  const order = strategies
    .map((_, i) => i)
    .sort((i, j) => (better === 'lower' ? 1 : -1) * (means[i]!.value - means[j]!.value));
  return order.map((i, place) => {
    const finite = columns[i]!.filter((value) => !Number.isNaN(value));
    return {
      metric,
      strategy: strategies[i]!,
      rank: place + 1,
      mean: means[i]!,
      ...(counting ? { counted: meanOf(strategies[i]!, counting, level) } : {}),
      heavyTail: means[i]!.note?.startsWith('heavy tail') ?? false,
      best: fairShare(strategies[i]!, best[i]!.alone),
      tiedBest: fairShare(strategies[i]!, best[i]!.tied),
      worstRegret: regret?.[i]?.worst ?? NaN,
      meanRegret: fairPoint(strategies[i]!, regret?.[i]?.mean ?? meanInterval([], level)),
      ...(threshold === undefined
        ? {}
        : { satisficing: fairShare(strategies[i]!, satisficingShare({ outcomes: finite, threshold, better, level })) }),
    };
  });
}

function meanOf(strategy: Strategy, metric: Metric, level: number): Estimate {
  const { numerator, denominator, scale, meanBy = numerator } = metric;
  const above = independentColumn(strategy, meanBy);
  if (denominator === undefined) {
    const values = above.filter((value) => !Number.isNaN(value));
    const mean = cautious(meanInterval(values, level), values);
    const missing = above.length - values.length;
    return missing === 0 ? mean : { ...mean, note: `over the ${values.length} replications in which it exists` };
  }
  const below = independentColumn(strategy, denominator);
  const rows = Array.from(above.keys()).filter((r) => !Number.isNaN(above[r]) && !Number.isNaN(below[r]));
  const rate = ratioInterval({
    numerators: rows.map((r) => above[r]!),
    denominators: rows.map((r) => below[r]!),
    level,
  });
  return { ...rate, value: rate.value * scale, low: rate.low * scale, high: rate.high * scale };
}
