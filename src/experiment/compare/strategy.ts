import { linearisedRate, pairMeans, pointOfPairs, probabilityOfPairs, type Estimate } from '../../stats/index.js';
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
  /** Replications 2i and 2i + 1 are an antithetic pair: their means are independent of each other, not they themselves. */
  readonly antithetic?: true | undefined;
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
    ...metrics.flatMap(({ numerator, denominator, meanBy }) =>
      [numerator, denominator, meanBy].filter((name) => name !== undefined),
    ),
  ]);
  const { scenario, n, antithetic } = results;
  return {
    key,
    name: scenario.name ?? key,
    title: scenario.title,
    n,
    horizonDays: horizonDays(scenario),
    ...(antithetic ? { antithetic } : {}),
    outcomes: Object.fromEntries([...names].map((name) => [name, outcome(results, name)])),
  };
}

/** One outcome over all replications. Throws RangeError for one that was not kept. */
export function column({ outcomes }: Strategy, name: string): Float64Array {
  const values = outcomes[name];
  if (!values) throw new RangeError(`outcome must be one of those kept, got ${name}`);
  return values;
}

/** One outcome as values independent of each other: by replication, or by antithetic pair. */
export function independentColumn(strategy: Strategy, name: string): Float64Array {
  return byPair(strategy, column(strategy, name));
}

/** A metric as a column of independent values whose mean is the metric: for means, differences and their intervals. */
export function meanColumn(strategy: Strategy, metric: Metric): Float64Array {
  return byPair(strategy, valueColumn(strategy, metric));
}

function byPair({ antithetic }: Strategy, values: Float64Array): Float64Array {
  return antithetic ? pairMeans(values) : values;
}

/** The same replication by replication. */
export function valueColumn(
  strategy: Strategy,
  { numerator, denominator, scale, meanBy = numerator }: Metric,
): Float64Array {
  const values = column(strategy, meanBy);
  if (denominator === undefined) return values;
  return linearisedRate({ numerators: values, denominators: column(strategy, denominator) }).map((x) => x * scale);
}

/** A share of replications, with an interval that holds also where they come in pairs. */
export function fairShare({ antithetic }: Strategy, estimate: Estimate): Estimate {
  return antithetic ? probabilityOfPairs(estimate) : estimate;
}

/** An estimate that has an interval only where replications are independent of each other. */
export function fairPoint({ antithetic }: Strategy, estimate: Estimate): Estimate {
  return antithetic ? pointOfPairs(estimate) : estimate;
}

/** A metric replication by replication: for "in how many futures", ranks and regret. NaN where it is 0/0. */
export function eachColumn(strategy: Strategy, { numerator, denominator, scale }: Metric): Float64Array {
  const values = column(strategy, numerator);
  if (denominator === undefined) return values;
  const below = column(strategy, denominator);
  return values.map((value, r) => (scale * value) / below[r]!);
}
