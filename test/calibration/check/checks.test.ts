import { describe, expect, test } from 'vitest';
import { goodnessOfFit } from '../../../src/calibration/check/goodness-of-fit.js';
import { predictiveChecks } from '../../../src/calibration/check/predictive-checks.js';
import { recordStatistics } from '../../../src/calibration/check/record-statistics.js';
import { autocorrelation, ksOfExponential, residualsOf } from '../../../src/calibration/check/residuals.js';
import { simulateProcess } from '../../../src/calibration/check/simulate-process.js';
import type { EventTimes, HawkesModel } from '../../../src/calibration/hawkes/hawkes-model.js';
import { openStream } from '../../../src/random/stream.js';

const chanceOf = (purpose: string) => (replication: number) =>
  openStream({ seed: 8, replication, purpose, entity: '' });

describe('residuals by time change', () => {
  // Case residuals_time_change_uv: Ogata 1988; scipy kstest.
  const times = [0.5, 1.1, 1.3, 2.7, 4];
  const model = { starts: [0], baseline: [[0.5]], branching: [[0.3]], decay: [1.2] };
  const residuals = residualsOf(model, { times: [times], windowDays: 5 });

  test('are the differences of the integrated rate, the first from the start of the window', () => {
    const expected = [0.25, 0.453974323212, 0.195169452675, 1.22955356179, 0.982771776072];
    residuals.forEach((value, k) => {
      expect(value).toBeCloseTo(expected[k]!, 10);
    });
  });

  test('count an attack that killed as 1 + its extra weight, and gate what it provokes', () => {
    // The second attack killed; from day 2 on half of the rate is let through.
    const gated = { ...model, starts: [0, 2], baseline: [[0.5], [0.5]], fatalBoost: [2], gates: [[1], [0.5]] };
    const weights = [1, 3, 1, 1, 1];
    const expectedAt = (until: number): number =>
      [
        { from: 0, to: Math.min(2, until), gate: 1 },
        { from: 2, to: Math.max(2, until), gate: 0.5 },
      ].reduce((sum, { from, to, gate }) => {
        const provoked = times.reduce((all, time, k) => {
          const left = (day: number): number => (time < day ? 1 - Math.exp(-1.2 * (day - time)) : 0);
          return time < until ? all + 0.3 * weights[k]! * (left(to) - left(from)) : all;
        }, 0);
        return sum + gate * (0.5 * (to - from) + provoked);
      }, 0);
    const found = residualsOf(gated, { times: [times], windowDays: 5, fatal: [1.1] });
    found.forEach((value, k) => {
      expect(value).toBeCloseTo(expectedAt(times[k]!) - (k > 0 ? expectedAt(times[k - 1]!) : 0), 10);
    });
  });

  test('lie .292423 from an exponential law, and five exponential numbers do so or farther in 69.37 % of cases', () => {
    const statistic = ksOfExponential(residuals);
    expect(statistic).toBeCloseTo(0.292423097387, 10);
    const next = chanceOf('ks')(0);
    const runs = 20_000;
    let farther = 0;
    for (let run = 0; run < runs; run++)
      if (ksOfExponential(Array.from({ length: 5 }, () => -Math.log(next()))) >= statistic) farther++;
    // 0.693667477234 is scipy's exact value.
    expect(Math.abs(farther / runs - 0.693667477234)).toBeLessThan(4 * Math.sqrt((0.69 * 0.31) / runs));
  });

  test('autocorrelation of 1 … 5 is .4 at lag 1 and −.1 at lag 2 (R: acf)', () => {
    expect(autocorrelation([1, 2, 3, 4, 5], 1)).toBeCloseTo(0.4, 12);
    expect(autocorrelation([1, 2, 3, 4, 5], 2)).toBeCloseTo(-0.1, 12);
    expect(autocorrelation([1, 1, 1], 1)).toBeNaN();
    expect(autocorrelation([1, 2], 2)).toBeNaN();
  });
});

