import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exceedanceDifference, mcnemarExact, proportionDifference } from '../../src/stats/paired-proportions.js';

const tableOf = (onlyA: number, onlyB: number, n: number) => ({ both: 0, onlyA, onlyB, neither: n - onlyA - onlyB });
const counts = fc.integer({ min: 0, max: 40 });
const tables = fc
  .record({ both: counts, onlyA: counts, onlyB: counts, neither: counts })
  .filter((table) => Object.values(table).some((count) => count > 0));

describe('known answers', () => {
  test.each([
    // The airway data, in print −.517 to −.026 (Fagerland, Lydersen and Laake, Statist. Med. 33, 2014).
    [1, 7, 21, 0.95, -0.517232277, -0.02600303],
    [40, 20, 160, 0.95, 0.030864533, 0.218064244],
    [0, 1, 44, 0.95, -0.118077097, 0.059393231],
    [0, 0, 20, 0.95, -0.161125158, 0.161125158],
    [20, 0, 30, 0.95, 0.477477678, 0.807695019],
    [12, 9, 55, 0.9, -0.084429497, 0.192101736],
  ])(
    'only A %i, only B %i of %i at level %f: [%f, %f], by maximising the likelihood directly (scipy)',
    (onlyA, onlyB, n, level, low, high) => {
      const interval = proportionDifference(tableOf(onlyA, onlyB, n), level);
      expect(interval).toMatchObject({ value: (onlyA - onlyB) / n, n, level, method: 'Tango' });
      expect(interval.low).toBeCloseTo(low, 6);
      expect(interval.high).toBeCloseTo(high, 6);
    },
  );

  test.each([
    [1, 7, 0.0703125],
    [0, 6, 0.03125],
    [12, 15, 0.7011080384254456],
    [40, 70, 0.005447429511444476],
    [300, 380, 0.0024248687076998837],
    [0, 0, 1],
    [5, 5, 1],
  ])('McNemar exact of %i and %i is %f (scipy.stats.binomtest)', (onlyA, onlyB, p) => {
    expect(Math.abs(mcnemarExact({ onlyA, onlyB }) / p - 1)).toBeLessThan(1e-9);
    expect(mcnemarExact({ onlyA: onlyB, onlyB: onlyA })).toBe(mcnemarExact({ onlyA, onlyB }));
  });
});

describe('laws', () => {
  test('the interval holds the value, stays within ±1 and turns its sign with A and B', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { value, low, high } = proportionDifference(table);
        expect(-1 <= low && low <= value && value <= high && high <= 1).toBe(true);
        const turned = proportionDifference({ ...table, onlyA: table.onlyB, onlyB: table.onlyA });
        expect(turned.low).toBeCloseTo(-high, 9);
        expect(turned.high).toBeCloseTo(-low, 9);
      }),
    );
  });

  test('the events are counted pair by pair, a threshold at or above it as asked, blanks dropped', () => {
    const columns = { a: [0, 3, 5, 5, NaN, 2], b: [0, 5, 3, 5, 5, NaN] };
    expect(exceedanceDifference({ ...columns, threshold: 5 })).toMatchObject({
      table: { both: 1, onlyA: 1, onlyB: 1, neither: 1 },
      n: 4,
      droppedPairs: 2,
      value: 0,
    });
    expect(exceedanceDifference({ ...columns, threshold: 3, counts: 'above' }).table).toEqual({
      both: 1,
      onlyA: 1,
      onlyB: 1,
      neither: 1,
    });
    expect(exceedanceDifference({ ...columns, threshold: 3 }).table.both).toBe(3);
  });
});

describe('coverage by summing over all tables of 30 pairs', () => {
  const n = 30;
  const logFactorial = Array.from({ length: n + 1 }).reduce<number[]>(
    (row, _, k) => [...row, k === 0 ? 0 : row[k - 1]! + Math.log(k)],
    [],
  );
  const intervals = Array.from({ length: n + 1 }, (_, onlyA) =>
    Array.from({ length: n + 1 - onlyA }, (__, onlyB) => proportionDifference(tableOf(onlyA, onlyB, n))),
  );
  const coverage = (pA: number, pB: number): number => {
    let held = 0;
    for (const [onlyA, row] of intervals.entries())
      for (const [onlyB, { low, high }] of row.entries()) {
        if (!(low <= pA - pB && pA - pB <= high)) continue;
        const rest = n - onlyA - onlyB;
        const ways = logFactorial[n]! - logFactorial[onlyA]! - logFactorial[onlyB]! - logFactorial[rest]!;
        held += Math.exp(ways + onlyA * Math.log(pA) + onlyB * Math.log(pB) + rest * Math.log(1 - pA - pB));
      }
    return held;
  };
  const grid = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.45];
  const all = grid.flatMap((pA) => grid.map((pB) => coverage(pA, pB)));

  test('it is .95 on average over a grid of probabilities, and .93 at least at each', () => {
    expect(all.reduce((sum, share) => sum + share, 0) / all.length).toBeCloseTo(0.95, 2);
    expect(Math.min(...all)).toBeGreaterThan(0.93);
  });
});

test('no pairs have no difference, what is no count is refused', () => {
  expect(proportionDifference(tableOf(0, 0, 0))).toMatchObject({
    value: NaN,
    note: 'not estimable with 0 replications',
  });
  expect(() => proportionDifference(tableOf(1.5, 0, 10))).toThrow(
    new RangeError('onlyA must be a count of pairs, got 1.5'),
  );
  expect(() => exceedanceDifference({ a: [1], b: [1], threshold: NaN })).toThrow(/threshold 0 must be a finite number/);
});
