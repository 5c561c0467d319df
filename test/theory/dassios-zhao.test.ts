import { describe, expect, test } from 'vitest';
import * as theory from '../../src/theory/index.js';
import { covarianceScore, meanScore, shareScore, varianceScore } from './sample-scores.js';
import { uniformSource } from './uniform-source.js';

const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };
/** Two militias and the strikes they draw; strikes fade slower, and one lies in the past. */
const network = {
  baselinePerDay: [0.08, 0.03, 0.002],
  branching: [
    [0.3, 0.1, 0.5],
    [0.15, 0.2, 0.4],
    [0.04, 0.04, 0],
  ],
  decayPerDay: [0.1, 0.2, 0.05],
  start: [0.5, 0, 1],
};
const RUNS = 10_000;

function expectWithinFour(score: number): void {
  expect(Math.abs(score)).toBeLessThanOrEqual(4);
}

function simulate(horizonDays: number, name: string, startExcitationPerDay = 0): number[][] {
  return Array.from({ length: RUNS }, (_, k) => {
    const days: number[] = [];
    for (const { day } of theory.dassiosZhaoEvents({ process, startExcitationPerDay }, uniformSource(`${name}/${k}`))) {
      if (day > horizonDays) break;
      days.push(day);
    }
    return days;
  });
}

describe('one process by exact composition (|z| ≤ 4)', () => {
  test.each([7, 30, 150])('has the mean and variance of the moment equations over %i days', (horizonDays) => {
    for (const startExcitationPerDay of [0, 0.25]) {
      const runs = simulate(horizonDays, `counts ${horizonDays}`, startExcitationPerDay);
      const counts = runs.map((days) => days.length);
      const exact = theory.transientCounts({ process, horizonDays, startExcitationPerDay });
      expectWithinFour(meanScore(counts, exact.mean));
      expectWithinFour(varianceScore(counts, exact.variance));
    }
  });

  test.each([1, 7, 30])('has a quiet span of %i days as often as the void probability says', (spanDays) => {
    for (const startExcitationPerDay of [0, 0.25]) {
      const quiet = simulate(spanDays, `void ${spanDays}`, startExcitationPerDay).map((days) => days.length === 0);
      expectWithinFour(shareScore(quiet, theory.voidProbability({ process, spanDays, startExcitationPerDay })));
    }
  });

  test('has unit exponential waits on the clock of its compensator', () => {
    const waits: number[] = [];
    for (let k = 0; k < 2000; k++) {
      let [day, excitation] = [0, 0];
      const events = theory.dassiosZhaoEvents({ process }, uniformSource(`waits/${k}`));
      for (let event = 0; event < 20; event++) {
        const step = events.next();
        if (step.done === true) throw new Error('the process ended');
        const wait = step.value.day - day;
        waits.push(0.12 * wait - (excitation * Math.expm1(-0.1 * wait)) / 0.1);
        day = step.value.day;
        excitation = step.value.intensityPerDay - 0.12;
      }
    }
    expectWithinFour(meanScore(waits, 1));
    expectWithinFour(varianceScore(waits, 1));
    for (const wait of [0.1, 1, 3]) {
      const longer = waits.map((drawn) => drawn > wait);
      expectWithinFour(shareScore(longer, Math.exp(-wait)));
    }
  });

  test('would not pass with a branching that is off by a tenth', () => {
    const counts = simulate(150, 'wrong').map((days) => days.length);
    const wrong = theory.transientCounts({ process: { ...process, branching: 0.44 }, horizonDays: 150 });
    expect(Math.abs(meanScore(counts, wrong.mean))).toBeGreaterThan(4);
    expect(Math.abs(varianceScore(counts, wrong.variance))).toBeGreaterThan(4);
  });
});

describe('several processes by exact composition (|z| ≤ 4)', () => {
  const runs = Array.from({ length: RUNS }, (_, k) =>
    theory.compositionEvents({ ...network, horizonDays: 60 }, uniformSource(`network/${k}`)),
  );
  const countsOf = (process: number): number[] =>
    runs.map((events) => events.filter((event) => event.process === process).length);
  const { baselinePerDay: baseline, decayPerDay: decay, branching, start } = network;
  const exact = theory.countCovariances({ baseline, branching, decay, start, horizon: 60 });

  test.each([0, 1, 2])('have the mean and variance of the moment equations (process %i)', (i) => {
    expectWithinFour(meanScore(countsOf(i), exact.mean[i] ?? NaN));
    expectWithinFour(varianceScore(countsOf(i), exact.covariance[i]?.[i] ?? NaN));
  });

  test.each([
    [0, 1],
    [0, 2],
    [1, 2],
  ])('have their covariances (processes %i and %i)', (i, j) => {
    const others = countsOf(j);
    const pairs = countsOf(i).map((count, k): [number, number] => [count, others[k] ?? NaN]);
    expectWithinFour(covarianceScore(pairs, exact.covariance[i]?.[j] ?? NaN));
  });

  test('have as many unprovoked events as the baselines bring', () => {
    for (const [i, perDay] of baseline.entries()) {
      const unprovoked = runs.map(
        (events) => events.filter((event) => event.process === i && event.provokedBy === undefined).length,
      );
      expectWithinFour(meanScore(unprovoked, 60 * perDay));
      expectWithinFour(varianceScore(unprovoked, 60 * perDay));
    }
  });

  test('would not pass from an empty history', () => {
    const cold = theory.expectedCounts({ baseline, branching, decay, start: [0, 0, 0], horizon: 60 });
    expect(meanScore(countsOf(0), cold[0] ?? NaN)).toBeGreaterThan(4);
  });

  test('are ascending, within the horizon, and provoked only by a source that provokes', () => {
    for (const events of runs.slice(0, 500)) {
      const days = events.map(({ day }) => day);
      expect(days).toEqual([...days].sort((a, b) => a - b));
      expect(days.at(-1) ?? 0).toBeLessThanOrEqual(60);
      for (const { process, provokedBy } of events) expect([process, provokedBy]).not.toEqual([2, 2]);
    }
  });
});

test('a fading rate comes as often as its area says, and then when it should (|z| ≤ 4)', () => {
  const next = uniformSource('arrivals');
  const rate = { ratePerDay: 0.3, decayPerDay: 0.25 };
  const days = Array.from({ length: 50_000 }, () => theory.firstArrivalDays(rate, next()));
  for (const [byDay, probability] of [
    [2, -Math.expm1(-1.2 * -Math.expm1(-0.5))],
    [Number.MAX_VALUE, -Math.expm1(-1.2)],
  ] as const) {
    const arrived = days.map((day) => day <= byDay);
    expectWithinFour(shareScore(arrived, probability));
  }
});

test('nothing happens without baseline and excitation, and one strike alone provokes what it provokes (|z| ≤ 4)', () => {
  const silent = { ...process, baselinePerDay: 0 };
  expect([...theory.dassiosZhaoEvents({ process: silent }, uniformSource('silent'))]).toEqual([]);
  const strike = {
    baselinePerDay: [0, 0],
    branching: [
      [0, 0.9],
      [0, 0],
    ],
    decayPerDay: [0.1, 0.05],
    horizonDays: Infinity,
  };
  expect(theory.compositionEvents({ ...strike, start: [0, 0] }, uniformSource('silent'))).toEqual([]);
  const provoked = Array.from({ length: RUNS }, (_, k) => {
    return theory.compositionEvents({ ...strike, start: [0, 2] }, uniformSource(`strike/${k}`)).length;
  });
  expectWithinFour(meanScore(provoked, 1.8));
  expectWithinFour(varianceScore(provoked, 1.8));
});
