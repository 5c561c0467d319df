import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histogram } from '../../src/stats/histogram.js';
import { luckOf, sampleOf } from './coverage.js';

const samples = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 }),
  fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 60 }),
  fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 60 }),
  fc.array(fc.double({ min: -1e200, max: 1e200, noNaN: true }), { minLength: 1, maxLength: 60 }),
);

describe('known answers', () => {
  test('small counts have a bin each, the empty ones too', () => {
    expect(histogram([3, 0, 1, 1])).toEqual([
      { binStart: 0, binEnd: 1, count: 1, share: 0.25 },
      { binStart: 1, binEnd: 2, count: 2, share: 0.5 },
      { binStart: 2, binEnd: 3, count: 0, share: 0 },
      { binStart: 3, binEnd: 4, count: 1, share: 0.25 },
    ]);
  });

  test('equal values fill one bin', () => {
    expect(histogram([4, 4, 4])).toEqual([{ binStart: 4, binEnd: 5, count: 3, share: 1 }]);
    expect(histogram([0.37, 0.37])).toEqual([{ binStart: 0.35, binEnd: 0.4, count: 2, share: 1 }]);
    expect(histogram([-1e-7])).toHaveLength(1);
  });

  test('sixty whole numbers have sixty bins, sixty-one have wider ones', () => {
    const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
    expect(histogram(upTo(60))).toHaveLength(60);
    expect(histogram(upTo(61)).every(({ binStart, binEnd }) => binEnd - binStart > 1)).toBe(true);
  });

  test('quartiles 10 apart, n 1,000: Freedman and Diaconis ask for a width of 2, which is round', () => {
    // 0, .02, … 19.98 have an interquartile range of 9.99; 2 · 9.99 / 10 = 1.998, the next round width is 2.
    const values = Array.from({ length: 1000 }, (_, i) => (i * 2) / 100);
    const rows = histogram(values);
    expect(rows.map(({ binStart }) => binStart)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
    expect(rows.every(({ count }) => count === 100)).toBe(true);
  });

  test('edges in tenths are the numbers that are printed', () => {
    const rows = histogram(Array.from({ length: 1000 }, (_, i) => i / 1000));
    expect(rows.map(({ binStart }) => binStart)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
  });
});

describe('laws', () => {
  test('each value lies in just one bin, and bins are at most 60, adjoining, and together hold all', () => {
    fc.assert(
      fc.property(samples, (values) => {
        const rows = histogram(values);
        expect(rows.length).toBeLessThanOrEqual(60);
        for (const [i, { binStart, binEnd, count, share }] of rows.entries()) {
          expect(count).toBe(values.filter((value) => binStart <= value && value < binEnd).length);
          expect(share).toBe(count / values.length);
          if (i > 0) expect(binStart).toBe(rows[i - 1]!.binEnd);
        }
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        expect(Math.min(rows[0]!.count, rows.at(-1)!.count)).toBeGreaterThan(0);
      }),
    );
  });

  test('whole numbers have whole edges', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e5, max: 1e5 }), { minLength: 1, maxLength: 50 }), (values) => {
        for (const { binStart, binEnd } of histogram(values))
          expect(Number.isInteger(binStart) && Number.isInteger(binEnd)).toBe(true);
      }),
    );
  });

  test('the order of the values is irrelevant', () => {
    fc.assert(
      fc.property(samples, (values) => void expect(histogram([...values].reverse())).toEqual(histogram(values))),
    );
  });

  test('a long tail is drawn in at most 60 bins, a spread far from zero still in several', () => {
    const { exponential } = luckOf('long tail');
    const tail = histogram(sampleOf(5000, () => Math.exp(3 * exponential())));
    expect(tail.length).toBeGreaterThan(10);
    expect(tail.length).toBeLessThanOrEqual(60);
    expect(histogram([1e9 + 0.125, 1e9 + 0.25, 1e9 + 0.5]).length).toBeGreaterThan(1);
  });
});

test('bins far from zero are never narrower than the spacing of numbers there can carry', () => {
  // Next to 10¹⁵ numbers are 1/8 apart; Freedman and Diaconis would ask for bins of .05.
  const rows = histogram(Array.from({ length: 1000 }, (_, i) => 1e15 + (i % 5) / 8));
  for (const { binStart, binEnd } of rows) expect(binEnd).toBeGreaterThan(binStart);
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
});

test('no values have no bins; NaN is refused by its index', () => {
  expect(histogram([])).toEqual([]);
  expect(() => histogram([1, 2, NaN])).toThrow(new RangeError('value 2 must be a finite number, got NaN'));
});
