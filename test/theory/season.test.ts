import { expect, test } from 'vitest';
import { besselI } from '../../src/theory/bessel.js';
import * as theory from '../../src/theory/index.js';
import { expectClose } from '../cases/compare.js';
import { meanScore, varianceScore } from './sample-scores.js';
import { uniformSource } from './uniform-source.js';

const season = { amplitude: 0.4, peakDay: 90 };

test('the Bessel series has the known values', () => {
  // mpmath 1.3.0, besseli cut to 15 digits
  const known: [number, number, number][] = [
    [0, 0, 1],
    [0, 0.4, 1.04040178222934],
    [0, 1, 1.26606587775201],
    [1, 1, 0.565159103992485],
    [1, -2, -1.59063685463733],
    [0, 5, 27.2398718236044],
    [3, 2.5, 0.474370408778036],
    [5, 0.4, 2.68449532284546e-6],
    [0, 50, 2.93255378384934e20],
    [0, 700, 1.52959334767187e302],
  ];
  for (const [order, x, value] of known) expectClose(besselI(order, x), value, 1e-14);
});

test.each([-0.7, 0, 0.4, 3])('the series is the integral, and a year has mean 1 (a = %d)', (amplitude) => {
  const swing = { amplitude, peakDay: 17 };
  for (const [fromDay, toDay] of [
    [0, 30],
    [-50, 200],
    [100, 465.25],
  ] as const) {
    const steps = 20_000;
    const step = (toDay - fromDay) / steps;
    let area = 0;
    for (let k = 0; k < steps; k++) area += theory.seasonAt(swing, fromDay + (k + 0.5) * step) * step;
    expectClose(theory.seasonalDays(swing, { fromDay, toDay }), area, 1e-7);
  }
  expectClose(theory.meanSeason(swing, { fromDay: 100, toDay: 465.25 }), 1, 1e-12);
});

test('the maximum is reached on the day of the height, or half a year later where the year is turned round', () => {
  expectClose(theory.seasonAt(season, 90), theory.seasonMaximum(season), 1e-14);
  const turned = { amplitude: -0.4, peakDay: 90 };
  expectClose(theory.seasonAt(turned, 90 + 365.25 / 2), theory.seasonMaximum(turned), 1e-14);
  for (let day = 0; day < 366; day++) {
    expect(theory.seasonAt(season, day)).toBeLessThanOrEqual(theory.seasonMaximum(season));
  }
});

test('simulated counts of half a year are Poisson with that mean (|z| ≤ 4)', () => {
  const next = uniformSource('season');
  const ratePerDay = 0.2;
  const bound = ratePerDay * theory.seasonMaximum(season);
  const counts = Array.from({ length: 10_000 }, () => {
    for (let day = 0, count = 0; ;) {
      if ((day -= Math.log(next()) / bound) > 182.625) return count;
      if (next() * bound <= ratePerDay * theory.seasonAt(season, day)) count++;
    }
  });
  const exact = theory.expectedSeasonalEvents(season, { fromDay: 0, toDay: 182.625, ratePerDay });
  expect(Math.abs(meanScore(counts, exact))).toBeLessThanOrEqual(4);
  expect(Math.abs(varianceScore(counts, exact))).toBeLessThanOrEqual(4);
  // Without a season there would be fewer.
  expect(meanScore(counts, ratePerDay * 182.625)).toBeGreaterThan(4);
});
