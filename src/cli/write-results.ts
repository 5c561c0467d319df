import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimResult } from '../experiment/claims.js';
import type { TrailEvent } from '../experiment/event-trail.js';
import { completed, type Results } from '../experiment/results.js';
import { fieldOf, weekField } from '../experiment/rows.js';
import type { Span } from '../experiment/run-replications.js';
import type { SummaryRow } from '../experiment/summarise.js';
import { weeklySeries } from '../model/outcome-columns.js';
import type { Assumption } from '../model/scenario/assumptions.js';
import { claimLines } from './claims-text.js';
import { openCsvFile, type CsvFile } from './csv-file.js';
import { csvLine } from './csv-text.js';
import { trailLines } from './event-trail-file.js';
import type { Manifest } from './manifest.js';
import { compareWithRecord } from './record-comparison.js';
import { replicationBlocks, weeklyBlocks } from './result-blocks.js';
import { rowsInBlock, writeParquet } from './write-parquet.js';

interface Written {
  readonly folder: string;
  readonly results: Results;
  readonly summary: readonly SummaryRow[];
  readonly claims: readonly ClaimResult[];
  readonly assumptions: readonly Assumption[];
  readonly manifest: Manifest;
  readonly format: RowsFormat;
  /** Events of the first replications, for `garrison verify`. */
  readonly trail: readonly TrailEvent[];
}

/** How rows by replication are written; everything else is small, and CSV or JSON. */
export type RowsFormat = 'csv' | 'parquet' | 'both';
export const usualFormat = 'both';

/** Writes everything of a run but its figures. Numbers stand in full precision, and in a fixed order. */
export function writeResults({
  folder,
  results,
  summary,
  claims,
  assumptions,
  manifest,
  format,
  trail,
}: Written): void {
  const write = (name: string, lines: Iterable<string>): void => {
    writeCsv(join(folder, name), ({ text }) => {
      for (const line of lines) text(line);
    });
  };
  if (format !== 'parquet') {
    writeCsv(join(folder, 'replications.csv'), (file) => {
      writeReplications(file, results);
    });
    writeCsv(join(folder, 'replications-weekly.csv'), (file) => {
      writeWeekly(file, results);
    });
  }
  if (format !== 'csv') {
    writeParquet({ path: join(folder, 'replications.parquet'), ...replicationBlocks(results) });
    writeParquet({ path: join(folder, 'replications-weekly.parquet'), ...weeklyBlocks(results) });
  }
  write('events.csv', trailLines(trail));
  if (results.failures.length > 0) write('failures.csv', failureLines(results));
  write('summary.csv', [
    csvLine(summaryColumns),
    ...summary.map((row) => csvLine(summaryColumns.map((column) => row[column]))),
  ]);
  if (claims.length > 0) write('claims.csv', claimLines(claims));
  write('assumptions.csv', [
    csvLine(assumptionColumns),
    ...assumptions.map((row) => csvLine(assumptionColumns.map((column) => row[column]))),
  ]);
  const record = compareWithRecord(completed(results));
  writeJson(join(folder, 'summary.json'), {
    formatVersion: 1,
    title: results.scenario.title,
    hash: manifest.hash,
    seed: results.seed,
    replications: results.n,
    ...(results.failures.length > 0 ? { failed: results.failures.length } : {}),
    rows: summary,
    ...(claims.length > 0 ? { claims } : {}),
    ...(record.length > 0 ? { record } : {}),
  });
  writeJson(join(folder, 'manifest.json'), manifest);
}

const summaryColumns = [
  'outcome',
  'statistic',
  'unit',
  'value',
  'low',
  'high',
  'level',
  'n',
  'method',
  'note',
] as const;
const assumptionColumns = ['path', 'value', 'unit', 'status', 'source', 'note'] as const;

function writeReplications(file: CsvFile, { columns, n, rows }: Results): void {
  file.text(csvLine(['replication', ...columns.map(({ name }) => name)]));
  for (const { from, to } of spansOf(n, columns.length)) {
    const block = columns.map((_, field) => fieldOf(rows, field, { from, to }));
    for (let r = from; r < to; r++) file.numbers(String(r), block, r - from);
  }
}

function writeWeekly(file: CsvFile, results: Results): void {
  const { weeks, n, rows } = results;
  const all = Array.from({ length: weeks }, (_, week) => week);
  file.text(csvLine(['replication', 'series', ...all.map((week) => `w${week + 1}`)]));
  for (const { from, to } of spansOf(n, weeklySeries.length * weeks)) {
    const blocks = weeklySeries.map((series) => ({
      series,
      block: all.map((week) => fieldOf(rows, weekField(results, { series, week }), { from, to })),
    }));
    for (let r = from; r < to; r++)
      for (const { series, block } of blocks) file.numbers(`${r},${series}`, block, r - from);
  }
}

/** Pieces of n rows of so many numbers, which are held at a time. */
function* spansOf(n: number, width: number): Generator<Span> {
  const size = rowsInBlock(width);
  for (let from = 0; from < n; from += size) yield { from, to: Math.min(n, from + size) };
}

function* failureLines({ failures, seed }: Results): Generator<string> {
  yield csvLine(['replication', 'seed', 'message']);
  for (const { replication, message } of failures) yield csvLine([replication, seed, message]);
}

function writeCsv(path: string, content: (file: CsvFile) => void): void {
  const file = openCsvFile(path);
  try {
    content(file);
  } finally {
    file.close();
  }
}

/** JSON has no NaN: what is not estimable stands as null. */
function writeJson(path: string, value: object): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
