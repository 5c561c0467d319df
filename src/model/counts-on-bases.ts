import { isoDay } from './scenario/iso-date.js';
import type { Scenario } from './scenario/schema.js';

/** The counting rule of the record: attacks on bases and the embassy zone, a state's ballistic missiles left out. */
export function countsOnBases(row: { readonly scope: string; readonly mode: string }): boolean {
  return (row.scope === 'base' || row.scope.startsWith('embassy')) && row.mode !== 'ballistic missile';
}

/** Rows of the record before the start that a warm start counts, at 12:00 of their day. */
export function earlierAttacks(scenario: Scenario, start: number): { day: number; killed: boolean }[] {
  return (scenario.record?.rows ?? [])
    .filter((row) => countsOnBases(row) && isoDay(row.date) < start)
    .map((row) => ({ day: isoDay(row.date) - start + 0.5, killed: row.killed > 0 }));
}
