import { countsOnBases } from '../../model/compile.js';
import { isoDay } from '../../model/scenario/iso-date.js';
import { horizonDays, type Scenario } from '../../model/scenario/schema.js';

type RecordRow = NonNullable<Scenario['record']>['rows'][number];

/** What the record knows of the scenario's period. Days are counted from the scenario's start. */
export interface RecordInPeriod {
  /** Attacks on bases and the embassy zone in the period, with the day of each. */
  readonly attacks: readonly (RecordRow & { readonly day: number })[];
  /** First day that is covered, and the day after the last one; not cut to the period. */
  readonly fromDay: number;
  readonly toDay: number;
  /** Whether the scenario says how far the record goes; else it goes to its last row. */
  readonly told: boolean;
}

/**
 * The part of the record that lies in the scenario's period; undefined where it covers no day of it. A record begins
 * with its first row and ends with `until`.
 */
export function recordInPeriod(scenario: Scenario): RecordInPeriod | undefined {
  const { rows = [], until } = scenario.record ?? {};
  const start = isoDay(scenario.start);
  const horizon = horizonDays(scenario);
  const dated = rows.map((row) => ({ ...row, day: isoDay(row.date) - start }));
  const days = dated.map(({ day }) => day);
  const fromDay = Math.min(...days);
  const toDay = 1 + (until === undefined ? Math.max(...days) : isoDay(until) - start);
  if (rows.length === 0 || fromDay >= horizon || toDay <= 0 || fromDay >= toDay) return undefined;
  const attacks = dated.filter((row) => countsOnBases(row) && row.day >= 0 && row.day < Math.min(horizon, toDay));
  return { attacks, fromDay, toDay, told: until !== undefined };
}

/**
 * Attacks on bases and the embassy zone in the scenario's period, where the record says that it covers all of it
 * (`until`): only then is what it does not hold a zero to compare with. Undefined where it does not.
 */
export function recordOfWholePeriod({ record, start, end }: Scenario): readonly RecordRow[] | undefined {
  if (!record || (record.until ?? '') < end) return undefined;
  return record.rows.filter((row) => countsOnBases(row) && row.date >= start && row.date <= end);
}
