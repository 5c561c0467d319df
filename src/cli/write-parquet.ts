import { fileWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';

/** A column of a Parquet file: numbers (DOUBLE, blank where NaN), whole numbers below 2³¹ (INT32) or text. */
export interface ParquetColumn {
  readonly name: string;
  readonly kind: 'number' | 'whole' | 'text';
}

/** Rows of a file that follow each other, as one array for each column, all of one length. */
export type ParquetBlock = readonly (Float64Array | Int32Array | readonly string[])[];

/** About so many cells are held at a time: what a reader takes in at once, and all the memory that writing needs. */
const cellsInGroup = 500_000;

/** No more rows than that, as V8 keeps longer arrays apart and clears them away late. */
const mostRows = 16_000;

/** Rows of a block for a file of so many columns: one row group. */
export function rowsInBlock(columns: number): number {
  return Math.min(mostRows, Math.max(100, Math.floor(cellsInGroup / columns)));
}

/**
 * Writes a Parquet file block by block, each a row group, so that any number of rows passes in the memory of one. Numbers
 * keep every bit but the sign of zero; NaN stands as null, as a blank in CSV. The same blocks give the same bytes.
 * Throws RangeError without a block: not every reader takes a file without rows.
 */
export function writeParquet(about: {
  readonly path: string;
  readonly columns: readonly ParquetColumn[];
  readonly blocks: Iterable<ParquetBlock>;
}): void {
  const { path, columns, blocks } = about;
  const file = new ParquetWriter({
    writer: fileWriter(path),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)],
    createdBy: 'garrison',
    // Least and most of a column help readers skip groups of rows; these files have few.
    statistics: false,
  });
  let written = 0;
  for (const block of blocks) {
    written++;
    const columnData = columns.map(({ name, kind }, c) => ({
      name,
      // Asked for column by column: with blanks it is large, and those of all columns would grow old together.
      get data() {
        return withBlanks(block[c]!);
      },
      ...(kind === 'whole' ? { encoding: 'DELTA_BINARY_PACKED' as const } : {}),
    }));
    // The writer of a file never waits, so there is no promise to wait for.
    void file.write({ columnData, rowGroupSize: Math.max(1, block[0]?.length ?? 1) });
  }
  if (written === 0) throw new RangeError('blocks must be at least one, got 0');
  void file.finish();
}

function elementOf({ name, kind }: ParquetColumn): SchemaElement {
  switch (kind) {
    case 'number':
      return { name, type: 'DOUBLE', repetition_type: 'OPTIONAL' };
    case 'whole':
      return { name, type: 'INT32', repetition_type: 'REQUIRED' };
    case 'text':
      return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' };
    default:
      return kind satisfies never;
  }
}

function withBlanks(values: ParquetBlock[number]): Float64Array | Int32Array | (number | string | null)[] {
  if (values instanceof Int32Array) return values;
  if (!(values instanceof Float64Array)) return [...values];
  return hasBlank(values) ? Array.from(values, (value) => (Number.isNaN(value) ? null : value)) : values;
}

function hasBlank(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) return true;
  return false;
}
