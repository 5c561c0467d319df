import type { Results } from '../experiment/results.js';
import { fieldOf, weekField } from '../experiment/rows.js';
import { weeklySeries } from '../model/outcome-columns.js';
import { rowsInBlock, type ParquetBlock, type ParquetColumn } from './write-parquet.js';

/** Columns and blocks of a table, as `writeParquet` takes them. */
export interface BlockTable {
  readonly columns: readonly ParquetColumn[];
  readonly blocks: Iterable<ParquetBlock>;
}

/** The rows of replications.csv. */
export function replicationBlocks({ columns, n, rows }: Pick<Results, 'columns' | 'n' | 'rows'>): BlockTable {
  return {
    columns: [whole('replication'), ...columns.map(({ name }) => number(name))],
    blocks: blocksOf({
      n,
      size: rowsInBlock(columns.length + 1),
      block: (from, count) => [
        whole32(count, (i) => from + i),
        ...columns.map((_, field) => fieldOf(rows, field, { from, to: from + count })),
      ],
    }),
  };
}

/** The rows of replications-weekly.csv: each replication has one of each series. */
export function weeklyBlocks(results: Pick<Results, 'columns' | 'weeks' | 'n' | 'rows'>): BlockTable {
  const { weeks, n, rows } = results;
  const of = weeklySeries.length;
  const numbers = Array.from({ length: weeks }, (_, w) => number(`w${w + 1}`));
  return {
    columns: [whole('replication'), { name: 'series', kind: 'text' }, ...numbers],
    blocks: blocksOf({
      n: n * of,
      size: rowsInBlock(weeks + 2),
      block: (from, count) => {
        const replicationOf = (i: number): number => Math.floor((from + i) / of);
        const span = { from: replicationOf(0), to: replicationOf(count - 1) + 1 };
        return [
          whole32(count, replicationOf),
          Array.from({ length: count }, (_, i) => weeklySeries[(from + i) % of]!),
          ...numbers.map((_, week) => {
            const column = new Float64Array(count);
            for (const [at, series] of weeklySeries.entries()) {
              const values = fieldOf(rows, weekField(results, { series, week }), span);
              const first = (at - (from % of) + of) % of;
              let replication = replicationOf(first) - span.from;
              for (let i = first; i < count; i += of) column[i] = values[replication++]!;
            }
            return column;
          }),
        ];
      },
    }),
  };
}

function* blocksOf(table: {
  readonly n: number;
  readonly size: number;
  readonly block: (from: number, rows: number) => ParquetBlock;
}): Generator<ParquetBlock> {
  const { n, size, block } = table;
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
