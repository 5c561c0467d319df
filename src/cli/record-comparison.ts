import { outcome, type Results } from '../experiment/results.js';
import { recordOfWholePeriod } from '../experiment/tables/record-in-period.js';
import { countsOnBases } from '../model/compile.js';
import type { RecordRow } from '../model/scenario/schema.js';
import { centralIntervals } from '../stats/index.js';

/** One number of the record beside what the replications gave. */
export interface RecordComparison {
  readonly outcome: string;
  /** In words: "attacks on Ain al-Asad". */
  readonly what: string;
  readonly record: number;
  /** Central 95 % of the replications. */
  readonly low: number;
  readonly high: number;
  /** Share of replications with as few or fewer. */
  readonly shareAtMost: number;
  readonly isOutside: boolean;
}

/**
 * The public record within the scenario's days (bases and embassy zone, by the counting rule) against the replications:
 * attacks on bases in total and by base, killed and wounded there. Empty without a record that says it covers them all.
 */
export function compareWithRecord(results: Results): RecordComparison[] {
  const { bases } = results.scenario;
  const rows = recordOfWholePeriod(results.scenario);
  if (!rows) return [];
  const sum = (of: (row: RecordRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const byBase = Object.entries(bases).map(([key, base]) => {
    const names = base.recordNames ?? [base.name ?? key];
    return compare(results, {
      outcome: `attacks.base.${key}`,
      what: `attacks on ${base.name ?? key}`,
      record: rows.filter((row) => names.includes(row.base)).length,
    });
  });
  return [
    compare(results, { outcome: 'attacksOnBases', what: 'attacks on bases', record: rows.length }),
    compare(results, { outcome: 'killed', what: 'killed', record: sum(({ killed }) => killed) }),
    compare(results, { outcome: 'wounded', what: 'wounded', record: sum(({ wounded }) => wounded) }),
    ...byBase,
  ];
}

function compare(results: Results, about: Pick<RecordComparison, 'outcome' | 'what' | 'record'>): RecordComparison {
  const values = outcome(results, about.outcome);
  const { q025: low, q975: high } = centralIntervals(values);
  const shareAtMost = values.filter((value) => value <= about.record).length / results.n;
  return { ...about, low, high, shareAtMost, isOutside: about.record < low || about.record > high };
}

/** Attacks of a record that does not say that it covers the scenario's days; undefined without one. */
export function uncomparedAttacks({ scenario }: Pick<Results, 'scenario'>): number | undefined {
  const { record, start, end } = scenario;
  if (!record || record.rows.length === 0 || (record.until ?? '') >= end) return undefined;
  return record.rows.filter((row) => countsOnBases(row) && row.date >= start && row.date <= end).length;
}
