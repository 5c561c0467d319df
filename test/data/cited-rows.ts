import { readTable, tables, type Row } from './read-table.js';

/** A place in data/ that a source or a note points at: `data/bases.csv: Al-Qaim`, or a file alone. */
export interface Citation {
  readonly file: string;
  /** First cell of the row, or its date and the beginning of another cell. */
  readonly row: string | undefined;
}

/** All citations in a text. A row's name ends at a semicolon, a comma before a space, or the end of the text. */
export function citationsIn(text: string): Citation[] {
  const found = text.matchAll(/data\/([\w-]+\.csv)(?:: ([^;]+?)(?=;|, |$))?/gu);
  return [...found].map(([, file = '', row]) => ({ file, row }));
}

/** Rows that a citation means; none where the file or the row does not exist. */
export function citedRows({ file, row }: Citation): Row[] {
  if (!tables.includes(file)) return [];
  const rows = readTable(file);
  if (row === undefined) return rows;
  const dated = /^(\d{4}-\d\d-\d\d) (.+)$/u.exec(row);
  if (!dated) return rows.filter((cells) => Object.values(cells)[0] === row);
  const [, date, label = ''] = dated;
  return rows.filter((cells) => {
    const [first, ...rest] = Object.values(cells);
    return first === date && rest.some((value) => value.startsWith(label));
  });
}
