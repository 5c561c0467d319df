import { isoDate, isoDay } from '../model/scenario/iso-date.js';
import type { Happening } from '../model/happening.js';
import type { Past } from '../model/luck.js';
import type { OutcomeColumn, WeeklySeries } from '../model/outcome-columns.js';
import type { Scenario } from '../model/scenario/schema.js';
import type { DetailRows } from './detail-rows.js';
import { fieldOf, rowsWithoutFailed, weekField, type Rows } from './rows.js';
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
  readonly weeks: number;
  /** Their numbers: read by {@link outcome} and {@link weekOf}, a column at a time. */
  readonly rows: Rows;
  /** What happened in the first replication that did not fail, in order of time. */
  readonly firstReplication: readonly Happening[];
  /** In the order of their index. */
  readonly failures: readonly FailedReplication[];
  /** Of some replications, where it was kept while they ran: see `detailOf`. */
  readonly detail?: readonly DetailRows[] | undefined;
}

/**
 * The replications that ran to their end (of antithetic pairs those of which both did): what estimates and figures are made of. Rows move up where others failed; `n`
 * counts those that are left, `failures` still tells of the others.
 */
export function completed(results: Results): Results {
  const rows = rowsWithoutFailed(results.rows, results);
  return rows === results.rows ? results : { ...results, n: rows.to, rows };
}

/** One outcome over all replications, in their order; NaN where it does not exist, or the replication failed. Length n. */
export function outcome({ rows, columns }: Results, name: string): Float64Array {
  const field = columns.findIndex((column) => column.name === name);
  if (field < 0) throw new RangeError(`outcome must be one of the columns, got ${name}`);
  return fieldOf(rows, field);
}

/** One week of a series over all replications. Length n. */
export function weekOf(results: Results, series: WeeklySeries, week: number): Float64Array {
  return fieldOf(results.rows, weekField(results, { series, week }));
}

/** ISO date on which a week of the scenario begins; week 0 begins on its first day. */
export function weekStart(scenario: Scenario, week: number): string {
  return isoDate(isoDay(scenario.start) + 7 * week);
}
