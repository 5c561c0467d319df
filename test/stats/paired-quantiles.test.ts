import { describe, expect, test } from 'vitest';
import { quantileDifference } from '../../src/stats/paired-quantiles.js';
import { quantileInterval } from '../../src/stats/quantile-interval.js';
import { sortedSample } from '../../src/stats/sorted-sample.js';
import { coverageZ, luckOf } from './coverage.js';

/** Columns that share a part of their luck; A is B's law times 1.5. */
const lognormals = (name: string, n: number) => {
  const { normal } = luckOf(name);
  return () => {
    const common = Array.from({ length: n }, () => 0.8 * normal());
    return {
      a: common.map((z) => 1.5 * Math.exp(z + 0.6 * normal())),
      b: common.map((z) => Math.exp(z + 0.6 * normal())),
    };
  };
};

describe('laws', () => {
  const { a, b } = lognormals('laws of quantile differences', 200)();

  test('the value is the difference of the two quantiles of type 7', () => {
    for (const order of [0.1, 0.5, 0.9]) {
      const of = (values: readonly number[]) => quantileInterval(sortedSample(values), { order }).value;
      expect(quantileDifference({ a, b, order })).toMatchObject({ value: of(a) - of(b), n: 200, droppedPairs: 0 });
    }
  });

  test('B against A turns the interval round', () => {
    const [there, back] = [quantileDifference({ a, b, order: 0.9 }), quantileDifference({ a: b, b: a, order: 0.9 })];
    expect(back.low).toBeCloseTo(-there.high, 12);
    expect(back.high).toBeCloseTo(-there.low, 12);
  });

  test('breaking the pairs widens the interval, so the pairing is used', () => {
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    const broken = [...b.slice(1), b[0]!];
    expect(width(quantileDifference({ a, b, order: 0.5 }))).toBeLessThan(
      0.8 * width(quantileDifference({ a, b: broken, order: 0.5 })),
    );
  });

  test('equal columns have no width, a blank drops its pair', () => {
    expect(quantileDifference({ a, b: a, order: 0.9 })).toMatchObject({ value: 0, low: 0, high: 0 });
    const blank = quantileDifference({ a: [NaN, ...a], b: [1, ...b], order: 0.5 });
    expect(blank).toEqual({ ...quantileDifference({ a, b, order: 0.5 }), droppedPairs: 1 });
  });
});

// Shares from 100,000 samples with numpy.
describe('coverage at 95 % for 200 pairs, more than nominal (2,000 samples, 4 standard errors)', () => {
  test.each([
    [0.5, 0.9725, 1],
    [0.9, 0.9821, Math.exp(1.2815515655446004)],
  ] as const)('of the quantile of order %f, lognormals with ρ .64: %f', (order, expected, quantileOfB) => {
    const draw = lognormals(`quantiles ${order}`, 200);
    const interval = () => quantileDifference({ ...draw(), order });
    expect(Math.abs(coverageZ({ expected, runs: 2000, truth: 0.5 * quantileOfB, interval }))).toBeLessThan(4);
  });

  test('of the median of counts, where many values tie, it is no less', () => {
    const { uniform } = luckOf('quantiles of counts');
    const binomial = (us: readonly number[], p: number) => us.filter((u) => u < p).length;
    const interval = () => {
      const us = Array.from({ length: 200 }, () => Array.from({ length: 12 }, uniform));
      return quantileDifference({
        a: us.map((u) => binomial(u, 0.55)),
        b: us.map((u) => binomial(u, 0.3)),
        order: 0.5,
      });
    };
    // Medians of Bin(12, .55) and Bin(12, .3) are 7 and 4.
    expect(coverageZ({ expected: 0.95, runs: 500, truth: 3, interval })).toBeGreaterThan(-4);
  });
});

test('a tail beyond the sample has a value but no interval', () => {
  const { a, b } = lognormals('short', 30)();
  const tail = quantileDifference({ a, b, order: 0.95 });
  expect(tail).toMatchObject({ low: NaN, high: NaN, note: 'not estimable with 30 replications' });
  expect(tail.value).not.toBeNaN();
  expect(() => quantileDifference({ a, b, order: 1 })).toThrow(/order must be above 0 and below 1/);
});
