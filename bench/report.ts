import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of a bench's table: a name, and numbers under their headings. */
export type BenchRow = Readonly<Record<string, string | number>>;

export interface BenchTable {
  /** Names the table's file. */
  readonly key: string;
  readonly title: string;
  readonly rows: readonly BenchRow[];
  /** What was left out and what it takes, one line each. */
  readonly notes?: readonly string[];
}

/** Prints a table, and leaves it as JSON in the folder that `npm run bench` names in BENCH_RESULTS. */
export function report(table: BenchTable): void {
  const { key, title, rows, notes = [] } = table;
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [heads, ...rows.map((row) => heads.map((head) => textOf(row[head])))];
  const widths = heads.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  process.stdout.write(`\n${title}\n`);
  for (const line of cells)
    process.stdout.write(
      `${line.map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]! + 2))).join('')}\n`,
    );
  for (const note of notes) process.stdout.write(`${note}\n`);
  const folder = process.env['BENCH_RESULTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${key}.json`), JSON.stringify({ key, title, rows, notes }, null, 2));
}

/** One line on how far a bench has come. */
export function progress(text: string): void {
  process.stderr.write(`  ${text}\n`);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? NaN) + (sorted[sorted.length >> 1] ?? NaN)) / 2;
}

/** A number to so many digits, without noise behind them. */
export function digits(value: number, figures = 4): number {
  return Number(value.toPrecision(figures));
}

function textOf(cell: string | number | undefined): string {
  return cell === undefined ? '' : String(cell);
}
