import { isoDay } from '../../model/scenario/iso-date.js';
import type { Fault } from '../../model/scenario/fault.js';
import { acledRow } from './acled-row.js';
import type { AttackRecord, DatedAttack, LeftOutRow } from './attack-record.js';
import { countingRule } from './counting-rule.js';
import { foldFaults } from './fold-faults.js';
import { garrisonRow } from './garrison-row.js';
import { judgeRow } from './judge-row.js';
import type { RowRead } from './raw-row.js';
import { recognise, type RecordFormat } from './record-format.js';
import type { RecordRules } from './record-rules.js';
import type { RecordTable, TableLine } from './record-table.js';
import type { RecordWorld } from './record-world.js';
import { repeatedRows } from './repeated-rows.js';
import { ruleFaults } from './rule-faults.js';
import { ucdpRow } from './ucdp-row.js';

/** What a record's file is read with. */
export interface RecordReading {
  readonly table: RecordTable;
  readonly world: RecordWorld;
  readonly rules: RecordRules;
  /** First and last day that count, as `YYYY-MM-DD`, both included. Default: those of the file's first and last row. */
  readonly window: { readonly from?: string | undefined; readonly until?: string | undefined };
  /** Last day on which an attack may be dated. */
  readonly today: string;
}

export type ReadRecord =
  | {
      readonly kind: 'record';
      readonly record: AttackRecord;
      readonly format: RecordFormat;
      /** How many attacks were matched to a base by the distance of their position, and not by a name. */
      readonly byDistance: number;
    }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/**
 * Reads a dated record of any known form, recognised by its columns: every row is counted by the rules and matched to the
 * scenario, or left out with the reason. All that is wrong with the file is told at once.
 */
export function readRecord({ table, world, rules, window, today }: RecordReading): ReadRecord {
  const { name, lines } = table;
  if (lines.length === 0) return faulty([{ path: name, rule: 'must hold at least one row, but is empty' }]);
  const format = recognise(table);
  if (typeof format !== 'string') return faulty(format);
  const reads = lines.map((line) => rowOf(format, line, { file: name, today, rules }));
  const rows = reads.flatMap((read) => (read.kind === 'row' ? read.row : []));
  const repeated = repeatedRows(table, rows);
  const faults = [
    ...ruleFaults({ rules, world, format }),
    ...reads.flatMap((read) => (read.kind === 'faults' ? read.faults : [])),
    ...repeated.faults,
  ];
  if (faults.length > 0) return faulty(foldFaults(faults));

  const dates = rows.map(({ date }) => date).toSorted();
  const { from = dates[0]!, until = dates.at(-1)! } = window;
  if (from > until) return faulty([noDays({ name, from, until, dates, window })]);
  const attacks: DatedAttack[] = [];
  const leftOut: LeftOutRow[] = [];
  let byDistance = 0;
  for (const row of rows) {
    const found = judgeRow(row, { world, rules, format, from, until, older: repeated.older });
    if (found.kind === 'out') leftOut.push({ line: row.line, date: row.date, place: row.place, ...found.why });
    else {
      attacks.push(found.attack);
      if (found.byDistance) byDistance++;
    }
  }
  attacks.sort((a, b) => a.day - b.day || a.line - b.line);
  const days = isoDay(until) - isoDay(from) + 1;
  const record = { from, to: until, days, attacks, leftOut, countingRule: countingRule(rules, format) };
  if (attacks.length === 0) return faulty([noAttack(name, record)]);
  return { kind: 'record', record, format, byDistance };
}

function rowOf(
  format: RecordFormat,
  line: TableLine,
  about: { readonly file: string; readonly today: string; readonly rules: RecordRules },
): RowRead {
  switch (format) {
    case 'garrison':
      return garrisonRow(line, about);
    case 'acled':
      return acledRow(line, about);
    case 'ucdp':
      return ucdpRow(line, about);
    default:
      return format satisfies never;
  }
}

function noDays(about: {
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly dates: readonly string[];
  readonly window: RecordReading['window'];
}): Fault {
  const { name, from, until, dates, window } = about;
  const held = `its rows are of ${dates[0]} to ${dates.at(-1)}: --from and --until name the days`;
  const path = window.from === undefined ? '--until' : window.until === undefined ? '--from' : '--until';
  return {
    path,
    value: path === '--from' ? from : until,
    rule: `must leave days of ${name} to fit: from ${from} to ${until} there are none`,
    hint: held,
  };
}

function noAttack(name: string, { from, to, leftOut }: Pick<AttackRecord, 'from' | 'to' | 'leftOut'>): Fault {
  const counts = new Map<string, number>();
  for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts].map(([reason, count]) => `${count} ${reason}`).join(', ');
  const first = leftOut.find(({ reason }) => reason !== 'outside the window') ?? leftOut[0];
  return {
    path: name,
    rule: `must hold at least one attack that counts from ${from} to ${to}; left out are ${reasons}`,
    ...(first ? { hint: `line ${first.line}, for one: ${first.why}; --from and --until name other days` } : {}),
  };
}

function faulty(faults: readonly Fault[]): ReadRecord {
  return { kind: 'faults', faults };
}
