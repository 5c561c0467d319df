import { expect, test } from 'vitest';
import { pairedDifference } from '../../src/stats/paired-difference.js';
import { bonferroniLevel, simultaneousDifferences } from '../../src/stats/simultaneous-differences.js';
import { luckOf } from './coverage.js';

test('each of k intervals has the level 1 − α/k', () => {
  expect(bonferroniLevel({ level: 0.95, intervals: 1 })).toBeCloseTo(0.95, 14);
  expect(bonferroniLevel({ level: 0.95, intervals: 10 })).toBeCloseTo(0.995, 14);
  expect(() => bonferroniLevel({ level: 0.95, intervals: 0 })).toThrow(
    /intervals must be a whole number from 1, got 0/,
  );
});

test('all pairs are each later column less each earlier one, against the first those that start with it', () => {
  const columns = [
    [1, 2, 4],
    [2, 2, 3],
    [5, 1, 0],
  ];
  const pairs = (against: 'first' | 'all') => simultaneousDifferences({ columns, against }).map(({ a, b }) => [a, b]);
  expect(pairs('first')).toEqual([
    [1, 0],
    [2, 0],
  ]);
  expect(pairs('all')).toEqual([
    [1, 0],
    [2, 0],
    [2, 1],
  ]);
  expect(simultaneousDifferences({ columns, against: 'all', level: 0.9 })[2]).toEqual({
    a: 2,
    b: 1,
    ...pairedDifference({ a: columns[2]!, b: columns[1]!, level: 1 - 0.1 / 3 }),
  });
  expect(() => simultaneousDifferences({ columns: [[1]], against: 'all' })).toThrow(/columns must be at least two/);
});

test('under common random numbers all six hold together at least as often as said, single ones do not (2,000 samples)', () => {
  const { normal } = luckOf('simultaneous');
  const held = { together: 0, singly: 0 };
  for (let run = 0; run < 2000; run++) {
    const common = Array.from({ length: 15 }, normal);
    const columns = [0, 1, 2, 3].map((mean) => common.map((z) => mean + z + normal()));
    const all = (level: number) =>
      simultaneousDifferences({ columns, against: 'all', level }).every(
        ({ a, b, difference }) => difference.low <= a - b && a - b <= difference.high,
      );
    if (all(0.95)) held.together++;
    // A joint level of 1 − 6 · .05 gives each the level .95.
    if (all(0.7)) held.singly++;
  }
  const standardError = Math.sqrt((0.95 * 0.05) / 2000);
  expect(held.together / 2000).toBeGreaterThan(0.95 - 4 * standardError);
  expect(held.singly / 2000).toBeLessThan(0.95 - 4 * standardError);
});
