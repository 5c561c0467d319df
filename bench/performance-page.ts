import type { BenchRow, BenchTable } from './report.js';

/**
 * The page with each table put between its marks, `<!-- table: kernel -->` and `<!-- end -->`; tables that were not measured stay.
 * @throws Error where the page has no marks for a table.
 */
export function withTables(page: string, tables: readonly BenchTable[]): string {
  return tables.reduce((text, table) => {
    const [start, end] = [`<!-- table: ${table.key} -->`, '<!-- end -->'];
    const from = text.indexOf(start);
    const to = text.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`the page must have a place for the table ${table.key}`);
    return `${text.slice(0, from + start.length)}\n\n${markdownOf(table)}\n\n${text.slice(to)}`;
  }, page);
}

function markdownOf({ key, title, rows, notes = [] }: BenchTable): string {
  const shown = key === 'growth' ? endsOnly(rows) : rows;
  const heads = [...new Set(shown.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly unknown[]): string =>
    `| ${cells.map((cell) => String(cell ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
  const isNumber = (head: string): boolean => shown.every((row) => typeof (row[head] ?? 0) === 'number');
  const table = [
    line(heads),
    line(heads.map((head) => (isNumber(head) ? '---:' : '---'))),
    ...shown.map((row) => line(heads.map((head) => cellOf(row[head])))),
  ];
  return [`${title}.`, table.join('\n'), ...notes.map((note) => `${note}.`)].join('\n\n');
}

function cellOf(cell: string | number | undefined): string {
  return typeof cell === 'number' ? cell.toLocaleString('en', { maximumSignificantDigits: 4 }) : (cell ?? '');
}

/** Of each thing that grows its least and largest size: the figure has the rest. */
function endsOnly(rows: readonly BenchRow[]): BenchRow[] {
  return [...new Set(rows.map((row) => row['grows']))].map((name) => {
    const mine = rows.filter((row) => row['grows'] === name);
    const [first, last] = [mine[0]!, mine.at(-1)!];
    return {
      grows: name!,
      from: first['size']!,
      to: last['size']!,
      'µs at the least': first['µs']!,
      'µs at the largest': last['µs']!,
      per: last['per']!,
      exponent: last['exponent']!,
    };
  });
}
