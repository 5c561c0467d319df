import { expect, test } from 'vitest';
import { completeRows } from '../../src/stats/complete-rows.js';

test('a blank in one column takes its row from all, and those left keep their places', () => {
  expect(completeRows([Float64Array.of(1, NaN, 3, 4), [5, 6, NaN, 8]])).toEqual({
    columns: [
      [1, 4],
      [5, 8],
    ],
    rows: [0, 3],
    dropped: 2,
  });
  expect(completeRows([])).toEqual({ columns: [], rows: [], dropped: 0 });
});

test('columns of unequal length and infinities are refused', () => {
  expect(() => completeRows([[1], [1, 2]])).toThrow(new RangeError('column 1 must be as long as column 0 (1), got 2'));
  expect(() => completeRows([[1, -Infinity]])).toThrow(
    new RangeError('value 1 of column 0 must be a finite number or blank (NaN), got -Infinity'),
  );
});
