import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holmAdjusted } from '../../src/stats/holm.js';
import { luckOf } from './coverage.js';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });

test('.001 .01 .02 .04 .3 become .005 .04 .06 .08 .3 (R, p.adjust), in whatever order they come', () => {
  const p = [0.001, 0.01, 0.02, 0.04, 0.3];
  const adjusted = [0.005, 0.04, 0.06, 0.08, 0.3];
  const order = [3, 0, 4, 1, 2];
  const found = holmAdjusted(order.map((i) => p[i]!));
  order.forEach((i, place) => expect(found[place]).toBeCloseTo(adjusted[i]!, 12));
});

test('they keep the order of the tests, lie between p and m p, and equal p stay equal', () => {
  fc.assert(
    fc.property(pValues, (p) => {
      const adjusted = holmAdjusted([...p, p[0]!]);
      expect(adjusted[p.length]).toBe(adjusted[0]);
      for (const [i, one] of p.entries()) {
        expect(adjusted[i]! >= one && adjusted[i]! <= Math.min(1, (p.length + 1) * one)).toBe(true);
        for (const [j, other] of p.entries()) if (one < other) expect(adjusted[i]!).toBeLessThanOrEqual(adjusted[j]!);
      }
    }),
  );
});

test('of 5 true hypotheses one or more is rejected at 5 % in 1 − .99⁵ of cases (20,000 samples, 4 standard errors)', () => {
  const { uniform } = luckOf('Holm under the null');
  let rejected = 0;
  for (let run = 0; run < 20_000; run++)
    if (holmAdjusted(Array.from({ length: 5 }, uniform)).some((p) => p <= 0.05)) rejected++;
  const expected = 1 - 0.99 ** 5;
  expect(Math.abs(rejected / 20_000 - expected) / Math.sqrt((expected * (1 - expected)) / 20_000)).toBeLessThan(4);
});

test('no tests need no adjusting; what is no probability is refused', () => {
  expect(holmAdjusted([])).toEqual([]);
  expect(() => holmAdjusted([0.1, NaN])).toThrow(new RangeError('p-value 1 must be from 0 to 1, got NaN'));
});
