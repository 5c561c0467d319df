import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairedDifference } from '../../src/stats/paired-difference.js';
import { pairedTTest, studentTwoSided } from '../../src/stats/paired-t-test.js';

const a = [12, 15, 9, 14, 11, 17, 10, 13, 16, 12];
const b = [10, 14, 8, 11, 10, 15, 9, 11, 14, 11];

test('ten pairs have t 7.2362723 and p .0000488800 (scipy.stats.ttest_rel)', () => {
  const { t, degrees, pValue } = pairedTTest({ a, b });
  expect(degrees).toBe(9);
  expect(t).toBeCloseTo(7.236272269866326, 8);
  expect(Math.abs(pValue / 4.88799624277907e-5 - 1)).toBeLessThan(1e-6);
});

test.each([
  [0.5, 1, 0.7048327646991335],
  [2, 4, 0.11611652351681556],
  [0.001, 9, 0.9992239303259733],
  [-3.3, 29, 0.0025669142292085896],
  [12, 99, 5.130629687897481e-21],
  [40, 9, 1.8982998449339822e-11],
  [2, 1999, 0.04563534086615817],
  [8, 100_000, 1.2573919876256345e-15],
])('|t| ≥ %f with %i degrees of freedom has probability %f (scipy.stats.t)', (t, degrees, p) => {
  expect(Math.abs(studentTwoSided(t, degrees) / p - 1)).toBeLessThan(1e-6);
});

describe('laws', () => {
  test('p is at most α just where the interval of level 1 − α leaves 0 out', () => {
    const column = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(column, column, fc.constantFrom(0.8, 0.95, 0.99), (x, y, level) => {
        const { low, high } = pairedDifference({ a: x, b: y, level }).difference;
        const { pValue } = pairedTTest({ a: x, b: y });
        if (Math.abs(pValue - (1 - level)) > 1e-6) expect(pValue < 1 - level).toBe(low > 0 || high < 0);
      }),
    );
  });

  test('equal columns give p 1; one difference throughout, and one pair, give no test', () => {
    expect(pairedTTest({ a, b: a })).toEqual({ t: 0, degrees: 9, pValue: 1 });
    expect(pairedTTest({ a: [1, 2], b: [0, 1] })).toMatchObject({
      pValue: NaN,
      note: 'not estimable: the differences do not vary',
    });
    expect(pairedTTest({ a: [1], b: [0] })).toMatchObject({
      pValue: NaN,
      note: 'not estimable with fewer than two pairs',
    });
  });
});
