import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string>>;

const folder = new URL('../../data/', import.meta.url);

/** Names of the CSV files in data/. */
export const tables: readonly string[] = readdirSync(folder).filter((name) => name.endsWith('.csv'));

/** The rows of one CSV file in data/, every cell as text. Fails where a row has more or fewer cells than the header. */
export function readTable(file: string): Row[] {
  return parse<Record<string, string>>(readFileSync(new URL(file, folder), 'utf8'), { columns: true });
}

/** One cell; a column that is not there is a mistake of the test. */
export function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`column must be one of ${Object.keys(row).join(', ')}, got ${column}`);
  return value;
}
