import { formatNames } from '../../calibration/record/record-format.js';
import { capitalised } from '../../experiment/story/words.js';
import { longDate } from '../../model/scenario/iso-date.js';
import type { Block, Equation, Fact, Section } from '../../report/index.js';
import { counted, figure } from '../number-text.js';
import type { StudiedRecord } from '../record/record-manifest.js';
import type { ResultTable } from './read-design-tables.js';

// What the reports of a fit to a record and of a back-test have in common.

/** Warnings on the first screen, where there are any. */
export function warningBlocks(warnings: readonly string[]): Block[] {
  if (warnings.length === 0) return [];
  const title = warnings.length === 1 ? 'Warning' : 'Warnings';
  return [{ kind: 'warning', title, items: warnings.map(capitalised) }];
}

/** The record on the strip of trust. */
export function recordFacts({ attacks, from, to, rows, sha256 }: StudiedRecord): Fact[] {
  return [
    { term: 'Attacks', value: figure(attacks) },
    { term: 'Days', value: `${longDate(from)} to ${longDate(to)}` },
    { term: 'Rows that do not count', value: `${figure(rows - attacks)} of ${figure(rows)}` },
    { term: 'Record', value: `SHA-256 ${sha256.slice(0, 8)}` },
  ];
}

/** What was counted, by which rule, and what was left out and why. */
export function recordSection(record: StudiedRecord, leftOut: ResultTable | undefined): Section {
  const { countingRule, format, rows, attacks, days, rules } = record;
  const reasons = Object.entries(record.leftOut);
  const read = `The record is in ${formatNames[format]} form. Of ${counted(rows, 'row')} ${figure(attacks)} count, over ${counted(days, 'day')}.`;
  const blocks: Block[] = [{ kind: 'text', text: `${read} ${countingRule}` }];
  if (reasons.length > 0)
    blocks.push({
      kind: 'table',
      table: {
        caption: 'Rows that do not count',
        head: ['why', 'rows'],
        rows: reasons.map(([reason, count]) => [capitalised(reason), figure(count)]),
        numeric: [1],
      },
    });
  if (leftOut && leftOut.table.rows.length > 0)
    blocks.push({ kind: 'fold', title: 'Each row left out', blocks: [{ kind: 'table', table: leftOut.table }] });
  const rule = (name: string, value: unknown): string[] => [
    name,
    Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value),
  ];
  blocks.push({
    kind: 'fold',
    title: 'The rules in full',
    blocks: [
      {
        kind: 'table',
        table: {
          caption: 'Rules of what counts (schema/record-rules.json says what each is)',
          head: ['rule', 'value'],
          rows: Object.entries(rules).map(([name, value]) => rule(name, value)),
          numeric: [],
        },
      },
    ],
  });
  return { id: 'record', title: 'Which attacks count', blocks };
}

/** Equations, and how to get the same numbers again. */
export function recordMethods(about: {
  readonly how: string;
  readonly equations: readonly Equation[];
  readonly record: StudiedRecord;
}): Section {
  const { how, equations, record } = about;
  return {
    id: 'methods',
    title: 'Methods, and how to repeat it',
    blocks: [
      { kind: 'text', text: how },
      ...equations.map((equation): Block => ({ kind: 'equation', equation })),
      {
        kind: 'text',
        text: `garrison reproduce with manifest.json and the record (the file with SHA-256 ${record.sha256.slice(0, 16)}…; --record says where it lies) gives every file of this folder again, byte for byte, and names what differs; garrison verify computes the numbers again and compares them. docs/model.md, section 8c, has each term and the test that holds it.`,
      },
    ],
  };
}
