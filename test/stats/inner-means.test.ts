import { expect, test } from 'vitest';
import { innerMeans } from '../../src/stats/inner-means.js';

test('inner means keep the order of first replications and name the rows behind each', () => {
  const inner = innerMeans({ columns: [[1, 2, 3, 4, NaN]], draws: [5, 3, 5, 3, 8] });
  expect(inner).toEqual({
    means: [[2, 3]],
    rows: [
      [0, 2],
      [1, 3],
    ],
    draws: [5, 3],
    droppedRows: 1,
  });
  expect(() => innerMeans({ columns: [[1, 2]], draws: [1] })).toThrow(
    new RangeError('draws must be as many as replications (2), got 1'),
  );
});

test('without draws every replication is a state of its own', () => {
  expect(innerMeans({ columns: [[4, 9]] })).toMatchObject({ means: [[4, 9]], rows: [[0], [1]], draws: [0, 1] });
});
