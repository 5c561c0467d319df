import { expect, test } from 'vitest';
import { impulseEffect } from '../../src/theory/impulse.js';
import * as theory from '../../src/theory/index.js';
import { expectClose } from '../cases/compare.js';
import { meanScore, varianceScore } from './sample-scores.js';
import { uniformSource } from './uniform-source.js';

const response: theory.StrikeResponse = {
  ratePerDay: 0.2,
  provokedEvents: 1.5,
  decayPerDay: 0.08,
  deterrenceDepth: 0.7,
  deterrenceDays: 10,
};

/** The integral term by term: a lull of the rate before, and Σ (−d)^k/k! ∫ nβ e^{−(β + k/τ)t} dt. */
function netBySeries(given: theory.StrikeResponse, horizonDays: number): number {
  const { ratePerDay, provokedEvents, decayPerDay, deterrenceDepth, deterrenceDays } = given;
  let sum = impulseEffect({ ratePerDay, size: -deterrenceDepth, meanDays: deterrenceDays }, horizonDays).extraEvents;
  let power = 1;
  for (let k = 0; k < 80; k++) {
    const fading = decayPerDay + k / deterrenceDays;
    sum += (provokedEvents * decayPerDay * power * -Math.expm1(-fading * horizonDays)) / fading;
    power *= -deterrenceDepth / (k + 1);
  }
  return sum;
}

test.each([
  ['as in the case', {}],
  ['with a deep deterrence', { deterrenceDepth: 4, deterrenceDays: 90 }],
  ['with a short one', { deterrenceDepth: 2.5, deterrenceDays: 3 }],
  ['with quick provocation', { decayPerDay: 1 / 3, provokedEvents: 4 }],
  ['without deterrence', { deterrenceDepth: 0 }],
  ['without provocation', { provokedEvents: 0 }],
])('the quadrature is the series, %s', (_, change) => {
  const given = { ...response, ...change };
  for (const horizonDays of [1, 30, 180]) {
    const exact = netBySeries(given, horizonDays);
    expect(Math.abs(theory.netEvents(given, horizonDays) - exact)).toBeLessThan(1e-10);
  }
  expect(Math.abs(theory.netEvents(given, 0))).toBe(0);
});

test('without deterrence a strike provokes its number in the end, and never passes the rate before', () => {
  const provoking = { ...response, deterrenceDepth: 0 };
  expectClose(theory.netEvents(provoking, 1000), 1.5, 1e-10);
  expect(theory.signChangeDays(provoking)).toEqual([]);
  expect(theory.signChangeDays({ ...response, provokedEvents: 0 })).toEqual([]);
});

// Roots by mpmath 1.3.0 where they are given.
test.each([
  ['deterrence first, backlash after', {}, 1, -1],
  ['backlash first, deterrence after', { provokedEvents: 8, decayPerDay: 0.25, deterrenceDays: 20 }, 1, 1],
  [
    'deterrence, a spell of backlash, deterrence again',
    { provokedEvents: 3, decayPerDay: 0.3, deterrenceDepth: 2.5, deterrenceDays: 4 },
    2,
    -1,
  ],
  ['nothing but deterrence', { decayPerDay: 0.25, deterrenceDepth: 3, deterrenceDays: 20 }, 0, -1],
  ['nothing but backlash', { provokedEvents: 8 }, 0, 1],
] as const)('%s: the rate passes the one before on those days and on no other', (_, change, count, startSign) => {
  const given = { ...response, ...change };
  const days = theory.signChangeDays(given);
  expect(days).toHaveLength(count);
  const above = (day: number): number => Math.sign(theory.strikeResponsePerDay(given, day) - given.ratePerDay);
  for (const day of days) expectClose(theory.strikeResponsePerDay(given, day), given.ratePerDay, 1e-13);
  for (let day = 0; day < 150; day += 0.25) {
    const passed = days.filter((change) => change < day).length;
    expect(above(day), `day ${day}`).toBe(startSign * (-1) ** passed);
  }
});

test('the days are the known ones', () => {
  // mpmath 1.3.0, findroot
  const twice = { ...response, provokedEvents: 3, decayPerDay: 0.3, deterrenceDepth: 2.5, deterrenceDays: 4 };
  expectClose(theory.signChangeDays(twice), [6.1656673560607, 9.19115762200634], 1e-12);
  const late = { ...response, provokedEvents: 8, decayPerDay: 0.25, deterrenceDays: 20 };
  expectClose(theory.signChangeDays(late), [12.3214541094652], 1e-12);
});

test.each([7, 30, 180])('simulated counts over %i days are Poisson with that mean (|z| ≤ 4)', (horizonDays) => {
  const next = uniformSource(`deterrence ${horizonDays}`);
  const bound = response.ratePerDay + response.provokedEvents * response.decayPerDay;
  const counts = Array.from({ length: 10_000 }, () => {
    for (let day = 0, count = 0; ;) {
      if ((day -= Math.log(next()) / bound) > horizonDays) return count;
      if (next() * bound <= theory.strikeResponsePerDay(response, day)) count++;
    }
  });
  const exact = response.ratePerDay * horizonDays + theory.netEvents(response, horizonDays);
  expect(Math.abs(meanScore(counts, exact))).toBeLessThanOrEqual(4);
  expect(Math.abs(varianceScore(counts, exact))).toBeLessThanOrEqual(4);
});
