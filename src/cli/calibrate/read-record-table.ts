import { parse } from 'csv-parse/sync';
import type { RecordTable, TableLine } from '../../calibration/record/record-table.js';
import { UserFault } from '../../model/scenario/fault.js';

/** What csv-parse gives for a line when it is asked where that line stands. */
interface Parsed {
  readonly record: Record<string, string>;
  /** Lines read up to the end of this one. */
  readonly info: { readonly lines: number };
}

/**
 * Parses a record's file: CSV with a header, with or without a mark of the byte order, its columns parted by comma,
 * semicolon or tab (whichever the header has most of).
 * @throws UserFault where the text is no CSV.
 */
export function readRecordTable({ text, name }: { readonly text: string; readonly name: string }): RecordTable {
  let parsed: Parsed[];
  let columns: string[] = [];
  try {
    parsed = parse(text, {
      columns: (header: string[]) => (columns = header.map((column) => column.trim())),
      delimiter: delimiterOf(text),
      bom: true,
      info: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    });
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    throw new UserFault([{ path: name, rule: `must be CSV: ${told}`, hint: 'save the sheet as CSV, in UTF-8' }]);
  }
  const twice = columns.filter((column, i) => columns.indexOf(column) < i);
  if (twice.length > 0)
    throw new UserFault([{ path: name, value: twice.join(', '), rule: 'must have each column only once' }]);
  return { name, columns, lines: parsed.map(lineOf) };
}

function lineOf({ record, info }: Parsed): TableLine {
  // A cell in quotes may hold line breaks: the line then ends below where it begins.
  const within = Object.values(record).reduce((count, cell) => count + cell.split('\n').length - 1, 0);
  return { line: info.lines - within, cells: record };
}

function delimiterOf(text: string): string {
  const header = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const times = (mark: string): number => header.split(mark).length;
  return [';', '\t'].reduce((best, mark) => (times(mark) > times(best) ? mark : best), ',');
}
