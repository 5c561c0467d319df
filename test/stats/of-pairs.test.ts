import { describe, expect, test } from 'vitest';
import { antitheticGain, meanOfPairs, pairMeans, probabilityOfPairs } from '../../src/stats/index.js';
import { openStream } from '../../src/random/stream.js';

const draw = openStream({ seed: 5, replication: 0, purpose: 'test', entity: 'pairs' });

/** exp(u), exp(1 − u), … of which the mean is e − 1. */
function antitheticSample(pairs: number): number[] {
  return Array.from({ length: pairs }, () => draw()).flatMap((u) => [Math.exp(u), Math.exp(1 - u)]);
}

describe('values in antithetic pairs', () => {
  test('have the mean of all, with Student’s interval of the n/2 means of pairs', () => {
    // Pair means 11, 13, 12: s 1, t(.975, 2) 4.3026527.
    const mean = meanOfPairs([10, 12, 12, 14, 11, 13]);
    expect(mean).toMatchObject({ value: 12, n: 3 });
    expect(mean.high - 12).toBeCloseTo(4.3026527 / Math.sqrt(3), 6);
  });

  test('have the mean of those that exist, where some do not', () => {
    const values = [10, NaN, 12, 14, 11, 13, NaN, NaN, 9, 15];
    expect(meanOfPairs(values).value).toBeCloseTo((10 + 12 + 14 + 11 + 13 + 9 + 15) / 7, 12);
    expect(pairMeans(values)[0]).toBeNaN();
  });

  test('that are odd in number are refused', () => {
    expect(() => pairMeans([1, 2, 3])).toThrow(/even/);
  });

  test('cover the mean of exp(u) as often as they say', () => {
    const runs = 1000;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const { low, high } = meanOfPairs(antitheticSample(30));
      if (low <= Math.E - 1 && Math.E - 1 <= high) covered++;
    }
    expect(Math.abs(covered / runs - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / runs));
  });

  test('are worth 30.93 times two independent draws for exp(u)', () => {
    expect(antitheticGain(antitheticSample(20_000)) / 30.93).toBeCloseTo(1, 1);
  });

  // An event u < p: of a pair both for p > ½ often, never both for p ≤ ½; and of v = |u − ½| < p/2 both or neither.
  test.each([
    ['that moves against its twin', (u: number) => u < 0.2],
    ['that comes with its twin always', (u: number) => Math.abs(u - 0.5) < 0.1],
    ['that is rare', (u: number) => u < 0.02],
  ])('have the probability of an event %s within an interval that covers it', (_, isHit) => {
    const p = isHit(0.01) && !isHit(0.1) ? 0.02 : 0.2;
    const runs = 1000;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const hits = Array.from({ length: 100 }, () => draw()).flatMap((u) => [isHit(u), isHit(1 - u)]);
      const value = hits.filter((is) => is).length / 200;
      const { low, high } = probabilityOfPairs({ value, n: 200, level: 0.95 });
      if (low <= p && p <= high) covered++;
    }
    expect(covered / runs).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / runs));
  });
});
