import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { AttackRecord } from '../../calibration/record/attack-record.js';
import { readRecord } from '../../calibration/record/read-record.js';
import type { RecordFormat } from '../../calibration/record/record-format.js';
import type { RecordRules } from '../../calibration/record/record-rules.js';
import { worldOf } from '../../calibration/record/record-world.js';
import { nearest } from '../../model/scenario/did-you-mean.js';
import { UserFault } from '../../model/scenario/fault.js';
import type { Scenario } from '../../model/scenario/schema.js';
import { errorCode } from '../error-code.js';
import { counted } from '../number-text.js';
import type { Terminal } from '../terminal.js';
import { loadRules } from './load-rules.js';
import { readRecordTable } from './read-record-table.js';

export interface RecordWishes {
  /** The record's file as the user named it. */
  readonly file: string;
  /** File of rules; undefined: the usual ones. */
  readonly rules?: string | undefined;
  /** First and last day that count. Default: those of the file's rows. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly scenario: Scenario;
}

/** A dated record, read, matched to a scenario and found sound. */
export interface LoadedRecord {
  readonly record: AttackRecord;
  readonly format: RecordFormat;
  readonly rules: RecordRules;
  /** Rows of the file. */
  readonly rows: number;
  /** SHA-256 of the file, in hex. */
  readonly hash: string;
  /** What a reader of the result must know of the record. */
  readonly warnings: readonly string[];
}

/**
 * Reads a record's file and its rules, and matches it to a scenario.
 * @throws UserFault with every fault that could be found.
 */
export async function loadRecord(wishes: RecordWishes, terminal: Terminal): Promise<LoadedRecord> {
  const rules = await loadRules(wishes.rules, terminal);
  return matchRecord({ ...wishes, rules, text: readText(resolve(terminal.cwd, wishes.file), wishes.file) });
}

/**
 * Matches the text of a record's file to a scenario by rules.
 * @throws UserFault with every fault that could be found.
 */
export function matchRecord(
  wishes: Omit<RecordWishes, 'rules'> & { readonly rules: RecordRules; readonly text: string },
): LoadedRecord {
  const { file, from, until, scenario, rules, text } = wishes;
  const table = readRecordTable({ text, name: file });
  const today = new Date().toISOString().slice(0, 10);
  const read = readRecord({ table, world: worldOf(scenario), rules, window: { from, until }, today });
  if (read.kind === 'faults') throw new UserFault(read.faults);
  const { record, format, byDistance } = read;
  return {
    record,
    format,
    rules,
    rows: table.lines.length,
    hash: hashOfRecord(text),
    warnings: warningsOf(record, byDistance),
  };
}

/** SHA-256 of a record's text, in hex. */
export function hashOfRecord(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Fewer attacks than these say next to nothing about how they provoke one another. */
const few = 10;

function warningsOf({ attacks, leftOut }: AttackRecord, byDistance: number): string[] {
  const vague = attacks.filter(({ precision }) => precision !== 'day').length;
  const unmatched = leftOut.filter(({ reason }) => reason.includes('of the scenario'));
  const [first] = unmatched;
  return [
    ...(attacks.length < few
      ? [`${counted(attacks.length, 'attack')} only: that says next to nothing about how attacks provoke attacks`]
      : []),
    ...(vague > 0
      ? [
          `${counted(vague, 'attack')} without an exact day: the day is drawn within the week or month (rules: knownToMonth)`,
        ]
      : []),
    ...(first
      ? [
          `${counted(unmatched.length, 'row')} matched nothing in the scenario; line ${first.line}, for one: ${first.why}`,
        ]
      : []),
    ...(byDistance > 0
      ? [`${counted(byDistance, 'attack')} put down to the base within reach of their position, not by a name`]
      : []),
  ];
}

/** @throws UserFault with a way out, where there is no such file. */
export function readText(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const there = csvNames(dirname(path));
    const near = nearest(basename(path), there);
    const hint = near ? `did you mean ${near}?` : `CSV files in that folder: ${listed(there)}`;
    const rule = `must be a CSV file that can be read (${errorCode(error) ?? 'no reason given'})`;
    throw new UserFault([{ path: name, rule, hint }]);
  }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join(', ');
  if (names.length > mostNamed) return `${shown} and ${names.length - mostNamed} more`;
  return names.length === 0 ? 'none' : shown;
}

const mostNamed = 10;

function csvNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.csv'));
  } catch {
    return [];
  }
}
