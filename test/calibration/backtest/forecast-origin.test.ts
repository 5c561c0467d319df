import { describe, expect, test } from 'vitest';
import type { CountedRecord } from '../../../src/calibration/backtest/counted-record.js';
import { forecastOrigin } from '../../../src/calibration/backtest/forecast-origin.js';
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
const hosts = [0, 1].map((base) => ({ base, personnel: 500 }));
function targetsOf(all: readonly number[]) {
  const choices = all.map((day, k) => ({ day, options: hosts, chosen: k % 2 }));
  return { baseKeys: record.bases, choices, sizeExponent: undefined, elsewhere: false };
}
const question = {
  record,
  origin: { date: '2020-04-01', day: 80, horizonDays: 30 },
  imputations,
  targets: targetsOf(days),
  hosts,
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
      targets: targetsOf(all),
      imputations: [0.3, 0.6].map((part) => ({
        times: Float64Array.from(all, (day, k) => day + part + k / 1000),
        order: all.map((_, k) => k),
      })),
    });
    expect(other.observed.total).toBe(7);
    expect(other.forecasts).toEqual(forecast.forecasts);
    expect(other.fit).toEqual(forecast.fit);
  });

  test('of the process lie near the past rate, and put hardly anything where nobody is', () => {
    const { total, byBase } = forecast.forecasts['process']!;
    expect(momentsOf(total).mean).toBeGreaterThan(2);
    expect(momentsOf(total).mean).toBeLessThan(8);
    // Half an attack to eleven and a half: some 0.2 of some 4 attacks.
    expect(byBase[2]![0]).toBeGreaterThan(0.8);
  });

  test('are plain data: kept as text, they are the same again', () => {
    expect(JSON.parse(JSON.stringify(forecast))).toEqual(forecast);
  });
});
