import quantile from '@stdlib/stats-base-dists-t-quantile';
import { expect, test } from 'vitest';
import { studentQuantile } from '../../src/stats/student-quantile.js';

test('quantiles of Student’s t are those of tables (Fisher and Yates)', () => {
  expect(studentQuantile(0.975, 1)).toBeCloseTo(12.706, 3);
  expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228, 3);
  expect(studentQuantile(0.95, 10)).toBeCloseTo(1.812, 3);
});

test('what was asked before changes no bit, in whatever order probabilities and degrees are asked for', () => {
  const asked = [0.975, 0.95, 0.975, 0.975, 0.025].flatMap((probability) =>
    Array.from({ length: 1500 }, (_, i) => ({ probability, degrees: 1 + (i % 1200) })),
  );
  for (const { probability, degrees } of asked.filter((_, i) => i % 7 === 0))
    expect(studentQuantile(probability, degrees)).toBe(quantile(probability, degrees));
});
