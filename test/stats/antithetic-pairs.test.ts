import { describe, expect, test } from 'vitest';
import { antitheticPairs } from '../../src/stats/antithetic-pairs.js';
import { meanInterval } from '../../src/stats/mean-interval.js';
import { coverageZ, luckOf } from './coverage.js';

test('exp(U) with exp(1−U) is 30.93 times better than two independent draws, on 10,000 midpoints', () => {
  const midpoints = Array.from({ length: 10_000 }, (_, i) => (i + 0.5) / 10_000);
  const { varianceReduction, correlation, pairMeans } = antitheticPairs(
    midpoints.flatMap((u) => [Math.exp(u), Math.exp(1 - u)]),
  );
  expect(varianceReduction).toBeCloseTo(30.93, 2);
  // Cov(e^U, e^(1−U)) = e − (e − 1)², Var e^U = (e² − 1)/2 − (e − 1)².
  const { E } = Math;
  expect(correlation).toBeCloseTo((E - (E - 1) ** 2) / ((E ** 2 - 1) / 2 - (E - 1) ** 2), 6);
  expect(pairMeans).toHaveLength(10_000);
});

test('neighbours are joined, 2i with 2i + 1', () => {
  expect(antitheticPairs([1, 3, 10, 20]).pairMeans).toEqual([2, 15]);
});

describe('coverage at 95 % of 20 antithetic pairs of exp(U) (4,000 samples)', () => {
  const draw = () => {
    const { uniform } = luckOf('antithetic');
    return () => Array.from({ length: 20 }, uniform).flatMap((u) => [Math.exp(u), Math.exp(1 - u)]);
  };
  const z = (values: () => number[]) =>
    coverageZ({ expected: 0.95, runs: 4000, truth: Math.E - 1, interval: () => meanInterval(values()) });

  test('an interval of the pair means covers about 95 %, one of all values nearly always: far too wide', () => {
    const [one, other] = [draw(), draw()];
    // Pair means of exp(U) are skewed a little to the right: within 6 standard errors of .95, not 4.
    expect(Math.abs(z(() => [...antitheticPairs(one()).pairMeans]))).toBeLessThan(6);
    expect(z(other)).toBeGreaterThan(10);
  });
});

test('a value without a partner is refused; two pairs have means but no correlation', () => {
  expect(() => antitheticPairs([1, 2, 3])).toThrow(new RangeError('values must be an even number, got 3'));
  expect(antitheticPairs([1, 2, 3, 4])).toMatchObject({ correlation: NaN, varianceReduction: NaN });
});
