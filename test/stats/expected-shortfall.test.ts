import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedShortfall } from '../../src/stats/expected-shortfall.js';
import { meanInterval } from '../../src/stats/mean-interval.js';
import { sortedSample } from '../../src/stats/sorted-sample.js';
import { coverageZ, luckOf, sampleOf } from './coverage.js';

const losses = sortedSample([0, 0, 1, 2, 2, 3, 5, 8, 13, 40]);
const values = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 20, maxLength: 80 });

describe('known answers', () => {
  test('the worst 20 % of 0 0 1 2 2 3 5 8 13 40 lose 26.5 on average', () => {
    expect(expectedShortfall(losses, { worstShare: 0.2 }).value).toBeCloseTo(26.5, 12);
  });

  test('a value at the edge counts for its fraction: the worst 25 % are 40, 13 and half of 8', () => {
    expect(expectedShortfall(losses, { worstShare: 0.25 }).value).toBeCloseTo((40 + 13 + 4) / 2.5, 12);
  });

  test('the worst 7 % of 1 … 100 are 94 … 100, though 100 × .07 is not 7', () => {
    const ranks = sortedSample(Array.from({ length: 100 }, (_, i) => i + 1));
    expect(expectedShortfall(ranks, { worstShare: 0.07 }).value).toBeCloseTo(97, 10);
  });
});

describe('laws', () => {
  const share = fc.constantFrom(0.05, 0.1, 0.2, 0.5, 1);

  test('it is the mean of the largest, where their number is whole', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 20 }), (sample, tail) => {
        const largest = [...sorted(sample)].slice(-tail);
        const { value } = expectedShortfall(sortedSample(sample), { worstShare: tail / sample.length });
        expect(value).toBeCloseTo(largest.reduce((sum, x) => sum + x, 0) / tail, 6);
      }),
    );
  });

  test('the worst of all is the mean, and a smaller share is no better', () => {
    fc.assert(
      fc.property(values, (sample) => {
        const of = (worstShare: number) => expectedShortfall(sortedSample(sample), { worstShare }).value;
        expect(of(1)).toBeCloseTo(meanInterval(sample).value, 6);
        for (const [smaller, larger] of [
          [0.05, 0.1],
          [0.1, 0.33],
          [0.33, 1],
        ] as const)
          expect(of(smaller)).toBeGreaterThanOrEqual(of(larger) - 1e-6);
      }),
    );
  });

  test('the interval holds the value, and the order of the values is irrelevant', () => {
    fc.assert(
      fc.property(values, share, (sample, worstShare) => {
        const estimate = expectedShortfall(sortedSample(sample), { worstShare });
        if (estimate.note === undefined)
          expect(estimate.low <= estimate.value && estimate.value <= estimate.high).toBe(true);
        expect(expectedShortfall(sortedSample([...sample].reverse()), { worstShare })).toEqual(estimate);
      }),
    );
  });
});

test('20 of 400 exponential values in the tail cover .9214, not .95 (400,000 samples with numpy; 4 standard errors)', () => {
  const { exponential } = luckOf('expected shortfall');
  const interval = () => expectedShortfall(sortedSample(sampleOf(400, exponential)), { worstShare: 0.05 });
  expect(Math.abs(coverageZ({ expected: 0.9214, runs: 4000, truth: 1 - Math.log(0.05), interval }))).toBeLessThan(4);
});

test('fewer than 20 in the tail give no interval, fewer than one no value', () => {
  expect(expectedShortfall(losses, { worstShare: 0.2 })).toMatchObject({
    low: NaN,
    high: NaN,
    n: 10,
    note: 'no interval with fewer than 20 in the tail',
  });
  expect(expectedShortfall(losses, { worstShare: 0.05 })).toMatchObject({
    value: NaN,
    note: 'not estimable with 10 replications',
  });
  expect(expectedShortfall(sortedSample([]), { worstShare: 0.5 }).note).toBe('not estimable with 0 replications');
  expect(() => expectedShortfall(losses, { worstShare: 20 })).toThrow(
    new RangeError('worstShare must be above 0 and at most 1, got 20'),
  );
});

function sorted(sample: readonly number[]): Float64Array {
  return Float64Array.from(sample).sort();
}
