import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantileInterval, quantileRanks } from '../../src/stats/quantile-interval.js';
import { sortedSample } from '../../src/stats/sorted-sample.js';
import { coverageZ, luckOf, sampleOf } from './coverage.js';

const ranksUpTo = (n: number) => sortedSample(Array.from({ length: n }, (_, i) => i + 1));

describe('known answers (scipy.stats.binom)', () => {
  test.each([
    [100, 0.5, 40, 61, 0.9648],
    [100, 0.95, 90, 100, 0.982607],
    [1000, 0.5, 469, 532, 0.953709],
    [1000, 0.9, 881, 919, 0.954907],
    [1000, 0.95, 936, 964, 0.958095],
    [1000, 0.99, 983, 997, 0.976095],
    [2000, 0.99, 1971, 1989, 0.957831],
    [6, 0.5, 1, 6, 0.96875],
    [73, 0.95, 65, 73, 0.965858],
  ])('%i values, order %f: X(%i) to X(%i), coverage %f', (n, order, lowerRank, upperRank, coverage) => {
    const ranks = quantileRanks({ n, order });
    expect(ranks).toMatchObject({ lowerRank, upperRank });
    expect(ranks.coverage).toBeCloseTo(coverage, 6);
    expect(quantileInterval(ranksUpTo(n), { order })).toMatchObject({ low: lowerRank, high: upperRank, lowerRank, n });
  });

  test('a rank that leaves exactly α/2 is taken: six values, the median, level .96875 = 1 − 2/64', () => {
    const ranks = quantileRanks({ n: 6, order: 0.5, level: 0.96875 });
    expect(ranks).toEqual({ lowerRank: 1, upperRank: 6, coverage: 0.96875 });
  });

  test('the point is of type 7: the .95 quantile of 0 0 1 2 2 3 5 8 13 40 is 27.85 (numpy)', () => {
    const sample = sortedSample([40, 0, 3, 0, 2, 13, 1, 5, 2, 8]);
    expect(quantileInterval(sample, { order: 0.95 }).value).toBeCloseTo(27.85, 12);
  });
});

describe('laws', () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 });
  const order = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  const level = fc.constantFrom(0.8, 0.9, 0.95, 0.99);

  test('the ranks are the tightest that leave at most α/2 on each side, as a plain search finds them', () => {
    // Pascal's triangle in place of the library's incomplete beta function.
    const pascal = (n: number, p: number) =>
      Array.from({ length: n }).reduce<number[]>(
        (row) => [...row, 0].map((mass, k) => mass * (1 - p) + (row[k - 1] ?? 0) * p),
        [1],
      );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), order, level, (n, p, confidence) => {
        const mass = pascal(n, p);
        const below = (rank: number) => mass.slice(0, rank).reduce((sum, part) => sum + part, 0);
        const alpha = 1 - confidence;
        let lowerRank = 0;
        while (lowerRank < n && below(lowerRank + 1) <= alpha / 2) lowerRank++;
        let upperRank = 1;
        while (upperRank <= n && below(upperRank) < 1 - alpha / 2) upperRank++;
        expect(quantileRanks({ n, order: p, level: confidence })).toMatchObject({ lowerRank, upperRank });
      }),
    );
  });

  test('the coverage is at least the level, and the interval holds the point', () => {
    fc.assert(
      fc.property(values, order, level, (sample, p, confidence) => {
        const estimate = quantileInterval(sortedSample(sample), { order: p, level: confidence });
        if (estimate.note !== undefined) return;
        expect(estimate.coverage).toBeGreaterThanOrEqual(confidence - 1e-12);
        expect(estimate.low <= estimate.value && estimate.value <= estimate.high).toBe(true);
      }),
    );
  });

  test('the order of the values is irrelevant, bit for bit', () => {
    fc.assert(
      fc.property(values, order, (sample, p) => {
        const turned = sortedSample([...sample].reverse());
        expect(quantileInterval(turned, { order: p })).toEqual(quantileInterval(sortedSample(sample), { order: p }));
      }),
    );
  });
});

describe('coverage', () => {
  test.each([
    [100, 0.95],
    [100, 0.5],
    [400, 0.99],
  ])('%i exponential values hold the %f quantile as often as is printed, which is at least .95', (n, order) => {
    const { exponential } = luckOf(`quantile ${n} ${order}`);
    const { coverage } = quantileRanks({ n, order });
    expect(coverage).toBeGreaterThanOrEqual(0.95);
    const interval = () => quantileInterval(sortedSample(sampleOf(n, exponential)), { order });
    // Four standard errors of 4,000 samples.
    const z = coverageZ({ expected: coverage, runs: 4000, truth: -Math.log(1 - order), interval });
    expect(Math.abs(z)).toBeLessThan(4);
  });
});

describe('what cannot be estimated', () => {
  test('an interval is never closed with the largest or smallest value for want of others', () => {
    expect(quantileInterval(ranksUpTo(59), { order: 0.95 })).toMatchObject({
      low: NaN,
      high: NaN,
      upperRank: 60,
      coverage: NaN,
      note: 'not estimable with 59 replications',
    });
    expect(quantileInterval(ranksUpTo(72), { order: 0.95 }).note).toBeUndefined();
    expect(quantileInterval(ranksUpTo(299), { order: 0.01 }).note).toBe('not estimable with 299 replications');
  });

  test('of no values neither point nor interval', () => {
    expect(quantileInterval(sortedSample([]), { order: 0.5 })).toMatchObject({
      value: NaN,
      low: NaN,
      high: NaN,
      n: 0,
      note: 'not estimable with 0 replications',
    });
  });

  test('the ends 0 and 1 are no orders', () => {
    expect(() => quantileInterval(ranksUpTo(9), { order: 1 })).toThrow(
      new RangeError('order must be above 0 and below 1, got 1'),
    );
    expect(() => quantileRanks({ n: 9, order: 0 })).toThrow(RangeError);
  });
});
