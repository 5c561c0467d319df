import type { Fault } from '../../model/scenario/fault.js';
import type { RawRow, Reason } from './raw-row.js';
import type { RecordTable } from './record-table.js';

/**
 * Rows that tell of one event twice. Where the publisher numbers events, the newest row of a number stands and the others
 * are `older`, by line. Without numbers two rows that are the same in every column may be a slip or two attacks of one night:
 * that is for the analyst to say, so it is a fault.
 */
export function repeatedRows(
  { name, columns, lines }: RecordTable,
  rows: readonly RawRow[],
): { readonly older: ReadonlyMap<number, Reason>; readonly faults: readonly Fault[] } {
  const older = new Map<number, Reason>();
  const newest = new Map<string, RawRow>();
  const isNumbered = new Set<number>();
  for (const row of rows) {
    if (row.id === undefined) continue;
    isNumbered.add(row.line);
    const other = newest.get(row.id);
    if (!other) {
      newest.set(row.id, row);
      continue;
    }
    const [kept, dropped] = row.version >= other.version ? [row, other] : [other, row];
    newest.set(row.id, kept);
    older.set(dropped.line, {
      reason: 'an event listed again',
      why: `event ${row.id} stands on line ${kept.line} too`,
    });
  }
  const first = new Map<string, number>();
  const faults = lines.flatMap(({ line, cells }): Fault[] => {
    if (isNumbered.has(line)) return [];
    const text = JSON.stringify(columns.map((column) => cells[column]));
    const same = first.get(text);
    if (same === undefined) {
      first.set(text, line);
      return [];
    }
    const hint = 'delete one of the two; or, if they are two attacks, say in a column note what tells them apart';
    return [{ path: `${name} line ${line}`, rule: `must not be the same as line ${same} in every column`, hint }];
  });
  return { older, faults };
}
