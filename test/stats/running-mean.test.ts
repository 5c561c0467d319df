import { expect, test } from 'vitest';
import { meanInterval } from '../../src/stats/mean-interval.js';
import { runningMean } from '../../src/stats/running-mean.js';

test('the running mean has a row for each look the column reaches, over the first so many, blanks left out', () => {
  const values = [1, 2, NaN, 4, 8];
  const rows = runningMean({ values, looks: [2, 4, 6] });
  expect(rows).toEqual([
    { replications: 2, mean: meanInterval([1, 2]) },
    { replications: 4, mean: meanInterval([1, 2, 4]) },
  ]);
});
