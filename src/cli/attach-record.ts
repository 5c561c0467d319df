import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { didYouMean } from '../model/scenario/did-you-mean.js';
import type { Fault } from '../model/scenario/fault.js';
import { errorCode } from './error-code.js';

interface WithRecord {
  readonly input: unknown;
  readonly faults: readonly Fault[];
}

/** Columns of a record's file, and the field of a row that each becomes. */
const columns = {
  date: 'date',
  base: 'base',
  scope: 'scope',
  mode: 'mode',
  killed: 'killed_coalition',
  wounded: 'wounded_coalition',
} as const;

/**
 * Reads `record.file` (CSV, its path relative to the scenario's folder) in as rows, so that a scenario is whole without
 * the file. Rows that a scenario already holds stand.
 */
export function attachRecord(input: unknown, folder: string): WithRecord {
  const record = fieldOf(input, 'record');
  const file = fieldOf(record, 'file');
  const held = fieldOf(record, 'rows');
  if (typeof file !== 'string' || (Array.isArray(held) && held.length > 0)) return { input, faults: [] };
  const read = readRows(resolve(folder, file), file);
  if ('fault' in read) return { input, faults: [read.fault] };
  return { input: Object.assign({}, input, { record: Object.assign({}, record, { rows: read.rows }) }), faults: [] };
}

function readRows(path: string, value: string): { readonly rows: object[] } | { readonly fault: Fault } {
  const at = { path: 'record.file', value };
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const rule = `must be a file that can be read, its path relative to the scenario file (${errorCode(error) ?? 'no reason'})`;
    return { fault: { ...at, rule } };
  }
  let table: Record<string, string>[];
  try {
    table = parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    return { fault: { ...at, rule: `must be CSV: ${error instanceof Error ? error.message : String(error)}` } };
  }
  const header = Object.keys(table[0] ?? {});
  const missing = Object.values(columns).find((column) => !header.includes(column));
  if (table.length > 0 && missing !== undefined) {
    return { fault: { ...at, rule: `must have a column ${missing}`, hint: didYouMean(missing, header) } };
  }
  return { rows: table.map(rowOf) };
}

/** One row; what is no number is handed on as it stands, for the scenario's check to tell. */
function rowOf(line: Record<string, string>): object {
  const number = (text: string | undefined): unknown => {
    if (text === undefined || text === '') return 0;
    return Number.isNaN(Number(text)) ? text : Number(text);
  };
  return {
    date: line[columns.date],
    base: line[columns.base],
    scope: line[columns.scope],
    mode: line[columns.mode],
    killed: number(line[columns.killed]),
    wounded: number(line[columns.wounded]),
  };
}

function fieldOf(node: unknown, name: string): unknown {
  return node !== null && typeof node === 'object' ? Reflect.get(node, name) : undefined;
}
