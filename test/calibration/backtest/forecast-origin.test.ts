import { describe, expect, test } from 'vitest';
import type { CountedRecord } from '../../../src/calibration/backtest/counted-record.js';
import { forecastOrigin } from '../../../src/calibration/backtest/forecast-origin.js';
import { meanShares, shareDraw } from '../../../src/calibration/backtest/share-draws.js';
import { openStream } from '../../../src/random/stream.js';
import { momentsOf } from '../../../src/stats/index.js';

const days = [2, 3, 3, 15, 31, 32, 40, 58, 70, 71, 75, 90, 101, 110, 111];
const record: CountedRecord = {
  days: 120,
  bases: ['a', 'b', 'empty'],
  attacks: days.map((day, k) => ({ day, base: k % 2 })),
};
const imputations = [0.3, 0.6].map((part) => ({
  times: Float64Array.from(days, (day, k) => day + part + k / 1000),
  order: days.map((_, k) => k),
}));
const question = {
  record,
  origin: { date: '2020-04-01', day: 80, horizonDays: 30 },
  imputations,
  hosts: [
    { base: 0, personnel: 500, hardening: 0 },
    { base: 1, personnel: 500, hardening: 0 },
  ],
  seed: 4,
  draws: 200,
  paths: 400,
};

describe('the forecasts of one origin', () => {
  const forecast = forecastOrigin(question);

  test('know the attacks before it and tell what came after', () => {
    expect(forecast).toMatchObject({ known: 11, observed: { total: 2, byBase: [1, 1, 0] } });
    expect(Object.keys(forecast.forecasts)).toEqual([
      'process',
      'poisson',
      'gammaPoisson',
      'negativeBinomial',
      'lastPeriod',
    ]);
  });

  test('do not change with anything that comes after: no later attack is looked at', () => {
    const later = [81, 82, 83, 84, 85, 86, 87];
    const all = [...days.filter((day) => day < 80), ...later];
    const other = forecastOrigin({
      ...question,
      record: { ...record, attacks: all.map((day, k) => ({ day, base: k % 2 })) },
      imputations: [0.3, 0.6].map((part) => ({
        times: Float64Array.from(all, (day, k) => day + part + k / 1000),
        order: all.map((_, k) => k),
      })),
    });
    expect(other.observed.total).toBe(7);
    expect(other.forecasts).toEqual(forecast.forecasts);
    expect(other.fit).toEqual(forecast.fit);
  });

  test('of the process lie near the past rate, and put nothing where nobody is', () => {
    const { total, byBase } = forecast.forecasts['process']!;
    expect(momentsOf(total).mean).toBeGreaterThan(2);
    expect(momentsOf(total).mean).toBeLessThan(8);
    expect(byBase[2]![0]).toBeGreaterThan(0.99999);
  });

  test('are plain data: kept as text, they are the same again', () => {
    expect(JSON.parse(JSON.stringify(forecast))).toEqual(forecast);
  });
});

describe('shares of the next attacks', () => {
  test('are on average the prior by size and the past, which counts a tenth where nobody is any more', () => {
    const next = openStream({ seed: 2, replication: 0, purpose: 'shares', entity: '' });
    const runs = 4000;
    const mean = [0, 0, 0];
    for (let run = 0; run < runs; run++)
      shareDraw({ personnel: [1000, 1000, 0], attacks: [3, 0, 5] }, next).forEach((share, b) => {
        mean[b]! += share / runs;
      });
    // Dirichlet(1 + 3, 1 + 0, 0.5): means α/5.5, variances α (5.5 − α)/(5.5² · 6.5).
    [4, 1, 0.5].forEach((alpha, b) => {
      const error = Math.sqrt((alpha * (5.5 - alpha)) / (5.5 ** 2 * 6.5) / runs);
      expect(Math.abs(mean[b]! - alpha / 5.5)).toBeLessThan(4 * error);
    });
  });

  test('are on average those said to be their mean', () => {
    expect(meanShares({ personnel: [1000, 1000, 0], attacks: [3, 0, 5] })).toEqual([4 / 5.5, 1 / 5.5, 0.5 / 5.5]);
    // A base of a tenth of the people has 10^−0.7 of the weight.
    const [large, small] = meanShares({ personnel: [1000, 100], attacks: [0, 0] });
    expect(small! / large!).toBeCloseTo(10 ** -0.7, 12);
  });

  test('are none where nobody is anywhere', () => {
    expect(shareDraw({ personnel: [0, 0], attacks: [0, 0] }, () => 0.5)).toEqual([0, 0]);
  });
});
