import { sampleVariance } from 'simple-statistics';
import {
  antitheticGain,
  holmAdjusted,
  pairedDifference,
  pairedRatio,
  pairedTTest,
  pairedVerdict,
  probabilityBest,
  ratioOfRates,
  simultaneousDifferences,
  type Estimate,
  type PairedDifference,
  type PairedVerdict,
} from '../../stats/index.js';
import { hasHeavyTail } from './caution.js';
import { countedMetric, type Metric } from './metric.js';
import { eachColumn, fairShare, independentColumn, meanColumn, valueColumn, type Strategy } from './strategy.js';

/** One alternative against the baseline by one metric, on the same luck. */
export interface PairedRow {
  readonly metric: Metric;
  readonly strategy: Strategy;
  readonly baseline: Strategy;
  /** Alternative less baseline; its interval holds together with those of all other alternatives by this metric. */
  readonly difference: Estimate;
  /** The same with an interval that holds by itself. */
  readonly alone: PairedDifference;
  /** The same of what was counted, where the metric's mean is that of an integral. */
  readonly counted?: PairedDifference;
  /** How many times the replications two independent runs, with means of what was counted, would need for that interval. */
  readonly gain: number;
  /** What antithetic pairs gain in the mean difference, against as many independent pairs of runs; absent without them. */
  readonly antitheticGain?: number;
  /** Alternative over baseline, simultaneous as the difference; absent where an outcome can be negative. */
  readonly ratio?: Estimate;
  /** Share of replications in which the alternative is better, and in which both are equal. */
  readonly better: Estimate;
  readonly equal: Estimate;
  /** Of "no difference", two-sided, and adjusted by Holm over the alternatives and metrics of the comparison. */
  readonly pValue: number;
  readonly adjustedPValue: number;
  readonly verdict: PairedVerdict;
  readonly heavyTail: boolean;
}

/**
 * Every alternative against the baseline (the first strategy) by every metric: paired differences on common random
 * numbers, with Bonferroni intervals over the alternatives of one metric and verdicts by these.
 */
export function pairedRows(
  strategies: readonly Strategy[],
  { metrics, level }: { readonly metrics: readonly Metric[]; readonly level: number },
): PairedRow[] {
  const rows = metrics.flatMap((metric) => rowsOfMetric(strategies, { metric, level }));
  // Where there is no test nothing is claimed, as if p were 1.
  const adjusted = holmAdjusted(rows.map(({ pValue }) => (Number.isNaN(pValue) ? 1 : pValue)));
  return rows.map((row, i) => ({ ...row, adjustedPValue: Number.isNaN(row.pValue) ? NaN : adjusted[i]! }));
}

function rowsOfMetric(
  strategies: readonly Strategy[],
  { metric, level }: { readonly metric: Metric; readonly level: number },
): Omit<PairedRow, 'adjustedPValue'>[] {
  const baseline = strategies[0]!;
  const columns = strategies.map((strategy) => meanColumn(strategy, metric));
  const { better, indifference } = metric;
  return simultaneousDifferences({ columns, against: 'first', level }).map((simultaneous) => {
    const { difference } = simultaneous;
    const strategy = strategies[simultaneous.a]!;
    const pair = { a: columns[simultaneous.a]!, b: columns[0]! };
    const [share] = probabilityBest({
      columns: [eachColumn(strategy, metric), eachColumn(baseline, metric)],
      better,
      level,
    });
    const alone = pairedDifference({ ...pair, level });
    const counting = countedMetric(metric);
    const counted =
      counting && pairedDifference({ a: meanColumn(strategy, counting), b: meanColumn(baseline, counting), level });
    const ofPairs = strategy.antithetic ? gainOfPairs([strategy, baseline], counting ?? metric) : 1;
    const ratio = ratioOf({ strategy, baseline, metric, level: difference.level });
    return {
      metric,
      strategy,
      baseline,
      difference,
      alone,
      ...(counted ? { counted } : {}),
      gain: (counted ?? alone).varianceReduction * (counted ? (counted.halfWidth / alone.halfWidth) ** 2 : 1) * ofPairs,
      ...(strategy.antithetic ? { antitheticGain: antitheticGain(valueDifferences(strategy, baseline, metric)) } : {}),
      ...(ratio ? { ratio } : {}),
      better: fairShare(strategy, share!.alone),
      equal: fairShare(strategy, share!.tied),
      pValue: pairedTTest(pair).pValue,
      verdict: inReplications(strategy, pairedVerdict({ difference, better, indifference })),
      heavyTail: hasHeavyTail(pair.a.map((value, r) => value - pair.b[r]!)),
    };
  });
}

/** How many times the two scenarios' own means are better by antithetic pairs, each for itself. */
function gainOfPairs(pair: readonly Strategy[], metric: Metric): number {
  const total = (columns: readonly Float64Array[]): number =>
    columns.reduce((sum, values) => sum + sampleVariance(Array.from(values).filter((x) => !Number.isNaN(x))), 0);
  const [single, paired] = [valueColumn, meanColumn].map((of) => total(pair.map((strategy) => of(strategy, metric))));
  return single! / 2 / paired!;
}

function valueDifferences(strategy: Strategy, baseline: Strategy, metric: Metric): Float64Array {
  const base = valueColumn(baseline, metric);
  return valueColumn(strategy, metric).map((value, r) => value - base[r]!);
}

/** Where two replications make one independent value, twice as many are needed as values. */
function inReplications({ antithetic }: Strategy, verdict: PairedVerdict): PairedVerdict {
  const { pairsToResolve, morePairs } = verdict;
  return antithetic ? { ...verdict, pairsToResolve: 2 * pairsToResolve, morePairs: 2 * morePairs } : verdict;
}

function ratioOf(about: {
  readonly strategy: Strategy;
  readonly baseline: Strategy;
  readonly metric: Metric;
  readonly level: number;
}): Estimate | undefined {
  const { strategy, baseline, metric, level } = about;
  const { numerator, denominator, meanBy = numerator } = metric;
  const [a, b] = [independentColumn(strategy, meanBy), independentColumn(baseline, meanBy)];
  if ([a, b].some((values) => values.some((value) => value < 0))) return undefined;
  if (denominator === undefined) return pairedRatio({ a, b, level });
  return ratioOfRates({
    a: { numerators: a, denominators: independentColumn(strategy, denominator) },
    b: { numerators: b, denominators: independentColumn(baseline, denominator) },
    level,
  });
}
