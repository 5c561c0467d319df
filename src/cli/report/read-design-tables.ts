import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Table } from '../../report/index.js';
import { figure } from '../number-text.js';

/** A CSV file of a folder of results as a table. */
export interface ResultTable {
  readonly file: string;
  readonly table: Table;
}

/** As many rows as a page has room for; the file has all. */
const mostRows = 60;

/** The tables of a folder, but for those that only a machine reads. */
export function readDesignTables(
  folder: string,
  isRead: (file: string) => boolean = (file) => !['points.csv', 'evaluations.csv'].includes(file),
): ResultTable[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv') && isRead(file));
  return files.sort().map((file) => {
    const [head = [], ...rows]: string[][] = parse(readFileSync(join(folder, file), 'utf8'));
    const shown = rows.slice(0, mostRows);
    const isNumber = head.map(
      (_, c) => rows.some((row) => row[c] !== '') && rows.every((row) => isNumeric(row[c] ?? '')),
    );
    const cut = rows.length > mostRows ? `, the first ${mostRows} of ${rows.length} rows` : '';
    return {
      file,
      table: {
        caption: `${rows.length} rows of ${file}${cut}`,
        head,
        rows: shown.map((row) => row.map((cell) => (cell !== '' && isNumeric(cell) ? numberCell(Number(cell)) : cell))),
        numeric: isNumber.flatMap((is, c) => (is && c > 0 ? [c] : [])),
      },
    };
  });
}

function isNumeric(cell: string): boolean {
  return cell === '' || Number.isFinite(Number(cell));
}

function numberCell(value: number): string {
  return value < 0 ? `−${figure(-value)}` : figure(value);
}
