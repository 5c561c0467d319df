import { describe, expect, test } from 'vitest';
import { simulateProcess } from '../../../src/calibration/check/simulate-process.js';
import { piecewiseReplica, poissonPieces } from '../../../src/calibration/check/replicas.js';
import { openStream } from '../../../src/random/stream.js';
import { transientCounts } from '../../../src/theory/index.js';
import { meanScore, varianceScore } from '../../theory/sample-scores.js';

const PATHS = 4000;
const chanceOf = (entity: string) => (path: number) =>
  openStream({ seed: 5, replication: path, purpose: 'test', entity });
const counts = (entity: string, of: (next: () => number) => readonly unknown[]): number[] =>
  Array.from({ length: PATHS }, (_, path) => of(chanceOf(entity)(path)).length);
const isRight = (score: number): void => {
  expect(Math.abs(score)).toBeLessThanOrEqual(4);
};

describe('a simulated path of a fitted process (|z| ≤ 4)', () => {
  const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };
  const one = { starts: [0], baseline: [[0.12]], branching: [[0.4]], decay: [0.1] };

  test('has counts of the exact mean and variance, however many pieces the window is cut into', () => {
    const exact = transientCounts({ process, horizonDays: 60 });
    const cut = { ...one, starts: [0, 7, 31, 80], baseline: [[0.12], [0.12], [0.12], [9]] };
    for (const [name, model] of [['one', one] as const, ['cut', cut] as const]) {
      const sample = counts(name, (next) => simulateProcess({ model, windowDays: 60 }, next));
      isRight(meanScore(sample, exact.mean));
      isRight(varianceScore(sample, exact.variance));
    }
  });

  test('begins with what the past left', () => {
    // e(0) = 2 attacks: an excitation of 2 · 0.4 · 0.1 a day.
    const exact = transientCounts({ process, horizonDays: 30, startExcitationPerDay: 0.08 });
    const sample = counts('past', (next) => simulateProcess({ model: { ...one, history: [2] }, windowDays: 30 }, next));
    isRight(meanScore(sample, exact.mean));
    isRight(varianceScore(sample, exact.variance));
  });

  test('is gated with its excitation: at a gate of ½ it is a process of half the baseline and half the branching', () => {
    const exact = transientCounts({
      process: { baselinePerDay: 0.06, branching: 0.2, decayPerDay: 0.1 },
      horizonDays: 60,
    });
    const sample = counts('gate', (next) =>
      simulateProcess({ model: { ...one, gates: [[0.5]] }, windowDays: 60 }, next),
    );
    isRight(meanScore(sample, exact.mean));
    isRight(varianceScore(sample, exact.variance));
  });

  test('whose attacks kill one time in four provokes as many more as their extra weight says', () => {
    // 0.4 (1 + 1.5 / 4) = 0.55 attacks an attack.
    const exact = transientCounts({ process: { ...process, branching: 0.55 }, horizonDays: 60 });
    const model = { ...one, starts: [0, 20], baseline: [[0.12], [0.12]], fatalBoost: [1.5] };
    const paths = Array.from({ length: PATHS }, (_, path) =>
      simulateProcess({ model, windowDays: 60, fatalShare: [0.25] }, chanceOf('kills')(path)),
    );
    isRight(
      meanScore(
        paths.map((path) => path.length),
        exact.mean,
      ),
    );
    const all = paths.flat();
    const killed = all.filter((attack) => attack.killed).length / all.length;
    expect(Math.abs(killed - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / all.length));
  });

  test('takes each piece at its own rate', () => {
    const model = { starts: [0, 20], baseline: [[0.1], [0.5]], branching: [[0]], decay: [1] };
    const paths = Array.from({ length: PATHS }, (_, path) =>
      simulateProcess({ model, windowDays: 30 }, chanceOf('pieces')(path)),
    );
    isRight(
      meanScore(
        paths.map((path) => path.filter(({ day }) => day < 20).length),
        2,
      ),
    );
    isRight(
      meanScore(
        paths.map((path) => path.filter(({ day }) => day >= 20).length),
        5,
      ),
    );
    for (const path of paths) {
      const days = path.map(({ day }) => day);
      expect(days).toEqual([...days].sort((a, b) => a - b));
    }
  });
});

describe('a replica of a piecewise-constant Poisson process', () => {
  const pieces = poissonPieces([1, 2, 3, 4, 70], { windowDays: 120, pieceDays: 60 });

  test('has pieces of equal length with the counts of the record', () => {
    expect(pieces).toEqual([
      { start: 0, end: 60, attacks: 4 },
      { start: 60, end: 120, attacks: 1 },
    ]);
    expect(poissonPieces([3], { windowDays: 20, pieceDays: 60 })).toHaveLength(1);
  });

  test('has counts with mean k + ½ a piece and twice that variance: chance, and a rate drawn from its posterior', () => {
    const sample = counts('poisson', (next) => piecewiseReplica({ pieces, windowDays: 120, sharesAt: () => [] }, next));
    isRight(meanScore(sample, 6));
    isRight(varianceScore(sample, 12));
  });

  test('keeps the days of a shut gate free, and has as many attacks in all as without a gate', () => {
    const gating = { starts: [0, 10, 20], gates: [1, 0, 0.5] };
    const [gated] = poissonPieces([1, 2, 3, 21], { windowDays: 60, pieceDays: 60, gating });
    const days = Array.from({ length: PATHS }, (_, path) =>
      piecewiseReplica({ pieces: [gated!], windowDays: 60, sharesAt: () => [] }, chanceOf('gated')(path)).map(
        ({ day }) => day,
      ),
    );
    const inDays = (from: number, to: number) => days.map((own) => own.filter((day) => day >= from && day < to).length);
    expect(Math.max(...inDays(10, 20))).toBe(0);
    // 4 + ½ attacks in 10 + 40/2 days of open gate.
    isRight(meanScore(inDays(0, 10), 1.5));
    isRight(meanScore(inDays(20, 60), 3));
  });

  test('puts attacks on bases by the shares of the day', () => {
    const path = piecewiseReplica(
      { pieces, windowDays: 120, sharesAt: (day) => (day < 60 ? [1, 0] : [0, 1]) },
      chanceOf('bases')(0),
    );
    expect(path.length).toBeGreaterThan(0);
    for (const { day, base } of path) expect(base).toBe(day < 60 ? 0 : 1);
  });
});
