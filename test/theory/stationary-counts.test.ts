import { expect, test } from 'vitest';
import * as theory from '../../src/theory/index.js';
import { expectClose } from '../cases/compare.js';

const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };

test('the variance of a window is its mean plus twice the covariance density over it', () => {
  const windowDays = 30;
  const steps = 20_000;
  const step = windowDays / steps;
  let area = 0;
  for (let k = 0; k < steps; k++) {
    const lag = (k + 0.5) * step;
    area += (windowDays - lag) * theory.covarianceDensityAtZero(process) * Math.exp(-0.06 * lag) * step;
  }
  const { mean, variance } = theory.stationaryCounts(process, windowDays);
  expectClose(mean + 2 * area, variance, 1e-8);
});

test('two neighbouring windows make one: Var(2w) = 2 Var(w) + 2 Cov', () => {
  const { covariance } = theory.windowAutocovariance(process, { windowDays: 30, gapDays: 0 });
  const once = theory.stationaryCounts(process, 30).variance;
  expectClose(2 * once + 2 * covariance, theory.stationaryCounts(process, 60).variance, 1e-12);
});

test('the Fano factor climbs from 1 to its limit', () => {
  expectClose(theory.stationaryCounts(process, 1e-6).fano, 1, 1e-6);
  expectClose(theory.stationaryCounts(process, 1e8).fano, theory.asymptoticFano(process), 1e-6);
});

test.each([1, 1.2, NaN])('there is no stationary process with branching %d', (branching) => {
  const text = `branching must be below 1 for a stationary process, got ${branching}`;
  expect(() => theory.stationaryCounts({ ...process, branching }, 30)).toThrow(text);
  expect(() => theory.stationaryProperties({ ...process, branching })).toThrow(text);
});
