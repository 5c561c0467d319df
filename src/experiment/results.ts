import { isoDate, isoDay } from '../model/scenario/iso-date.js';
import type { Happening } from '../model/happening.js';
import type { Past } from '../model/luck.js';
import type { OutcomeColumn, WeeklySeries } from '../model/outcome-columns.js';
import type { Scenario } from '../model/scenario/schema.js';
import type { FailedReplication } from './run-replications.js';

/** All replications of one scenario, in the order of their index whoever computed them. */
export interface Results {
  readonly scenario: Scenario;
  readonly seed: number;
  /** The past that all of them share, where they are its futures. */
  readonly past?: Past | undefined;
  /** Replications 2i and 2i + 1 are an antithetic pair, and n is even. */
  readonly antithetic?: true | undefined;
  /** Replications 0 … n − 1, failed ones among them. */
  readonly n: number;
  readonly columns: readonly OutcomeColumn[];
  /** Row-major: outcome c of replication r at r * columns.length + c; NaN where an outcome does not exist, or the replication failed. */
  readonly values: Float64Array;
  readonly weeks: number;
  /** By week: week w of replication r at r * weeks + w. */
  readonly weekly: Readonly<Record<WeeklySeries, Float64Array>>;
  /** What happened in the first replication that did not fail, in order of time. */
  readonly firstReplication: readonly Happening[];
  /** In the order of their index. */
  readonly failures: readonly FailedReplication[];
}

/**
 * The replications that ran to their end (of antithetic pairs those of which both did): what estimates and figures are made of. Rows move up where others failed; `n`
 * counts those that are left, `failures` still tells of the others.
 */
export function completed(results: Results): Results {
  const { n, columns, values, weeks, weekly, failures } = results;
  if (failures.length === 0) return results;
  // The other of a pair is left out too: it would have no partner.
  const ofPair = (replication: number): number[] =>
    results.antithetic ? [replication, replication + (replication % 2 === 0 ? 1 : -1)] : [replication];
  const failed = new Set(failures.flatMap(({ replication }) => ofPair(replication)));
  const rows = Array.from({ length: n }, (_, r) => r).filter((r) => !failed.has(r));
  if (rows.length === n) return results;
  const kept = (from: Float64Array, width: number): Float64Array => {
    const into = new Float64Array(rows.length * width);
    rows.forEach((r, i) => {
      into.set(from.subarray(r * width, (r + 1) * width), i * width);
    });
    return into;
  };
  return {
    ...results,
    n: rows.length,
    values: kept(values, columns.length),
    weekly: {
      attacks: kept(weekly.attacks, weeks),
      personAttacks: kept(weekly.personAttacks, weeks),
      personDays: kept(weekly.personDays, weeks),
    },
  };
}

/** One outcome over all replications, in their order. Length n. */
export function outcome(results: Results, name: string): Float64Array {
  const width = results.columns.length;
  const at = results.columns.findIndex((column) => column.name === name);
  if (at < 0) throw new RangeError(`outcome must be one of the columns, got ${name}`);
  return Float64Array.from({ length: results.n }, (_, r) => results.values[r * width + at] ?? NaN);
}

/** One week of a series over all replications. Length n. */
export function weekOf(results: Results, series: WeeklySeries, week: number): Float64Array {
  return Float64Array.from({ length: results.n }, (_, r) => results.weekly[series][r * results.weeks + week] ?? NaN);
}

/** ISO date on which a week of the scenario begins; week 0 begins on its first day. */
export function weekStart(scenario: Scenario, week: number): string {
  return isoDate(isoDay(scenario.start) + 7 * week);
}
