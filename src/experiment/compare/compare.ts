import { cappedStrategies, withheld } from './caution.js';
import { convergenceRows, type ConvergenceRow } from './convergence.js';
import type { Metric } from './metric.js';
import { pairedRows, type PairedRow } from './paired-rows.js';
import { rankedRows, type RankedRow } from './ranking.js';
import { selectBest, type Selection } from './selection.js';
import type { Strategy } from './strategy.js';
import { tailsOf, type Tails } from './tails.js';

/** Strategies on the same luck, held against the first of them. */
export interface Comparison {
  /** The baseline, then the alternatives in their order. */
  readonly strategies: readonly Strategy[];
  readonly metrics: readonly Metric[];
  readonly n: number;
  readonly level: number;
  /** By metric, then alternative. */
  readonly paired: readonly PairedRow[];
  /** By metric, then rank. */
  readonly ranked: readonly RankedRow[];
  /** By metric. */
  readonly selections: readonly Selection[];
  readonly tails: readonly Tails[];
  readonly convergence: readonly ConvergenceRow[];
  /** What a reader must know before using the numbers. */
  readonly warnings: readonly string[];
}

/** Below this factor antithetic pairs are worse than independent replications by more than chance makes it seem. */
const hurts = 0.9;

/** The level of every interval of a comparison. */
export const comparisonLevel = 0.95;

/** Compares strategies by metrics. Throws RangeError unless there are two strategies at least, all of as many replications. */
export function compareStrategies(given: readonly Strategy[], metrics: readonly Metric[]): Comparison {
  const strategies = withOwnNames(given);
  const [baseline] = strategies;
  if (!baseline || strategies.length < 2)
    throw new RangeError(`strategies must be at least two, got ${strategies.length}`);
  for (const { key, n } of strategies)
    if (n !== baseline.n) throw new RangeError(`replications of ${key} must be ${baseline.n}, got ${n}`);
  const level = comparisonLevel;
  const capped = cappedStrategies(strategies);
  const paired = pairedRows(strategies, { metrics, level }).map((row) =>
    capped.includes(row.strategy) || capped.includes(row.baseline) ? withoutMeans(row) : row,
  );
  const ranked = metrics.flatMap((metric) => rankedRows(strategies, { metric, level }));
  return {
    strategies,
    metrics,
    n: baseline.n,
    level,
    paired,
    ranked: ranked.map((row) => (capped.includes(row.strategy) ? withoutMean(row) : row)),
    selections: metrics.map((metric) =>
      capped.length > 0 ? { metric, level, kind: 'open', strategies } : selectBest(strategies, { metric, level }),
    ),
    tails: tailsOf(strategies, level),
    convergence: convergenceRows(strategies, { metrics, level }),
    warnings: warningsOf(strategies, paired),
  };
}

function withoutMean({ counted, ...row }: RankedRow): RankedRow {
  return { ...row, mean: withheld(row.mean), ...(counted ? { counted: withheld(counted) } : {}) };
}

/** A pair of which one side is a lower bound only: no difference, ratio or test of means. */
function withoutMeans({ ratio, counted, ...row }: PairedRow): PairedRow {
  return {
    ...row,
    ...(ratio ? { ratio: withheld(ratio) } : {}),
    ...(counted ? { counted: { ...counted, difference: withheld(counted.difference) } } : {}),
    difference: withheld(row.difference),
    alone: { ...row.alone, difference: withheld(row.alone.difference) },
    pValue: NaN,
    adjustedPValue: NaN,
    verdict: { verdict: 'not resolved', pairsToResolve: NaN, morePairs: NaN },
  };
}

function warningsOf(strategies: readonly Strategy[], paired: readonly PairedRow[]): string[] {
  const warnings: string[] = [];
  const capped = cappedStrategies(strategies);
  if (capped.length > 0)
    warnings.push(
      `The cap on events ended more than 1 % of the replications of ${namesOf(capped)}: their means are lower bounds, and no verdict on them holds.`,
    );
  if (new Set(strategies.map(({ horizonDays }) => horizonDays)).size > 1)
    warnings.push('The scenarios are not equally long: totals are not comparable, rates are.');
  for (const { metric, strategy, alone, antitheticGain } of paired) {
    if (antitheticGain !== undefined && antitheticGain < hurts)
      warnings.push(
        `Antithetic pairs hurt here: independent replications would tell ${metric.words} of ${strategy.name} less the baseline better (factor ${antitheticGain.toFixed(2)}).`,
      );
    if (alone.warnings.includes('negative correlation'))
      warnings.push(
        `Common luck hurts here: ${metric.words} of ${strategy.name} and the baseline move against each other (ρ ${alone.correlation.toFixed(2)}), so that independent runs would tell more.`,
      );
    if (alone.droppedPairs > 0)
      warnings.push(
        `${metric.words} of ${strategy.name}: ${alone.droppedPairs} replications without a value on one side or both are left out.`,
      );
  }
  if (strategies[0]!.n < 200)
    warnings.push(`Only ${strategies[0]!.n} replications: tails and small probabilities are rough.`);
  return warnings;
}

function namesOf(strategies: readonly Strategy[]): string {
  return strategies.map(({ name }) => name).join(', ');
}

/** A name that two share (a variant that only spreads another has its name) or that is another's key tells nothing: both go by their keys. */
function withOwnNames(strategies: readonly Strategy[]): readonly Strategy[] {
  const isOwn = ({ key, name }: Strategy): boolean =>
    !strategies.some((other) => other.key !== key && (other.name === name || other.key === name));
  return strategies.map((strategy) => (isOwn(strategy) ? strategy : { ...strategy, name: strategy.key }));
}
