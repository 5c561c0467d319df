/** Columns of one length without their blank rows: every value is a finite number. */
export interface CompleteRows {
  /** One array for each column given, in its order. */
  readonly columns: readonly (readonly number[])[];
  /** Which rows of the columns given these are, ascending. */
  readonly rows: readonly number[];
  /** How many rows were dropped because at least one column was blank (NaN) there. */
  readonly dropped: number;
}

/**
 * Keeps the rows (replications, most often) in which no column is blank; a blank is NaN. Pairing needs whole rows: to
 * drop a value on one side only would compare different luck. Throws RangeError unless all columns are as long, and at
 * an infinity.
 */
export function completeRows(columns: readonly ArrayLike<number>[]): CompleteRows {
  const length = columns[0]?.length ?? 0;
  for (const [c, column] of columns.entries()) {
    if (column.length !== length)
      throw new RangeError(`column ${c} must be as long as column 0 (${length}), got ${column.length}`);
    for (let row = 0; row < length; row++) {
      const value = column[row]!;
      if (value === Infinity || value === -Infinity)
        throw new RangeError(`value ${row} of column ${c} must be a finite number or blank (NaN), got ${value}`);
    }
  }
  const rows: number[] = [];
  for (let row = 0; row < length; row++) if (!columns.some((column) => Number.isNaN(column[row]))) rows.push(row);
  return {
    columns: columns.map((column) => rows.map((row) => column[row]!)),
    rows,
    dropped: length - rows.length,
  };
}
