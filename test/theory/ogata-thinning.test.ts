import { describe, expect, test } from 'vitest';
import * as theory from '../../src/theory/index.js';
import { covarianceScore, meanScore, shareScore, varianceScore } from './sample-scores.js';
import { uniformSource } from './uniform-source.js';

const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };
const REPLICATIONS = 10_000;

function simulate(start: theory.ThinningStart & { readonly horizonDays: number }, name: string): number[][] {
  return Array.from({ length: REPLICATIONS }, (_, k) => theory.ogataEvents(start, uniformSource(`${name}/${k}`)));
}

function expectWithinFour(score: number): void {
  expect(Math.abs(score)).toBeLessThanOrEqual(4);
}

function compensator(days: readonly number[], horizonDays: number): number {
  const { baselinePerDay, branching, decayPerDay } = process;
  return days.reduce(
    (sum, day) => sum + branching * -Math.expm1(-decayPerDay * (horizonDays - day)),
    baselinePerDay * horizonDays,
  );
}

describe.each([7, 30, 150])('simulated counts of %i days from an empty history (|z| ≤ 4)', (horizonDays) => {
  const runs = simulate({ process, horizonDays }, `cold ${horizonDays}`);
  const counts = runs.map((days) => days.length);
  const exact = theory.transientCounts({ process, horizonDays });

  test('have the mean and the variance of the moment equations', () => {
    expectWithinFour(meanScore(counts, exact.mean));
    expectWithinFour(varianceScore(counts, exact.variance));
  });

  test('have a compensator of the same mean and of the variance of the moment equations', () => {
    const compensators = runs.map((days) => compensator(days, horizonDays));
    expectWithinFour(meanScore(compensators, exact.mean));
    expectWithinFour(varianceScore(compensators, exact.compensatorVariance));
  });
});

test.each([1, 7, 30])('a quiet span of %i days is as likely as its void probability (|z| ≤ 4)', (spanDays) => {
  for (const startExcitationPerDay of [0, 0.25]) {
    const start = { process, horizonDays: spanDays, startExcitationPerDay };
    const quiet = simulate(start, `void ${spanDays} ${startExcitationPerDay}`).map((days) => days.length === 0);
    expectWithinFour(shareScore(quiet, theory.voidProbability({ process, spanDays, startExcitationPerDay })));
  }
});

test('counts after a history have the mean and the variance of the forecast (|z| ≤ 4)', () => {
  const history = { process, eventDays: [0.5, 3.2, 3.9, 10.1, 14.0, 14.4, 20.3, 27.7], atDay: 30 };
  for (const horizonDays of [7, 30, 90]) {
    const forecast = theory.forecastCounts(history, horizonDays);
    const start = { process, horizonDays, startExcitationPerDay: forecast.excitationPerDay };
    const counts = simulate(start, `forecast ${horizonDays}`).map((days) => days.length);
    expectWithinFour(meanScore(counts, forecast.mean));
    expectWithinFour(varianceScore(counts, forecast.variance));
  }
});

test('after a long run-in counts have stationary means, variances and covariances (|z| ≤ 4)', () => {
  // After 400 days e^{−κt} is below 1e-10.
  const from = 400;
  const runs = simulate({ process, horizonDays: from + 150 }, 'stationary');
  const countIn = (days: readonly number[], start: number, length: number): number =>
    days.filter((day) => day > start && day <= start + length).length;
  for (const windowDays of [7, 30, 150]) {
    const counts = runs.map((days) => countIn(days, from, windowDays));
    const exact = theory.stationaryCounts(process, windowDays);
    expectWithinFour(meanScore(counts, exact.mean));
    expectWithinFour(varianceScore(counts, exact.variance));
  }
  for (const gapDays of [0, 30, 60]) {
    const pairs = runs.map((days): [number, number] => [
      countIn(days, from, 30),
      countIn(days, from + 30 + gapDays, 30),
    ]);
    expectWithinFour(
      covarianceScore(pairs, theory.windowAutocovariance(process, { windowDays: 30, gapDays }).covariance),
    );
  }
});

test('the scores find a process whose branching is off by a tenth', () => {
  const counts = simulate({ process, horizonDays: 150 }, 'wrong').map((days) => days.length);
  const wrong = theory.transientCounts({ process: { ...process, branching: 0.44 }, horizonDays: 150 });
  expect(Math.abs(meanScore(counts, wrong.mean))).toBeGreaterThan(4);
  expect(Math.abs(varianceScore(counts, wrong.variance))).toBeGreaterThan(4);
});

test('a waiting time drawn from the rate of the moment would be caught', () => {
  // Wrong on purpose: no thinning, so every wait takes the present rate as if it would last.
  const counts = Array.from({ length: REPLICATIONS }, (_, k) => {
    const next = uniformSource(`trap/${k}`);
    let day = 0;
    let excitation = 0;
    for (let events = 0; ; events++) {
      const wait = -Math.log(next()) / (process.baselinePerDay + excitation);
      if ((day += wait) > 30) return events;
      excitation = excitation * Math.exp(-process.decayPerDay * wait) + process.branching * process.decayPerDay;
    }
  });
  expect(meanScore(counts, theory.transientCounts({ process, horizonDays: 30 }).mean)).toBeGreaterThan(4);
});

test('events are ascending, within the horizon, and nothing happens without baseline and excitation', () => {
  const days = theory.ogataEvents({ process, horizonDays: 365 }, uniformSource('order'));
  expect(days.length).toBeGreaterThan(10);
  expect(days).toEqual([...days].sort((a, b) => a - b));
  expect(days.at(-1)).toBeLessThanOrEqual(365);
  const silent = { ...process, baselinePerDay: 0 };
  expect(theory.ogataEvents({ process: silent, horizonDays: 365 }, uniformSource('silent'))).toEqual([]);
});
