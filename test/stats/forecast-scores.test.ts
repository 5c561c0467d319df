import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  centralCounts,
  countQuantile,
  crpsCounts,
  crpsNormal,
  crpsPoisson,
  crpsSample,
  dawidSebastiani,
  intervalScore,
  logScore,
  momentsOf,
  negativeBinomialLaw,
  nonRandomisedPit,
  pitHistogram,
  pitStep,
  poissonLaw,
  sampledLaw,
  scoredInterval,
  shareUpTo,
} from '../../src/stats/index.js';
import { caseCheck, checkCaseFile } from '../cases/case-checks.js';
import scores from '../cases/scores.json' with { type: 'json' };

const numbers = z.array(z.number());

checkCaseFile(
  { name: 'scores', cases: scores },
  {
    crps_poisson: caseCheck(z.object({ lambda: numbers, y: numbers }), ({ lambda, y }) => ({
      crps: lambda.map((mean, i) => crpsPoisson(mean, y[i]!)),
      log_score: lambda.map((mean, i) => logScore(poissonLaw(mean), y[i]!)),
      dss: lambda.map((mean, i) => dawidSebastiani(poissonLaw(mean), y[i]!)),
    })),
    crps_sample_edf_and_fair: caseCheck(z.object({ sample: numbers, y: z.number() }), ({ sample, y }) => ({
      edf: crpsSample(sample, { observed: y }),
      fair: crpsSample(sample, { observed: y, fair: true }),
      pit_lower: sample.filter((x) => x < y).length / sample.length,
      pit_upper: sample.filter((x) => x <= y).length / sample.length,
    })),
    interval_score: caseCheck(
      z.object({
        cases: z.array(z.object({ l: z.number(), u: z.number(), y: z.number(), coverage: z.number() })),
      }),
      ({ cases }) => ({
        score: cases.map(({ l, u, y, coverage }) => intervalScore({ low: l, high: u, level: coverage }, y)),
      }),
    ),
    pit_nonrandomised_discrete: caseCheck(z.object({ lambda: z.number(), y: z.number(), u: numbers }), (given) => {
      const step = pitStep(poissonLaw(given.lambda), given.y);
      return { cdf_y_minus_1: step.below, cdf_y: step.upTo, F: given.u.map((u) => nonRandomisedPit(step, u)) };
    }),
  },
);

describe('known answers of the page on statistics', () => {
  test.each([
    [0, 0.2336949773],
    [1, 0.6024413576],
  ])('CRPS of N(0, 1) at %f', (observed, score) => {
    expect(crpsNormal({ mean: 0, sd: 1 }, observed)).toBeCloseTo(score, 9);
    expect(crpsNormal({ mean: 10, sd: 3 }, 10 + 3 * observed)).toBeCloseTo(3 * score, 9);
  });

  test.each([
    [0, 1, 0.4762223882],
    [3, 3, 0.3881241701],
    [12, 10, 1.2889671667],
    [30, 10, 18.2271348889],
  ])('CRPS of a Poisson law: %i at mean %f', (observed, mean, score) => {
    expect(crpsPoisson(mean, observed)).toBeCloseTo(score, 9);
  });

  test('CRPS of the sample {1, 2, 3, 4, 10} at 3: .6, fair .2', () => {
    expect(crpsSample([1, 2, 3, 4, 10], { observed: 3 })).toBeCloseTo(0.6, 12);
    expect(crpsSample([1, 2, 3, 4, 10], { observed: 3, fair: true })).toBeCloseTo(0.2, 12);
  });
});

const means = fc.double({ min: 0.01, max: 60, noNaN: true });
const sizes = fc.double({ min: 0.2, max: 40, noNaN: true });

