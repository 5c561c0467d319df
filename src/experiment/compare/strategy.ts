import { linearisedRate } from '../../stats/index.js';
import { horizonDays } from '../../model/scenario/schema.js';
import { outcome, type Results } from '../results.js';
import type { Metric } from './metric.js';

/** One scenario of a comparison: what its replications gave, of the outcomes that are compared. */
export interface Strategy {
  /** Names it in files. */
  readonly key: string;
  /** Names it to readers: what the scenario calls itself, else its key. */
  readonly name: string;
  readonly title: string;
  /** Replications 0 … n − 1, the same luck in every strategy. */
  readonly n: number;
  readonly horizonDays: number;
  /** By name, one value a replication; NaN where an outcome does not exist. */
  readonly outcomes: Readonly<Record<string, Float64Array>>;
}

/** Columns every comparison needs beside those of its metrics: for tails, warnings and the figure of total against per person. */
const always = ['killed', 'firstFatalDay', 'capped', 'personAttacks', 'personDays'];

/** Keeps of a scenario's results what a comparison by these metrics reads, so that the rest need not stay in memory. */
export function strategyOf(
  { key, results }: { readonly key: string; readonly results: Results },
  metrics: readonly Metric[],
): Strategy {
  const names = new Set([
    ...always,
    ...metrics.flatMap(({ numerator, denominator }) =>
      denominator === undefined ? [numerator] : [numerator, denominator],
    ),
  ]);
  const { scenario, n } = results;
  return {
    key,
    name: scenario.name ?? key,
    title: scenario.title,
    n,
    horizonDays: horizonDays(scenario),
    outcomes: Object.fromEntries([...names].map((name) => [name, outcome(results, name)])),
  };
}

/** One outcome over all replications. Throws RangeError for one that was not kept. */
export function column({ outcomes }: Strategy, name: string): Float64Array {
  const values = outcomes[name];
  if (!values) throw new RangeError(`outcome must be one of those kept, got ${name}`);
  return values;
}

/** A metric over all replications as a column whose mean is the metric: for means, differences and their intervals. */
export function meanColumn(strategy: Strategy, { numerator, denominator, scale }: Metric): Float64Array {
  const values = column(strategy, numerator);
  if (denominator === undefined) return values;
  return linearisedRate({ numerators: values, denominators: column(strategy, denominator) }).map((x) => x * scale);
}

/** A metric replication by replication: for "in how many futures", ranks and regret. NaN where it is 0/0. */
export function eachColumn(strategy: Strategy, { numerator, denominator, scale }: Metric): Float64Array {
  const values = column(strategy, numerator);
  if (denominator === undefined) return values;
  const below = column(strategy, denominator);
  return values.map((value, r) => (scale * value) / below[r]!);
}