describe('goodness of fit', () => {
  const windowDays = 300;
  const poisson = (rate: number): HawkesModel => ({
    starts: [0],
    baseline: [[rate]],
    branching: [[0]],
    decay: [1],
  });
  const refit = (imputations: readonly EventTimes[]) => poisson(imputations[0]!.length / windowDays);
  const fit = (times: EventTimes, bootstraps = 99) =>
    goodnessOfFit({
      imputations: [times],
      windowDays,
      model: refit([times]),
      refit,
      bootstraps,
      chanceOf: chanceOf('gof'),
    });
  const timesOf = (model: HawkesModel, path: number) =>
    simulateProcess({ model, windowDays }, chanceOf('truth')(path)).map(({ day }) => day);

  test('accepts a Poisson record under a Poisson fit, with residuals inside their bands', () => {
    const { ks, quantiles, attacks } = fit(timesOf(poisson(0.2), 0));
    expect(ks.pValue).toBeGreaterThan(0.05);
    expect(quantiles).toHaveLength(attacks);
    const inside = quantiles.filter(({ value, low, high }) => value >= low && value <= high).length;
    expect(inside / attacks).toBeGreaterThan(0.8);
    quantiles.forEach(({ at, expected }) => {
      expect(expected).toBeCloseTo(-Math.log(1 - at), 12);
    });
  });

  // One every twenty days, then one every second: ordered by anything but a constant rate.
  const changing = [
    ...Array.from({ length: 7 }, (_, k) => 3 + 20 * k),
    ...Array.from({ length: 70 }, (_, k) => 151 + 2 * k),
  ];

  test('refuses a record whose rate changed under a Poisson fit, and its residuals are correlated', () => {
    const { ks, autocorrelation: lags } = fit(changing);
    expect(ks.pValue).toBeLessThan(0.05);
    expect(lags[0]!.value).toBeGreaterThan(lags[0]!.high);
  });

  test('estimating the rate anew counts: the same record looks better to a bootstrap that does not', () => {
    const times = timesOf(poisson(0.2), 2);
    const model = refit([times]);
    const of = (again: typeof refit) =>
      goodnessOfFit({
        imputations: [times],
        windowDays,
        model,
        refit: again,
        bootstraps: 99,
        chanceOf: chanceOf('gof'),
      });
    expect(of(() => model).ks.pValue).toBeGreaterThan(of(refit).ks.pValue);
  });

  test('hands its simulated records with what killed in them to the fit, in the share of the record', () => {
    const times = timesOf(poisson(0.5), 3);
    const shares: number[] = [];
    goodnessOfFit({
      imputations: [times],
      fatal: [times.filter((_, k) => k % 4 === 0)],
      windowDays,
      model: { ...refit([times]), fatalBoost: [1] },
      refit: ([again], [killed]) => {
        expect(killed!.every((time) => again!.includes(time))).toBe(true);
        shares.push(killed!.length / again!.length);
        return poisson(again!.length / windowDays);
      },
      bootstraps: 40,
      chanceOf: chanceOf('killed'),
    });
    const share = shares.reduce((sum, one) => sum + one, 0) / shares.length;
    expect(Math.abs(share - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / (40 * times.length)));
  });

  test('a p-value is never 0: the record itself is one of the records', () => {
    expect(fit(changing, 9).ks.pValue).toBe(0.1);
  });
});

describe('statistics of a record', () => {
  const attacks = [0, 3, 3, 9, 40, 44].map((day, k) => ({ day, base: [0, 0, 1, 1, -1, 1][k]! }));
  const of = (name: keyof typeof recordStatistics) => recordStatistics[name].of(attacks, 70);

  test('are counted as they say', () => {
    // Counts of 30 days: 4 and 2, mean 3, variance 2; the last ten days make no window.
    expect(of('fano')).toBeCloseTo(2 / 3, 12);
    // Days 10 to 39; days 45 to 69 are fewer.
    expect(of('quiet')).toBe(30);
    expect(of('busiest')).toBe(4 - 1);
    // 0 0 1 1 1: three of four.
    expect(of('repeats')).toBe(0.75);
  });

  test('a record without an attack is one long quiet spell', () => {
    expect(recordStatistics.quiet.of([], 70)).toBe(70);
    expect(recordStatistics.busiest.of([], 70)).toBe(0);
    expect(recordStatistics.fano.of([], 70)).toBeNaN();
    expect(recordStatistics.repeats.of([], 70)).toBeNaN();
  });

  test('find their place among replicas, those equal counted by half', () => {
    const quiet = (days: number) => [{ day: days, base: 0 }];
    const checks = predictiveChecks({
      attacks: quiet(60),
      windowDays: 100,
      replicas: { made: [quiet(30), quiet(60), quiet(60), quiet(50)] },
    });
    expect(checks.find(({ statistic }) => statistic === 'quiet')).toMatchObject({
      process: 'made',
      observed: 60,
      place: 0.5,
      replicas: 4,
      predicted: { median: 60 },
    });
    // One attack has no repeat.
    expect(checks.map(({ statistic }) => statistic)).toEqual(['fano', 'quiet', 'busiest']);
  });
});
