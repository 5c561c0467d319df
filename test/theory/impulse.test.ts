import { expect, test } from 'vitest';
import { impulseEffect, impulseHalfLifeDays } from '../../src/theory/impulse.js';
import { expectClose } from '../cases/compare.js';
import { meanScore, varianceScore } from './sample-scores.js';
import { uniformSource } from './uniform-source.js';

test.each([-4, -0.7, 0, 1e-9, 0.5, 3, 20])('the series is the integral (η = %d)', (size) => {
  const [horizonDays, meanDays] = [90, 30];
  const steps = 200_000;
  const step = horizonDays / steps;
  let area = 0;
  for (let k = 0; k < steps; k++) area += Math.exp(size * Math.exp((-(k + 0.5) * step) / meanDays)) * step;
  expectClose(impulseEffect({ ratePerDay: 0.2, size, meanDays }, horizonDays).expectedEvents, 0.2 * area, 1e-6);
});

test('a lull takes away no more than there was, and no impulse adds nothing', () => {
  const lull = impulseEffect({ ratePerDay: 0.2, size: -4, meanDays: 30 }, 30);
  expect(lull.expectedEvents).toBeGreaterThan(0);
  expect(lull.extraEvents).toBeLessThan(0);
  expect(impulseEffect({ ratePerDay: 0.2, size: 0, meanDays: 30 }, 30).extraEvents).toBe(0);
});

test('after a half-life the log multiplier is half', () => {
  expectClose(Math.exp(-impulseHalfLifeDays({ meanDays: 30 }) / 30), 0.5, 1e-14);
});

test.each([30, 90, 365])('simulated counts over %i days are Poisson with that mean (|z| ≤ 4)', (horizonDays) => {
  const impulse = { ratePerDay: 0.2, size: 0.5, meanDays: 30 };
  const next = uniformSource(`impulse ${horizonDays}`);
  const counts = Array.from({ length: 5000 }, () => {
    const bound = impulse.ratePerDay * Math.exp(impulse.size);
    for (let day = 0, count = 0; ;) {
      if ((day -= Math.log(next()) / bound) > horizonDays) return count;
      if (next() * bound <= impulse.ratePerDay * Math.exp(impulse.size * Math.exp(-day / impulse.meanDays))) count++;
    }
  });
  const { expectedEvents } = impulseEffect(impulse, horizonDays);
  expect(Math.abs(meanScore(counts, expectedEvents))).toBeLessThanOrEqual(4);
  expect(Math.abs(varianceScore(counts, expectedEvents))).toBeLessThanOrEqual(4);
});
