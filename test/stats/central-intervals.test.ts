import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centralIntervals } from '../../src/stats/central-intervals.js';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 100 });

test('the squares of 1 … 30 have the quantiles of numpy', () => {
  const squares = Array.from({ length: 30 }, (_, i) => (i + 1) ** 2);
  const expected = { median: 240.5, q25: 68.25, q75: 517.75, q10: 15.3, q90: 734.5, q025: 3.175, q975: 857.225 };
  const found = Object.entries(centralIntervals(squares));
  expect(found.map(([key]) => key).sort()).toEqual(Object.keys(expected).sort());
  for (const [key, value] of found) expect([key, value]).toEqual([key, expect.closeTo(Reflect.get(expected, key), 10)]);
});

test('each interval lies within the wider one, all hold the median', () => {
  fc.assert(
    fc.property(values, (sample) => {
      const { q025, q10, q25, median, q75, q90, q975 } = centralIntervals(sample);
      const rising = [q025, q10, q25, median, q75, q90, q975];
      rising.slice(1).forEach((value, i) => expect(value).toBeGreaterThanOrEqual(rising[i]! - 1e-9));
    }),
  );
});

test('the order of the values is irrelevant, bit for bit', () => {
  fc.assert(
    fc.property(values, (sample) => {
      expect(centralIntervals([...sample].reverse())).toEqual(centralIntervals(sample));
    }),
  );
});

test('of one value all are that value, of none all are NaN; NaN is refused', () => {
  expect(new Set(Object.values(centralIntervals([7])))).toEqual(new Set([7]));
  expect(new Set(Object.values(centralIntervals([])))).toEqual(new Set([NaN]));
  expect(() => centralIntervals([1, NaN])).toThrow(new RangeError('value 1 must be a finite number, got NaN'));
});
