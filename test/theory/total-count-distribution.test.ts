import { describe, expect, test } from 'vitest';
import { countProbabilities } from '../../src/theory/count-distribution.js';
import { countCovariances } from '../../src/theory/network-counts.js';
import { totalCountProbabilities, type TotalCountWindow } from '../../src/theory/total-count-distribution.js';
import { expectClose } from '../cases/compare.js';

const one = { baseline: [0.12], branching: [[0.4]], decay: [0.1], start: [0], horizon: 150 };

function moments(probabilities: Float64Array): { readonly mean: number; readonly variance: number } {
  const mean = probabilities.reduce((sum, probability, k) => sum + probability * k, 0);
  return { mean, variance: probabilities.reduce((sum, probability, k) => sum + probability * (k - mean) ** 2, 0) };
}

describe('the distribution of the number of events', () => {
  test('is, for one process, that of the fixed-step rule', () => {
    const known = countProbabilities({
      process: { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 },
      horizonDays: 150,
      counts: 200,
    });
    const found = totalCountProbabilities([one])!;
    known.slice(0, 100).forEach((probability, k) => expect(Math.abs(found[k]! - probability)).toBeLessThan(1e-7));
  });

  test('has the mean and variance of the moment equations, with three processes, a history and jumps of two sizes', () => {
    const window: TotalCountWindow = {
      baseline: [0.1, 0.05, 0.02],
      branching: [
        [0.4, 0.1, 0.1],
        [0.1, 0.3, 0],
        [0.2, 0, 0.5],
      ],
      decay: [0.1, 0.03, 0.5],
      start: [2, 0, 1.5],
      horizon: 120,
      jumpSizes: [0.5, 1, 0].map((boost) => [
        { size: 1, probability: 0.9 },
        { size: 1 + boost, probability: 0.1 },
      ]),
    };
    const { mean, covariance } = countCovariances({
      ...window,
      jumps: [0.5, 1, 0].map((boost) => ({ mean: 0.9 + 0.1 * (1 + boost), meanSquare: 0.9 + 0.1 * (1 + boost) ** 2 })),
    });
    const found = moments(totalCountProbabilities([window])!);
    expectClose(
      found.mean,
      mean.reduce((sum, count) => sum + count, 0),
      1e-5,
    );
    expectClose(
      found.variance,
      covariance.flat().reduce((sum, term) => sum + term, 0),
      1e-4,
    );
  });

  test('is Poisson where nothing provokes', () => {
    const [none, single] = totalCountProbabilities([{ ...one, branching: [[0]], baseline: [0.02] }])!;
    expectClose(none, Math.exp(-3), 1e-7);
    expectClose(single, 3 * Math.exp(-3), 1e-7);
  });

  test('of several windows is their mixture', () => {
    const other = { ...one, baseline: [0.3], weight: 3 };
    const [a, b, both] = [[one], [other], [one, other]].map((windows) => totalCountProbabilities(windows)!);
    for (const k of [0, 5, 30]) expect(Math.abs(both![k]! - (a![k]! + 3 * b![k]!) / 4)).toBeLessThan(1e-6);
  });

  test('is left out where it would take too long or too many counts', () => {
    expect(totalCountProbabilities([one], { mostWork: 100 })).toBeUndefined();
    expect(totalCountProbabilities([{ ...one, baseline: [40], branching: [[0]] }])).toBeUndefined();
  });
});
