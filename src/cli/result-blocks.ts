import type { Results } from '../experiment/results.js';
import { weekField } from '../experiment/rows.js';
import { weeklySeries } from '../model/outcome-columns.js';
import { rowsInBlock, type ParquetBlock, type ParquetColumn } from './write-parquet.js';

/** Columns and blocks of a table, as `writeParquet` takes them. A block lives until the next: all are read into the same arrays. */
export interface BlockTable {
  readonly columns: readonly ParquetColumn[];
  readonly blocks: Iterable<ParquetBlock>;
}

/** The rows of replications.csv. */
export function replicationBlocks({ columns, n, rows }: Pick<Results, 'columns' | 'n' | 'rows'>): BlockTable {
  const size = Math.min(n, rowsInBlock(columns.length + 1));
  const all = columns.map(() => new Float64Array(size));
  return {
    columns: [whole('replication'), ...columns.map(({ name }) => number(name))],
    blocks: blocksOf({
      n,
      size,
      block: (from, count) => [
        whole32(count, (i) => from + i),
        ...all.map((column, field) => {
          const values = column.subarray(0, count);
          rows.read({ field, from, to: from + count }, values);
          return values;
        }),
      ],
    }),
  };
}

/** The rows of replications-weekly.csv: each replication has one of each series. */
export function weeklyBlocks(results: Pick<Results, 'columns' | 'weeks' | 'n' | 'rows'>): BlockTable {
  const { weeks, n, rows } = results;
  const of = weeklySeries.length;
  const replications = Math.min(n, Math.ceil(rowsInBlock(weeks + 2) / of));
  const all = Array.from({ length: weeks }, () => new Float64Array(of * replications));
  const ofSeries = new Float64Array(replications);
  const series = Array.from({ length: of * replications }, (_, i) => weeklySeries[i % of]!);
  return {
    columns: [whole('replication'), { name: 'series', kind: 'text' }, ...all.map((_, w) => number(`w${w + 1}`))],
    blocks: blocksOf({
      n,
      size: replications,
      block: (from, count) => [
        whole32(of * count, (i) => from + Math.floor(i / of)),
        count === replications ? series : series.slice(0, of * count),
        ...all.map((column, week) => {
          const values = ofSeries.subarray(0, count);
          for (const [at, name] of weeklySeries.entries()) {
            rows.read({ field: weekField(results, { series: name, week }), from, to: from + count }, values);
            for (let i = 0; i < count; i++) column[of * i + at] = values[i]!;
          }
          return column.subarray(0, of * count);
        }),
      ],
    }),
  };
}

/** Of n replications, so many at a time. */
function* blocksOf({
  n,
  size,
  block,
}: {
  readonly n: number;
  readonly size: number;
  readonly block: (from: number, count: number) => ParquetBlock;
}): Generator<ParquetBlock> {
  for (let from = 0; from < n; from += size) yield block(from, Math.min(size, n - from));
}

function whole32(length: number, of: (i: number) => number): Int32Array {
  const all = new Int32Array(length);
  for (let i = 0; i < length; i++) all[i] = of(i);
  return all;
}

function whole(name: string): ParquetColumn {
  return { name, kind: 'whole' };
}

function number(name: string): ParquetColumn {
  return { name, kind: 'number' };
}
