import { describe, expect, test } from 'vitest';
import { testNoExcitation } from '../../../src/calibration/hawkes/excitation-test.js';
import { openStream } from '../../../src/random/stream.js';
import { ogataEvents } from '../../../src/theory/index.js';

const windowDays = 300;
const stream = (replication: number): (() => number) =>
  openStream({ seed: 8, replication, purpose: 'record', entity: 'excitation-test.test' });

/** Uniform times: so many in each part of the window. */
function unprovoked(parts: readonly { from: number; to: number; count: number }[], replication: number): number[] {
  const next = stream(replication);
  return parts
    .flatMap(({ from, to, count }) => Array.from({ length: count }, () => from + (to - from) * next()))
    .sort((a, b) => a - b);
}

describe('the test of no self-excitation', () => {
  test('finds strong excitation', () => {
    const process = { baselinePerDay: 0.06, branching: 0.7, decayPerDay: 0.3 };
    const times = ogataEvents({ process, horizonDays: windowDays }, stream(1));
    const answer = testNoExcitation({ windowDays, imputations: [times], seed: 1, resamples: 99 });
    expect(answer.pValue).toBe(1 / 100);
    expect(answer.hawkes.bic).toBeLessThan(answer.poisson.bic);
  });

  test('takes a slow change for excitation where there is one piece, and not where there are two', () => {
    const times = unprovoked(
      [
        { from: 0, to: 150, count: 8 },
        { from: 150, to: 300, count: 60 },
      ],
      2,
    );
    const one = testNoExcitation({ windowDays, imputations: [times], seed: 1, resamples: 99 });
    const two = testNoExcitation({ windowDays, imputations: [times], starts: [0, 150], seed: 1, resamples: 99 });
    expect(one.pValue).toBeLessThan(0.03);
    expect(two.pValue).toBeGreaterThan(0.1);
    expect(two.poisson.bic).toBeLessThan(one.hawkes.bic);
  });

  test('its Poisson process has the log-likelihood of the counts', () => {
    const times = unprovoked([{ from: 0, to: 300, count: 30 }], 3);
    const { poisson, hawkes } = testNoExcitation({ windowDays, imputations: [times], seed: 1, resamples: 9 });
    // Σ log λ − λT with λ = 30/300.
    expect(poisson.logLikelihood).toBeCloseTo(30 * Math.log(0.1) - 30, 10);
    expect(poisson.bic).toBeCloseTo(-2 * poisson.logLikelihood + Math.log(30), 10);
    expect(hawkes.logLikelihood).toBeGreaterThanOrEqual(poisson.logLikelihood);
  });

  test('takes a record of thousands, none of whose resamples has two attacks at one time', () => {
    const times = unprovoked([{ from: 0, to: 300, count: 12_000 }], 5);
    const apart = times.filter((day, k) => day !== times[k - 1]);
    const { pValue } = testNoExcitation({
      windowDays,
      imputations: [apart],
      lagDays: { low: 5, high: 6 },
      seed: 1,
      resamples: 1,
    });
    expect([0.5, 1]).toContain(pValue);
  });

  test('one seed gives one answer, and a record of one attack or none says nothing', () => {
    const times = unprovoked([{ from: 0, to: 300, count: 20 }], 4);
    const imputations = [times, times.map((day) => Math.min(299.9, day + 0.01))];
    const ask = (seed: number): number => testNoExcitation({ windowDays, imputations, seed, resamples: 49 }).pValue;
    expect(ask(1)).toBe(ask(1));
    for (const few of [[], [40]]) {
      const { statistic, pValue } = testNoExcitation({ windowDays, imputations: [few], seed: 1, resamples: 9 });
      expect(statistic).toBeCloseTo(0, 8);
      expect(pValue).toBe(1);
    }
    expect(() => testNoExcitation({ windowDays, imputations: [], seed: 1 })).toThrow(/at least one set/);
  });
});
