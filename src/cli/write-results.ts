import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimResult } from '../experiment/claims.js';
import type { TrailEvent } from '../experiment/event-trail.js';
import type { Results } from '../experiment/results.js';
import type { SummaryRow } from '../experiment/summarise.js';
import { weeklySeries } from '../model/outcome-columns.js';
import type { Assumption } from '../model/scenario/assumptions.js';
import { claimLines } from './claims-text.js';
import { csvLine } from './csv-text.js';
import { trailLines } from './event-trail-file.js';
import type { Manifest } from './manifest.js';
import { replicationBlocks, weeklyBlocks } from './result-blocks.js';
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
    writeLines(join(folder, name), lines);
  };
  if (format !== 'parquet') {
    write('replications.csv', replicationLines(results));
    write('replications-weekly.csv', weeklyLines(results));
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
  writeJson(join(folder, 'summary.json'), {
    formatVersion: 1,
    title: results.scenario.title,
    hash: manifest.hash,
    seed: results.seed,
    replications: results.n,
    ...(results.failures.length > 0 ? { failed: results.failures.length } : {}),
    rows: summary,
    ...(claims.length > 0 ? { claims } : {}),
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

function* replicationLines({ columns, values, n }: Results): Generator<string> {
  yield csvLine(['replication', ...columns.map(({ name }) => name)]);
  const width = columns.length;
  for (let r = 0; r < n; r++) yield csvLine([r, ...values.subarray(r * width, (r + 1) * width)]);
}

function* weeklyLines({ weekly, weeks, n }: Results): Generator<string> {
  yield csvLine(['replication', 'series', ...Array.from({ length: weeks }, (_, w) => `w${w + 1}`)]);
  for (let r = 0; r < n; r++) {
    for (const series of weeklySeries)
      yield csvLine([r, series, ...weekly[series].subarray(r * weeks, (r + 1) * weeks)]);
  }
}

function* failureLines({ failures, seed }: Results): Generator<string> {
  yield csvLine(['replication', 'seed', 'message']);
  for (const { replication, message } of failures) yield csvLine([replication, seed, message]);
}

/** Writes line by line, so that ten million rows need no memory of their own. */
function writeLines(path: string, lines: Iterable<string>): void {
  const file = openSync(path, 'w');
  let block = '';
  for (const line of lines) {
    block += line;
    if (block.length < 1 << 20) continue;
    writeSync(file, block);
    block = '';
  }
  writeSync(file, block);
  closeSync(file);
}

/** JSON has no NaN: what is not estimable stands as null. */
function writeJson(path: string, value: object): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
