import type { Results } from '../experiment/results.js';
import { weeklySeries } from '../model/outcome-columns.js';
import { rowsInBlock, type ParquetBlock, type ParquetColumn } from './write-parquet.js';

/** Columns and blocks of a table, as `writeParquet` takes them. */
export interface BlockTable {
  readonly columns: readonly ParquetColumn[];
  readonly blocks: Iterable<ParquetBlock>;
}

/** The rows of replications.csv. */
export function replicationBlocks(results: Pick<Results, 'columns' | 'values' | 'n'>): BlockTable {
  const { columns, values, n } = results;
  const width = columns.length;
  return {
    columns: [whole('replication'), ...columns.map(({ name }) => number(name))],
    blocks: blocksOf({
      n,
      size: rowsInBlock(width + 1),
      block: (from, rows) => [
        Int32Array.from({ length: rows }, (_, i) => from + i),
        ...columns.map((_, c) => Float64Array.from({ length: rows }, (_, i) => values[(from + i) * width + c]!)),
      ],
    }),
  };
}

/** The rows of replications-weekly.csv: each replication has one of each series. */
export function weeklyBlocks({ weekly, weeks, n }: Pick<Results, 'weekly' | 'weeks' | 'n'>): BlockTable {
  const series = weeklySeries.length;
  const numbers = Array.from({ length: weeks }, (_, w) => number(`w${w + 1}`));
  return {
    columns: [whole('replication'), { name: 'series', kind: 'text' }, ...numbers],
    blocks: blocksOf({
      n: n * series,
      size: rowsInBlock(weeks + 2),
      block: (from, rows) => {
        const replicationOf = (i: number): number => Math.floor((from + i) / series);
        const seriesOf = (i: number) => weeklySeries[(from + i) % series]!;
        return [
          Int32Array.from({ length: rows }, (_, i) => replicationOf(i)),
          Array.from({ length: rows }, (_, i) => seriesOf(i)),
          ...numbers.map((_, w) =>
            Float64Array.from({ length: rows }, (_, i) => weekly[seriesOf(i)][replicationOf(i) * weeks + w]!),
          ),
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

function whole(name: string): ParquetColumn {
  return { name, kind: 'whole' };
}

function number(name: string): ParquetColumn {
  return { name, kind: 'number' };
}
