import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countInterval } from '../../src/stats/count-interval.js';

test.each([
  [0, 0, 3.6888795],
  [1, 0.0253178, 5.5716434],
  [3, 0.6186721, 8.7672731],
  [10, 4.7953887, 18.390356],
  [400, 361.75629663114347, 441.1866480966759],
])('Garwood of %i is [%f, %f] (scipy.stats.chi2)', (count, low, high) => {
  const interval = countInterval(count);
  expect(interval).toMatchObject({ value: count, level: 0.95, n: 1, method: 'Garwood' });
  expect(interval.low).toBeCloseTo(low, 6);
  expect(interval.high).toBeCloseTo(high, 6);
});

test.each([
  [499, 456.17243238097126, 544.7654563874568],
  [500, 457.1285768996295, 545.8092685651714],
  [1000, 938.9730184076952, 1063.952136016302],
  [5000, 4862.359188694899, 5140.5489485350045],
  [100_000, 99381.15266374472, 100621.74473974388],
])(
  'Garwood of %i, by the expansion for large counts, is [%f, %f] within 5e-8 (scipy.stats.chi2)',
  (count, low, high) => {
    const interval = countInterval(count);
    expect(Math.abs(interval.low / low - 1)).toBeLessThan(5e-8);
    expect(Math.abs(interval.high / high - 1)).toBeLessThan(5e-8);
    if (count === 1000) expect(Math.abs(countInterval(count, 0.99).low / 920.4240461633592 - 1)).toBeLessThan(5e-8);
  },
);

test('Garwood of 1,000 at 99 % begins at 920.4240462 (scipy.stats.chi2)', () => {
  expect(Math.abs(countInterval(1000, 0.99).low / 920.4240461633592 - 1)).toBeLessThan(5e-8);
});

test('the interval holds the count, and one more raises both ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), (count) => {
      const [fewer, more] = [countInterval(count), countInterval(count + 1)];
      expect(fewer.low <= count && count < fewer.high).toBe(true);
      expect(more.low > fewer.low && more.high > fewer.high).toBe(true);
    }),
  );
});

test('what is no count is refused', () => {
  for (const count of [-1, 1.5, NaN]) expect(() => countInterval(count)).toThrow(/count must be a whole number from 0/);
});
