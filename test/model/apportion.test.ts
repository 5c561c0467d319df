import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion, evenPart } from '../../src/model/apportion.js';

const shares = (total: number, weights: number[]): number[] => {
  const into = new Int32Array(weights.length);
  apportion(total, weights, into);
  return [...into];
};

test('whole persons are shared by largest remainders, ties to the first', () => {
  expect(shares(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(shares(7, [5, 3, 2])).toEqual([4, 2, 1]);
  expect(shares(0, [5, 3])).toEqual([0, 0]);
  expect(shares(3, [0, 0])).toEqual([0, 0]);
});

test('nobody is lost, and no group gives more than it has', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 3000 }), { minLength: 1, maxLength: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (there, share) => {
        const sum = there.reduce((a, b) => a + b, 0);
        const total = Math.round(share * sum);
        const parts = shares(total, there);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        parts.forEach((part, i) => {
          expect(part).toBeLessThanOrEqual(there[i]!);
        });
      },
    ),
    { seed: 3, numRuns: 500 },
  );
});

test('even parts add up, the larger first', () => {
  expect([0, 1, 2, 3].map((i) => evenPart(10, 4, i))).toEqual([3, 3, 2, 2]);
});
