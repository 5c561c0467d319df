import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimResult } from '../experiment/claims.js';
import type { TrailEvent } from '../experiment/event-trail.js';
import { completed, type Results } from '../experiment/results.js';
import type { SummaryRow } from '../experiment/summarise.js';
import type { Assumption } from '../model/scenario/assumptions.js';
import { claimLines } from './claims-text.js';
import { openCsvFile, type CsvFile } from './csv-file.js';
import { csvLine } from './csv-text.js';
import { trailLines } from './event-trail-file.js';
import type { Manifest } from './manifest.js';
import { compareWithRecord } from './record-comparison.js';
import { replicationBlocks, weeklyBlocks, type BlockTable } from './result-blocks.js';
import { writeParquet } from './write-parquet.js';

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
    writeTable(join(folder, 'replications.csv'), replicationBlocks(results));
    writeTable(join(folder, 'replications-weekly.csv'), weeklyBlocks(results));
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

/** Numbers of a row stand behind its other cells. */
function writeTable(path: string, { columns, blocks }: BlockTable): void {
  writeCsv(path, (file) => {
    file.text(csvLine(columns.map(({ name }) => name)));
    for (const block of blocks) {
      const names = block.filter((column) => !(column instanceof Float64Array));
      const numbers = block.filter((column) => column instanceof Float64Array);
      for (let row = 0; row < block[0]!.length; row++)
        file.numbers(names.map((column) => nameText(column[row]!)).join(), numbers, row);
    }
  });
}

/** A whole number by way of JSON, as in `CsvFile.numbers`. */
function nameText(cell: number | string): string {
  return typeof cell === 'number' ? JSON.stringify(cell) : cell;
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
