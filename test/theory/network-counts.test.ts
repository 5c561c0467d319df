import { expect, test } from 'vitest';
import { asymptoticCovariancePerDay, stationaryRatesPerDay } from '../../src/theory/hawkes-network.js';
import { countCovariances, expectedCounts, growthPerDay } from '../../src/theory/network-counts.js';
import type { NetworkWindow } from '../../src/theory/network-counts.js';
import { transientCounts } from '../../src/theory/transient-counts.js';
import { expectClose } from '../cases/compare.js';
import { covarianceScore, meanScore, varianceScore } from './sample-scores.js';
import { uniformSource } from './uniform-source.js';

/** Two militias and the strikes they draw; strikes fade slower, and one lies in the past. */
const network = {
  baseline: [0.08, 0.03, 0.002],
  branching: [
    [0.3, 0.1, 0.5],
    [0.15, 0.2, 0.4],
    [0.04, 0.04, 0],
  ],
  decay: [0.1, 0.2, 0.05],
  start: [0.5, 0, 1],
};

test('a network of one has the moments of the univariate process', () => {
  const window = { baseline: [0.12], branching: [[0.4]], decay: [0.1], start: [2], horizon: 30 };
  const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };
  // One unit of e gives nβ of intensity.
  const single = transientCounts({ process, horizonDays: 30, startExcitationPerDay: 2 * 0.04 });
  expectClose(countCovariances(window), { mean: [single.mean], covariance: [[single.variance]] }, 1e-12);
  expectClose(expectedCounts(window), [single.mean], 1e-12);
});

test('the two ways to the means agree, and covariances are symmetric', () => {
  const window = { ...network, horizon: 150 };
  const { mean, covariance } = countCovariances(window);
  expectClose(expectedCounts(window), mean, 1e-12);
  expectClose(
    covariance,
    covariance.map((row, i) => row.map((_, j) => covariance[j]?.[i])),
    1e-12,
  );
});

test('over a long span growth is that of the stationary network', () => {
  const at = (horizon: number): ReturnType<typeof countCovariances> => countCovariances({ ...network, horizon });
  const [early, late] = [at(3000), at(4000)];
  const stationary = { baselinePerDay: network.baseline, branching: network.branching };
  expectClose(
    late.mean.map((mean, i) => (mean - (early.mean[i] ?? NaN)) / 1000),
    stationaryRatesPerDay(stationary),
    1e-9,
  );
  expectClose(
    late.covariance.map((row, i) => row.map((value, j) => (value - (early.covariance[i]?.[j] ?? NaN)) / 1000)),
    asymptoticCovariancePerDay(stationary),
    1e-8,
  );
});

test('a strike from outside provokes its number of attacks in the end', () => {
  const window = {
    baseline: [0, 0],
    branching: [
      [0, 0.9],
      [0, 0],
    ],
    decay: [0.1, 0.05],
    start: [0, 2],
  };
  expectClose(expectedCounts({ ...window, horizon: 20 }), [1.8 * -Math.expm1(-1), 0], 1e-12);
  expectClose(expectedCounts({ ...window, horizon: 2000 }), [1.8, 0], 1e-10);
});

test('expected intensities grow at the rate of growth', () => {
  const runaway = { ...network, branching: network.branching.map((row) => row.map((entry) => 3 * entry)) };
  const horizons = [400, 401, 402];
  const [a = 0, b = 0, c = 0] = horizons.map((horizon) => expectedCounts({ ...runaway, horizon })[0]);
  expectClose(Math.log((c - b) / (b - a)), growthPerDay(runaway), 1e-6);
  expect(growthPerDay(network)).toBeLessThan(0);
  expectClose(growthPerDay({ branching: [[1.4]], decay: [0.1] }), 0.04, 1e-12);
});

/** Thinning of several processes whose jumps are 1, or `large` with a chance of `largeShare`. */
function simulate(
  { baseline, branching, decay, start, horizon }: NetworkWindow,
  marks: { readonly large: number; readonly largeShare: number; readonly next: () => number },
): number[] {
  const excitation = [...start];
  const counts = baseline.map(() => 0);
  const intensities = (): number[] =>
    baseline.map((mu, i) =>
      excitation.reduce((sum, e, j) => sum + (branching[i]?.[j] ?? NaN) * (decay[j] ?? NaN) * e, mu),
    );
  const total = (rates: readonly number[]): number => rates.reduce((sum, rate) => sum + rate, 0);
  for (let day = 0; ;) {
    const bound = total(intensities());
    const wait = -Math.log(marks.next()) / bound;
    if ((day += wait) > horizon) return counts;
    for (const [j, beta] of decay.entries()) excitation[j] = (excitation[j] ?? NaN) * Math.exp(-beta * wait);
    let left = marks.next() * bound;
    const hit = intensities().findIndex((rate) => (left -= rate) < 0);
    if (hit < 0) continue;
    counts[hit] = (counts[hit] ?? NaN) + 1;
    excitation[hit] = (excitation[hit] ?? NaN) + (marks.next() < marks.largeShare ? marks.large : 1);
  }
}

test('simulated counts of several actors have these means, variances and covariances (|z| ≤ 4)', () => {
  const [large, largeShare] = [2.5, 0.2];
  const jump = { mean: 1 + largeShare * (large - 1), meanSquare: 1 + largeShare * (large ** 2 - 1) };
  const window = { ...network, horizon: 60, jumps: [jump, jump, jump] };
  const runs = Array.from({ length: 10_000 }, (_, k) =>
    simulate(window, { large, largeShare, next: uniformSource(`network/${k}`) }),
  );
  const exact = countCovariances(window);
  const countsOf = (i: number): number[] => runs.map((counts) => counts[i] ?? NaN);
  for (const i of [0, 1, 2]) {
    expect(Math.abs(meanScore(countsOf(i), exact.mean[i] ?? NaN))).toBeLessThanOrEqual(4);
    expect(Math.abs(varianceScore(countsOf(i), exact.covariance[i]?.[i] ?? NaN))).toBeLessThanOrEqual(4);
  }
  for (const [i, j] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    const pairs = runs.map((counts): [number, number] => [counts[i] ?? NaN, counts[j] ?? NaN]);
    expect(Math.abs(covarianceScore(pairs, exact.covariance[i]?.[j] ?? NaN))).toBeLessThanOrEqual(4);
  }
  // Jumps of size 1 would not pass.
  const plain = expectedCounts({ ...network, horizon: 60 });
  expect(meanScore(countsOf(0), plain[0] ?? NaN)).toBeGreaterThan(4);
});
