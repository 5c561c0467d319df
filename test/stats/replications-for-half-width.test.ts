import fc from 'fast-check';
import { expect, test } from 'vitest';
import { studentHalfWidth } from '../../src/stats/mean-interval.js';
import { replicationsForHalfWidth } from '../../src/stats/replications-for-half-width.js';

test.each([
  [{ sd: 7.3208, halfWidth: 1, level: 0.95 }, 209],
  [{ sd: 4.7862, halfWidth: 0.5, level: 0.99 }, 612],
])('%o needs %i replications (Student iteration with scipy)', (about, n) => {
  expect(replicationsForHalfWidth(about)).toBe(n);
});

test('the answer is precise enough and one replication less is not', () => {
  const sd = fc.double({ min: 0.001, max: 50, noNaN: true });
  fc.assert(
    fc.property(sd, fc.constantFrom(0.8, 0.95, 0.99), (spread, level) => {
      const n = replicationsForHalfWidth({ sd: spread, halfWidth: 1, level });
      expect(studentHalfWidth({ sd: spread, n, level })).toBeLessThanOrEqual(1);
      if (n > 2) expect(studentHalfWidth({ sd: spread, n: n - 1, level })).toBeGreaterThan(1);
    }),
  );
});

test('without spread two replications are enough', () => {
  expect(replicationsForHalfWidth({ sd: 0, halfWidth: 0.1 })).toBe(2);
});

test('a half-width of 0 and a spread that is no number are refused', () => {
  expect(() => replicationsForHalfWidth({ sd: 1, halfWidth: 0 })).toThrow(
    new RangeError('halfWidth must be above 0, got 0'),
  );
  expect(() => replicationsForHalfWidth({ sd: NaN, halfWidth: 1 })).toThrow(/sd must be .* got NaN/);
});
