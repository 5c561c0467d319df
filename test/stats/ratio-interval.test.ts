import studentQuantile from '@stdlib/stats-base-dists-t-quantile';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanInterval } from '../../src/stats/mean-interval.js';
import { ratioInterval } from '../../src/stats/ratio-interval.js';
import { coverageZ, luckOf, sampleOf } from './coverage.js';

const pairs = fc.array(
  fc.record({ a: fc.double({ min: 0, max: 1e3, noNaN: true }), b: fc.double({ min: 0.5, max: 1e3, noNaN: true }) }),
  { minLength: 2, maxLength: 30 },
);

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('known answers', () => {
  test('the ratio is that of the sums, not the mean of the ratios', () => {
    expect(ratioInterval({ numerators: [1, 9], denominators: [1, 3] }).value).toBe(2.5);
  });

  test('three pairs worked by hand', () => {
    // Leaving one out: 5/5, 4/4 and 3/3 for (1,1) (2,2) (3,3); and 5/3, 4/3, 3/3 … for a constant denominator of 1.5.
    expect(ratioInterval({ numerators: [1, 2, 3], denominators: [1, 2, 3] })).toMatchObject({
      value: 1,
      low: 1,
      high: 1,
    });
    const { value, low, high } = ratioInterval({ numerators: [1, 2, 3], denominators: [1.5, 1.5, 1.5] });
    // θ₋ᵢ = 5/3, 4/3, 1; their mean 4/3; squares 2/9; variance ⅔ · 2/9 = 4/27; t(.975, 2) = 4.3026527.
    expect(value).toBeCloseTo(4 / 3, 12);
    expect((high - low) / 2).toBeCloseTo(4.3026527 * Math.sqrt(4 / 27), 7);
  });
});

describe('laws', () => {
  test('it is the direct jackknife that sums all the others again for each pair left out', () => {
    fc.assert(
      fc.property(pairs, (sample) => {
        const n = sample.length;
        const leftOut = sample.map((_, i) => {
          const others = sample.filter((__, j) => j !== i);
          return total(others.map(({ a }) => a)) / total(others.map(({ b }) => b));
        });
        const centre = total(leftOut) / n;
        const variance = ((n - 1) / n) * total(leftOut.map((ratio) => (ratio - centre) ** 2));
        const { value, low, high } = ratioInterval({
          numerators: sample.map(({ a }) => a),
          denominators: sample.map(({ b }) => b),
        });
        const halfWidth = studentQuantile(0.975, n - 1) * Math.sqrt(variance);
        expect(Math.abs((high - low) / 2 - halfWidth)).toBeLessThanOrEqual(1e-8 * (halfWidth + value + 1));
        expect(low <= value && value <= high).toBe(true);
      }),
    );
  });

  test('over equal denominators it is the interval of the mean', () => {
    fc.assert(
      fc.property(pairs, (sample) => {
        const numerators = sample.map(({ a }) => a);
        const ratio = ratioInterval({ numerators, denominators: numerators.map(() => 1) });
        const mean = meanInterval(numerators);
        expect(ratio.low).toBeCloseTo(mean.low, 6);
        expect(ratio.high).toBeCloseTo(mean.high, 6);
      }),
    );
  });

  test('for 2,000 replications the half-width is within 1 % of the delta method', () => {
    const { uniform, exponential } = luckOf('ratio and delta method');
    const denominators = sampleOf(2000, () => 50 + 100 * uniform());
    const numerators = denominators.map((b) => b * exponential());
    const { value, low, high } = ratioInterval({ numerators, denominators });
    const residuals = meanInterval(numerators.map((a, i) => a - value * denominators[i]!));
    const delta = (residuals.high - residuals.low) / 2 / meanInterval(denominators).value;
    expect(Math.abs((high - low) / 2 / delta - 1)).toBeLessThan(0.01);
  });
});

test('with 20 replications of exponential noise it covers .9149, not .95 (400,000 samples with numpy; 4 standard errors)', () => {
  const { uniform, exponential } = luckOf('ratio coverage');
  const interval = () => {
    const denominators = sampleOf(20, () => 50 + 100 * uniform());
    return ratioInterval({ numerators: denominators.map((b) => b * exponential()), denominators });
  };
  expect(Math.abs(coverageZ({ expected: 0.9149, runs: 4000, truth: 1, interval }))).toBeLessThan(4);
});

describe('what cannot be estimated', () => {
  test.each([
    [[], [], NaN, 'not estimable with 0 replications'],
    [[1], [2], 0.5, 'not estimable with 1 replication'],
    [[1, 2], [0, 0], NaN, 'not estimable: the denominators sum to 0'],
    [[1, 2, 3], [0, 4, 0], 1.5, 'not estimable: one replication holds the whole denominator'],
  ])('%j over %j: %f, %s', (numerators, denominators, value, note) => {
    expect(ratioInterval({ numerators, denominators })).toMatchObject({ value, low: NaN, high: NaN, note });
  });

  test('values that are no pairs of numbers are refused', () => {
    expect(() => ratioInterval({ numerators: [1, 2], denominators: [1] })).toThrow(
      new RangeError('denominators must be as many as numerators (2), got 1'),
    );
    expect(() => ratioInterval({ numerators: [1, NaN], denominators: [1, 1] })).toThrow(
      new RangeError('numerator 1 must be a finite number, got NaN'),
    );
    expect(() => ratioInterval({ numerators: [1, 1], denominators: [NaN, 1] })).toThrow(
      new RangeError('denominator 0 must be a finite number, got NaN'),
    );
    expect(() => ratioInterval({ numerators: [1, 1], denominators: [1, -1] })).toThrow(
      new RangeError('denominator 1 must be at least 0, got -1'),
    );
  });
});
