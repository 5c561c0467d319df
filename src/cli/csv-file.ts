import { closeSync, openSync } from 'node:fs';
import { writeFully } from './doubles-in-file.js';

/** A CSV file that is written line by line, so that ten million rows need no memory of their own. */
export interface CsvFile {
  /** Lines that are text already, with their line ends. */
  readonly text: (lines: string) => void;
  /** A row of numbers, blank where not finite, after cells that are text already. */
  readonly numbers: (first: string, columns: readonly Float64Array[], row: number) => void;
  readonly close: () => void;
}

const blockBytes = 1 << 20;

/** Makes a file. */
export function openCsvFile(path: string): CsvFile {
  const file = openSync(path, 'w');
  const block = Buffer.allocUnsafe(blockBytes);
  const cells: number[] = [];
  let at = 0;
  const flush = (): void => {
    writeFully(file, block.subarray(0, at));
    at = 0;
  };
  const text = (lines: string): void => {
    const bytes = Buffer.byteLength(lines);
    if (at + bytes > blockBytes) flush();
    if (bytes > blockBytes) writeFully(file, Buffer.from(lines));
    else at += block.write(lines, at);
  };
  return {
    text,
    numbers: (first, columns, row) => {
      cells.length = columns.length;
      for (let c = 0; c < columns.length; c++) cells[c] = columns[c]![row]!;
      // JSON writes all at once. Texts of single numbers V8 puts among its old objects, a hundred megabytes until they are cleared away.
      text(`${first},${JSON.stringify(cells).slice(1, -1).replaceAll('null', '')}\n`);
    },
    close: () => {
      flush();
      closeSync(file);
    },
  };
}
