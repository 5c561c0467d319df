import { expect, test } from 'vitest';
import { stationaryCounts } from '../../src/theory/stationary-counts.js';
import { transientCounts } from '../../src/theory/transient-counts.js';
import type { TransientCounts, TransientWindow } from '../../src/theory/transient-counts.js';
import { expectClose } from '../cases/compare.js';

/** The moment equations in steps of the midpoint rule: slow and plain. */
function bySmallSteps({ process, horizonDays, startExcitationPerDay = 0 }: TransientWindow): TransientCounts {
  const { baselinePerDay, branching, decayPerDay } = process;
  const jump = branching * decayPerDay;
  const kappa = decayPerDay - jump;
  const slope = ([m = 0, , v = 0, c = 0, w = 0]: readonly number[]): number[] => [
    decayPerDay * baselinePerDay - kappa * m,
    m,
    jump ** 2 * m - 2 * kappa * v,
    v + jump * m - kappa * c,
    v - kappa * w,
    m + 2 * c,
    2 * w,
  ];
  const along = (state: readonly number[], by: readonly number[], step: number): number[] =>
    state.map((value, i) => value + step * (by[i] ?? NaN));
  const steps = 20_000;
  const step = horizonDays / steps;
  let state = [baselinePerDay + startExcitationPerDay, 0, 0, 0, 0, 0, 0];
  for (let k = 0; k < steps; k++) state = along(state, slope(along(state, slope(state), step / 2)), step);
  const [m = NaN, n = NaN, , , , varN = NaN, varCompensator = NaN] = state;
  return { mean: n, variance: varN, endIntensityPerDay: m, compensatorVariance: varCompensator };
}

test.each([
  ['from an empty history', 0.4, 0, 30],
  ['from an excited start', 0.4, 0.3, 30],
  ['near the critical point', 0.99, 0.1, 20],
  ['at the critical point', 1, 0.1, 20],
  ['beyond the critical point', 1.3, 0.1, 20],
  ['without excitation', 0, 0.3, 90],
])('the moments are those of the moment equations in small steps, %s', (_, branching, excitation, horizonDays) => {
  const window = {
    process: { baselinePerDay: 0.12, branching, decayPerDay: 0.1 },
    horizonDays,
    startExcitationPerDay: excitation,
  };
  expectClose(transientCounts(window), bySmallSteps(window), 1e-6);
});

test('the closed form and the matrix exponential meet where one takes over from the other', () => {
  const at = (kappaT: number): TransientCounts =>
    transientCounts({
      process: { baselinePerDay: 0.1, branching: 1 - kappaT / 3, decayPerDay: 0.1 },
      horizonDays: 30,
      startExcitationPerDay: 0.05,
    });
  expectClose(at(0.1 - 1e-13), at(0.1 + 1e-13), 1e-11);
});

test('a process that starts on its long-run mean keeps it, and its variance grows like the stationary one', () => {
  const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };
  const window = { process, startExcitationPerDay: 0.08 };
  expectClose(transientCounts({ ...window, horizonDays: 30 }).mean, 6, 1e-12);
  const growth =
    transientCounts({ ...window, horizonDays: 2000 }).variance -
    transientCounts({ ...window, horizonDays: 1000 }).variance;
  expectClose(growth, stationaryCounts(process, 2000).variance - stationaryCounts(process, 1000).variance, 1e-10);
});

test('the compensator varies less than the count', () => {
  const process = { baselinePerDay: 0.12, branching: 0.4, decayPerDay: 0.1 };
  const { variance, compensatorVariance } = transientCounts({ process, horizonDays: 150 });
  expect(compensatorVariance).toBeGreaterThan(0);
  expect(compensatorVariance).toBeLessThan(variance);
});
