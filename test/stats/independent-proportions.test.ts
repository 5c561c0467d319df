import { describe, expect, test } from 'vitest';
import { independentDifference, independentPValue } from '../../src/stats/independent-proportions.js';
import { coverageZ, luckOf } from './coverage.js';

const groups = (x: number, m: number, y: number, n: number) => ({ a: { hits: x, n: m }, b: { hits: y, n } });

describe('the difference of two independent proportions', () => {
  // Newcombe, Statist. Med. 17 (1998), 873–890, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i of %i less %i of %i is from %f to %f', (x, m, y, n, low, high) => {
    const interval = independentDifference(groups(x, m, y, n));
    expect(interval).toMatchObject({ value: x / m - y / n, n: m + n, level: 0.95 });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  // scipy.stats.chi2_contingency, correction=False.
  test.each([
    [56, 70, 48, 80, 0.008045081368196585],
    [9, 10, 3, 10, 0.0061698993205441645],
    [0, 10, 0, 20, 1],
    [10, 10, 20, 20, 1],
  ])('%i of %i and %i of %i are told apart at p %f', (x, m, y, n, p) => {
    expect(independentPValue(groups(x, m, y, n))).toBeCloseTo(p, 12);
    expect(independentPValue(groups(y, n, x, m))).toBeCloseTo(p, 12);
  });

  test('an empty group has no interval and no p-value', () => {
    expect(independentDifference(groups(1, 2, 0, 0))).toMatchObject({ value: NaN, low: NaN, high: NaN });
    expect(independentPValue(groups(1, 2, 0, 0))).toBeNaN();
  });

  test('its interval holds the truth about as often as it says, in groups of 40', () => {
    const { uniform } = luckOf('two groups');
    const hits = (p: number): number => Array.from({ length: 40 }, uniform).filter((u) => u < p).length;
    const interval = () => independentDifference(groups(hits(0.7), 40, hits(0.3), 40));
    // The hybrid interval covers 95 % on average; by itself at one point within a percentage point of it.
    const z = coverageZ({ expected: 0.95, runs: 4000, truth: 0.4, interval });
    expect(Math.abs(z)).toBeLessThan(4);
  });
});
