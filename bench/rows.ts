import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeParquet, type ParquetBlock } from '../src/cli/write-parquet.js';

// How much memory ten million rows of replications need on their way into a Parquet file: that of one row group.
// `npx jiti bench/rows.ts [rows]`; see bench/README.md.

const rows = Number(process.argv[2] ?? 10_000_000);
const block = 50_000;
const folder = mkdtempSync(join(tmpdir(), 'garrison-rows-'));
const path = join(folder, 'rows.parquet');
const peaks: number[] = [];
const started = performance.now();

function* blocks(): Generator<ParquetBlock> {
  let state = 1;
  const draw = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  for (let from = 0; from < rows; from += block) {
    const n = Math.min(block, rows - from);
    yield [
      Int32Array.from({ length: n }, (_, i) => from + i),
      Float64Array.from({ length: n }, () => Math.floor(200 * draw())),
      Float64Array.from({ length: n }, () => Math.floor(1e6 * draw())),
      Float64Array.from({ length: n }, () => draw()),
      Float64Array.from({ length: n }, () => (draw() < 0.5 ? NaN : Math.floor(300 * draw()))),
    ];
    const tenth = Math.floor((10 * from) / rows);
    peaks[tenth] = Math.max(peaks[tenth] ?? 0, process.memoryUsage().rss / 2 ** 20);
  }
}

const names = ['attacks', 'personAttacks', 'rate', 'firstFatalDay'];
writeParquet({
  path,
  columns: [{ name: 'replication', kind: 'whole' }, ...names.map((name) => ({ name, kind: 'number' as const }))],
  blocks: blocks(),
});
const seconds = (performance.now() - started) / 1000;
process.stdout.write(
  `${rows} rows of ${names.length + 1} columns: ${(statSync(path).size / 2 ** 20).toFixed(0)} MiB in ${seconds.toFixed(1)} s\n` +
    `peak of resident memory by tenth of the rows, MiB: ${peaks.map((peak) => peak.toFixed(0)).join(' ')}\n`,
);
rmSync(folder, { recursive: true });
