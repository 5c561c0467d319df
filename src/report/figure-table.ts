import type { Figure, Table } from './report.js';
import { cellWords, columnWords, isTold, type Row } from './row-words.js';

/** Longer tables are for a program: the file has them. */
const mostRows = 130;

/** The rows of a figure as tables to read, one for each kind of row; intervals of several levels stand side by side. */
export function figureTables(
  { rows, title }: Pick<Figure, 'rows' | 'title'>,
  names: ReadonlyMap<string, string>,
): { readonly tables: Table[]; readonly left: string[] } {
  const parts = new Map<string, Row[]>();
  for (const row of rows) {
    const part = row['part'] ?? '';
    const found = parts.get(part);
    if (found) found.push(row);
    else parts.set(part, [row]);
  }
  const tables: Table[] = [];
  const left: string[] = [];
  for (const [part, found] of parts) {
    const said = part === '' ? title : `${title}: ${columnWords(part)}`;
    const table = tableOf(found, said, names);
    if (table.rows.length > mostRows)
      left.push(`${table.rows.length} rows of ${part === '' ? 'the figure' : columnWords(part)}`);
    else if (table.head.length > 0) tables.push(table);
  }
  return { tables, left };
}

function tableOf(rows: readonly Row[], caption: string, names: ReadonlyMap<string, string>): Table {
  const used = Object.keys(rows[0] ?? {}).filter(
    (column) => isTold(column) && rows.some((row) => (row[column] ?? '') !== ''),
  );
  // A key whose name stands beside it is the computer's.
  const columns = used.filter(
    (column) =>
      !(['base', 'place'].includes(column) && used.includes('name')) &&
      !(column === 'measure' && used.includes('title')),
  );
  const ranged = ['low', 'high', 'level'].every((column) => columns.includes(column));
  const { head, cells } = ranged ? byLevel(rows, columns, names) : plain(rows, columns, names);
  const numeric = head.flatMap((_, i) =>
    cells.every((row) => row[i] === '' || /^[−<>\d(]/.test(row[i] ?? '')) && cells.some((row) => row[i] !== '')
      ? [i]
      : [],
  );
  return { caption, head, rows: cells, numeric: numeric.filter((i) => i > 0) };
}

interface Cells {
  readonly head: string[];
  readonly cells: string[][];
}

function plain(rows: readonly Row[], columns: readonly string[], names: ReadonlyMap<string, string>): Cells {
  return {
    head: columns.map(columnWords),
    cells: rows.map((row) => columns.map((column) => cellWords(column, row[column] ?? '', names))),
  };
}

/** Rows that differ only in their level and its interval become one row. */
function byLevel(rows: readonly Row[], columns: readonly string[], names: ReadonlyMap<string, string>): Cells {
  const levels = [...new Set(rows.map((row) => row['level'] ?? ''))].filter((level) => level !== '').sort();
  const keys = columns.filter((column) => !['low', 'high', 'level'].includes(column));
  const merged = new Map<string, { cells: string[]; byLevel: Map<string, string> }>();
  for (const row of rows) {
    const cells = keys.map((column) => cellWords(column, row[column] ?? '', names));
    const id = cells.join('\u0000');
    const entry = merged.get(id) ?? { cells, byLevel: new Map<string, string>() };
    const [low, high] = [cellWords('low', row['low'] ?? ''), cellWords('high', row['high'] ?? '')];
    if (low !== '') entry.byLevel.set(row['level'] ?? '', `${low} to ${high}`);
    merged.set(id, entry);
  }
  return {
    head: [...keys.map(columnWords), ...levels.map((level) => `central ${cellWords('level', level)}`)],
    cells: [...merged.values()].map((entry) => [
      ...entry.cells,
      ...levels.map((level) => entry.byLevel.get(level) ?? ''),
    ]),
  };
}