describe('laws of counts', () => {
  test('sum to one and have the moments they are named by', () => {
    fc.assert(
      fc.property(means, sizes, (mean, size) => {
        for (const [law, variance] of [
          [poissonLaw(mean), mean],
          [negativeBinomialLaw({ mean, size }), mean + mean ** 2 / size],
        ] as const) {
          expect(law.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
          expect(momentsOf(law).mean / mean).toBeCloseTo(1, 8);
          expect(momentsOf(law).variance / variance).toBeCloseTo(1, 6);
        }
      }),
    );
  });

  test('a mean of 2,000, whose first shares are below what a number can hold, is no trouble', () => {
    expect(momentsOf(poissonLaw(2000)).mean).toBeCloseTo(2000, 6);
  });

  test('a negative binomial of infinite size is Poisson, and of mean 0 certain', () => {
    expect(negativeBinomialLaw({ mean: 3, size: Infinity })).toEqual(poissonLaw(3));
    expect(poissonLaw(0)).toEqual([1]);
  });

  test('P(N ≤ 3) of a Poisson law of mean 3 is .6472, of a negative binomial of mean 2 and size 1 is 1 − (2/3)⁴', () => {
    expect(shareUpTo(poissonLaw(3), 3)).toBeCloseTo(13 * Math.exp(-3), 12);
    expect(shareUpTo(negativeBinomialLaw({ mean: 2, size: 1 }), 3)).toBeCloseTo(1 - (2 / 3) ** 4, 12);
  });

  test('a central interval holds at least its level, and one count less on either side would not', () => {
    fc.assert(
      fc.property(means, fc.constantFrom(0.5, 0.8, 0.95), (mean, level) => {
        const law = poissonLaw(mean);
        const { low, high } = centralCounts(law, level);
        const upTo = (count: number): number => (count < 0 ? 0 : shareUpTo(law, count));
        expect(upTo(high) - upTo(low - 1)).toBeGreaterThanOrEqual(level - 1e-9);
        expect(upTo(low - 1)).toBeLessThan((1 - level) / 2 + 1e-9);
        expect(upTo(high - 1)).toBeLessThan((1 + level) / 2 + 1e-9);
      }),
    );
    expect(countQuantile([0.5, 0.5], 0.5)).toBe(0);
  });

  test('a sampled law is the sample with the weight of one draw spread, so that nothing is impossible', () => {
    const law = sampledLaw([0, 0, 1, 3]);
    expect(law.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(law[0]).toBeGreaterThanOrEqual(0.4);
    expect(law[2]).toBeGreaterThan(0);
    expect(law[20]).toBeGreaterThan(0);
    // Of three zeros: a quarter of a Poisson law of mean a quarter.
    expect(sampledLaw([0, 0, 0])[1]).toBeCloseTo((0.25 * Math.exp(-0.25)) / 4, 12);
    expect(() => sampledLaw([])).toThrow(RangeError);
    expect(() => sampledLaw([1.5])).toThrow(new RangeError('count 0 must be a count, got 1.5'));
  });
});

describe('scores', () => {
  test('are proper: no other law scores better on average under the truth', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 15, noNaN: true }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        (mean, factor) => {
          fc.pre(Math.abs(factor - 1) > 0.05);
          const [truth, other] = [poissonLaw(mean), poissonLaw(factor * mean)];
          const expected = (score: (law: typeof truth, y: number) => number, law: typeof truth): number =>
            truth.reduce((sum, share, y) => (share < 1e-12 ? sum : sum + share * score(law, y)), 0);
          for (const score of [crpsCounts, logScore, dawidSebastiani])
            expect(expected(score, truth)).toBeLessThan(expected(score, other));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('CRPS of a sample is that of its shares as a law of counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 30 }), fc.nat(15), (sample, observed) => {
        const law = Array.from({ length: 13 }, (_, k) => sample.filter((x) => x === k).length / sample.length);
        expect(crpsCounts(law, observed)).toBeCloseTo(crpsSample(sample, { observed }), 9);
      }),
    );
  });

  test('CRPS of a point forecast is the absolute error', () => {
    expect(crpsCounts([0, 0, 1], 7)).toBe(5);
    expect(crpsCounts([0, 0, 1], 0)).toBe(2);
    expect(crpsSample([2], { observed: 7 })).toBe(5);
  });

  test('a fair score averages to the score of the law behind the sample', () => {
    // Exact: all samples of two draws of a coin, each of probability 1/4; CRPS of the coin at 0 is 1/4.
    const all = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    const mean = all.reduce((sum, sample) => sum + crpsSample(sample, { observed: 0, fair: true }) / 4, 0);
    expect(mean).toBeCloseTo(crpsCounts([0.5, 0.5], 0), 12);
    expect(() => crpsSample([1], { observed: 1, fair: true })).toThrow('at least 2 draws');
  });

  test('what a law calls impossible has an infinite log score', () => {
    expect(logScore([0.5, 0.5], 2)).toBe(Infinity);
  });

  test('an interval of a law is scored as it stands', () => {
    const interval = scoredInterval(poissonLaw(3), { observed: 9, level: 0.8 });
    expect(interval).toMatchObject({ low: 1, high: 5, holds: false });
    expect(interval.score).toBeCloseTo(4 + 10 * 4, 10);
    expect(scoredInterval(poissonLaw(3), { observed: 5, level: 0.8 })).toMatchObject({ holds: true, score: 4 });
  });

  test('the PIT histogram of every count weighed by a calibrated law is flat', () => {
    const law = poissonLaw(4);
    // Mean PIT over the truth is u: sum of weighed steps.
    for (const u of [0.1, 0.35, 0.5, 0.9]) {
      const mean = law.reduce((sum, share, y) => sum + share * nonRandomisedPit(pitStep(law, y), u), 0);
      expect(mean).toBeCloseTo(u, 10);
    }
  });

  test('the heights of a PIT histogram average to one; forecasts that are too low pile it up on the right', () => {
    const steps = [7, 8, 9, 6].map((y) => pitStep(poissonLaw(3), y));
    const heights = pitHistogram(steps, 5);
    expect(heights.reduce((sum, height) => sum + height, 0) / 5).toBeCloseTo(1, 12);
    expect(heights[4]).toBeGreaterThan(4);
  });
});
