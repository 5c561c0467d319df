import { describe, expect, test } from 'vitest';
import { countIn, pastDays, type CountedRecord } from '../../../src/calibration/backtest/counted-record.js';
import { processForecast } from '../../../src/calibration/backtest/process-forecast.js';
import { simpleForecasts } from '../../../src/calibration/backtest/simple-forecasts.js';
import { openStream } from '../../../src/random/stream.js';
import { momentsOf, negativeBinomialLaw, poissonLaw } from '../../../src/stats/index.js';
import { countProbabilities, forecastCounts } from '../../../src/theory/index.js';

describe('simple forecasts', () => {
  const past = { attackDays: [0, 10, 45, 61, 62, 63, 80], pastDays: 90, horizonDays: 30 };

  test('a Poisson process at the past rate, half an attack added', () => {
    expect(simpleForecasts.poisson.law(past)).toEqual(poissonLaw(2.5));
    expect(momentsOf(simpleForecasts.poisson.law({ ...past, attackDays: [] })).mean).toBeCloseTo(1 / 6, 12);
  });

  test('gamma-Poisson has the same mean and the variance that not knowing the rate adds', () => {
    const { mean, variance } = momentsOf(simpleForecasts.gammaPoisson.law(past));
    expect(mean).toBeCloseTo(2.5, 10);
    // m + m²/(k + ½)
    expect(variance).toBeCloseTo(2.5 + 2.5 ** 2 / 7.5, 8);
  });

  test('negative binomial takes its dispersion from past windows, counted back from the end', () => {
    // Days 60–89: 4, 30–59: 1, 0–29: 2. Mean 7/3, variance 7/3: no more than Poisson.
    expect(simpleForecasts.negativeBinomial.law(past)).toEqual(poissonLaw(2.5));
    // 6, 0, 0: mean 2, variance 12, size 4/10.
    const bunched = { ...past, attackDays: [60, 61, 62, 63, 64, 65] };
    expect(simpleForecasts.negativeBinomial.law(bunched)).toEqual(
      negativeBinomialLaw({ mean: (6.5 / 90) * 30, size: 0.4 }),
    );
  });

  test('the last period knows the window before and nothing else', () => {
    const { mean } = momentsOf(simpleForecasts.lastPeriod.law(past));
    expect(mean).toBeCloseTo(4.5, 10);
    expect(simpleForecasts.lastPeriod.law({ ...past, attackDays: [61, 62, 63, 80] })).toEqual(
      simpleForecasts.lastPeriod.law(past),
    );
  });
});

describe('a counted record', () => {
  const record: CountedRecord = {
    days: 20,
    bases: ['a', 'b'],
    attacks: [
      { day: 1, base: 0 },
      { day: 4, base: -1 },
      { day: 4, base: 1 },
      { day: 9, base: 0 },
    ],
  };

  test('knows nothing of the day of the origin and after', () => {
    expect(pastDays(record, { day: 4 })).toEqual([1]);
    expect(pastDays(record, { day: 10, base: 0 })).toEqual([1, 9]);
  });

  test('counts what lies on no base in all, and at none', () => {
    expect(countIn(record, { from: 4, days: 6 })).toEqual({ total: 3, byBase: [1, 1] });
  });
});

describe('a forecast of the fitted process', () => {
  const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };
  const model = { starts: [0], baseline: [[0.12]], branching: [[0.4]], decay: [0.1] };
  const paths = 8000;
  const chanceOf = (path: number) => openStream({ seed: 3, replication: path, purpose: 'forecast', entity: '' });

  test('from no past has the exact count distribution (4 standard errors of each share)', () => {
    const { total } = processForecast({
      horizonDays: 30,
      paths,
      draws: [{ model, pastDays: [], shares: [1] }],
      chanceOf,
    });
    const exact = countProbabilities({ process, horizonDays: 30, counts: 64 });
    for (let k = 0; k < 20; k++) {
      const error = Math.sqrt((exact[k]! * (1 - exact[k]!)) / paths);
      expect(Math.abs(total[k]! - exact[k]!)).toBeLessThan(4 * error + 1e-4);
    }
  });

  test('after a past has the mean and variance of the closed form (4 standard errors)', () => {
    const eventDays = [0.5, 3.2, 3.9, 10.1, 14, 14.4, 20.3, 27.7];
    const exact = forecastCounts({ process, eventDays, atDay: 30 }, 30);
    const { total } = processForecast({
      horizonDays: 30,
      paths,
      draws: [{ model, pastDays: eventDays.map((day) => day - 30), shares: [1] }],
      chanceOf,
    });
    const { mean, variance } = momentsOf(total);
    expect(Math.abs(mean - exact.mean)).toBeLessThan(4 * Math.sqrt(exact.variance / paths));
    expect(variance / exact.variance).toBeCloseTo(1, 1);
  });

  test('gives each base its share of the mean, and none to a base that has none', () => {
    const { total, byBase } = processForecast({
      horizonDays: 30,
      paths,
      draws: [{ model, pastDays: [], shares: [0.7, 0.3, 0] }],
      chanceOf,
    });
    const means = byBase.map((law) => momentsOf(law).mean);
    expect(means.reduce((sum, mean) => sum + mean, 0)).toBeCloseTo(momentsOf(total).mean, 6);
    expect(means[0]! / means[1]!).toBeCloseTo(7 / 3, 1);
    expect(byBase[2]![0]).toBeGreaterThan(0.9999999);
  });

  test('goes over what is not known: two draws of rate 0.1 and 0.3 give the mean of both and more variance', () => {
    const drawOf = (rate: number) => ({
      model: { ...model, baseline: [[rate]], branching: [[0]] },
      pastDays: [],
      shares: [1],
    });
    const { total } = processForecast({ horizonDays: 30, paths, draws: [drawOf(0.1), drawOf(0.3)], chanceOf });
    const { mean, variance } = momentsOf(total);
    expect(Math.abs(mean - 6)).toBeLessThan(4 * Math.sqrt(15 / paths));
    // 6 of chance, 9 of not knowing.
    expect(variance / 15).toBeCloseTo(1, 1);
  });

  test('is the same again from the same chance', () => {
    const of = () =>
      processForecast({
        horizonDays: 14,
        paths: 50,
        draws: [{ model, pastDays: [-1], shares: [0.5, 0.5] }],
        chanceOf,
      });
    expect(of()).toEqual(of());
  });
});
