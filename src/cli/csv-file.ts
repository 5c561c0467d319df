import { closeSync, openSync } from 'node:fs';
import { writeFully } from './doubles-in-file.js';

/** A CSV file that is written line by line, so that ten million rows need no memory of their own. */
export interface CsvFile {
  /** Lines that are text already, with their line ends. */
  readonly text: (lines: string) => void;
  /** A row of numbers, blank where NaN, after cells that are text already. */
  readonly numbers: (first: string, columns: readonly Float64Array[], row: number) => void;
  readonly close: () => void;
}

const blockBytes = 1 << 20;
/** A comma and the longest text of a number, -2.2250738585072014e-308, take fewer. */
const mostOfCell = 32;
const [comma, newline, minus, zero] = [0x2c, 0x0a, 0x2d, 0x30];

/** Makes a file. Most numbers are whole and small: their digits go straight into bytes, which costs a tenth of text. */
export function openCsvFile(path: string): CsvFile {
  const file = openSync(path, 'w');
  const block = Buffer.allocUnsafe(blockBytes);
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
      text(first);
      for (const column of columns) {
        if (at + mostOfCell > blockBytes) flush();
        block[at++] = comma;
        const value = column[row]!;
        if ((value | 0) === value) at = putWhole(block, { at, value: value | 0 });
        else if (!Number.isNaN(value)) at += block.write(String(value), at, 'latin1');
      }
      if (at === blockBytes) flush();
      block[at++] = newline;
    },
    close: () => {
      flush();
      closeSync(file);
    },
  };
}

/** Puts a whole number of 32 bits as digits, and gives the place behind it. */
function putWhole(block: Buffer, of: { readonly at: number; readonly value: number }): number {
  let { at } = of;
  let rest = Math.abs(of.value);
  if (of.value < 0) block[at++] = minus;
  let end = at + 1;
  for (let ten = 10; ten <= rest; ten *= 10) end++;
  for (let place = end - 1; place >= at; place--) {
    const next = Math.floor(rest / 10);
    block[place] = zero + rest - 10 * next;
    rest = next;
  }
  return end;
}
