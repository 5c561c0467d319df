import { expect, test } from 'vitest';
import { climb } from '../../../src/calibration/posterior/climb.js';

test('the top of the banana of Rosenbrock (1960) is at (1, 1)', () => {
  const summit = climb(
    ([x = 0, y = 0], slopes) => {
      slopes[0] = 400 * x * (y - x * x) + 2 * (1 - x);
      slopes[1] = -200 * (y - x * x);
      return -(100 * (y - x * x) ** 2 + (1 - x) ** 2);
    },
    { from: Float64Array.of(-1.2, 1) },
  );
  expect(summit.converged).toBe(true);
  expect(summit.at[0]).toBeCloseTo(1, 6);
  expect(summit.at[1]).toBeCloseTo(1, 6);
  expect(summit.evaluations).toBeLessThan(80);
});

test('impossible points shorten the step and nothing more', () => {
  // k log x − x on x > 0: its top is at k, and a full first step from 1e-3 would leave the half line.
  const summit = climb(
    ([x = 0], slopes) => {
      slopes[0] = 3 / x - 1;
      return x > 0 ? 3 * Math.log(x) - x : NaN;
    },
    { from: Float64Array.of(1e-3) },
  );
  expect(summit.converged).toBe(true);
  expect(summit.at[0]).toBeCloseTo(3, 6);
});

test('a climb that may not step far enough says that it has not arrived', () => {
  const hill = ([x = 0]: Float64Array, slopes: Float64Array): number => {
    slopes[0] = -4 * (x - 5) ** 3;
    return -((x - 5) ** 4);
  };
  expect(climb(hill, { from: Float64Array.of(0), maxSteps: 2 }).converged).toBe(false);
  expect(() => climb(() => NaN, { from: Float64Array.of(0) })).toThrow(/finite/);
});
