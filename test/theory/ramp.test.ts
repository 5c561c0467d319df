import { expect, test } from 'vitest';
import { linearRamp, steppedRamp } from '../../src/theory/ramp.js';
import { expectClose } from '../cases/compare.js';

const ramp = { startPersonnel: 500, endPersonnel: 4000, rampDays: 360, horizonDays: 540 };

test.each([90, 360, 540])('many small steps are a straight line (horizon %i)', (horizonDays) => {
  const fine = steppedRamp({ ...ramp, horizonDays }, 360_000);
  expectClose(fine.personDays, linearRamp({ ...ramp, horizonDays }).personDays, 1e-5);
});

test('a horizon within the first step sees nobody arrive', () => {
  expect(steppedRamp({ ...ramp, horizonDays: 30 }, 12)).toEqual({ personDays: 15_000, meanPersonnel: 500 });
});

test('a drawdown is a ramp too', () => {
  const down = linearRamp({ ...ramp, startPersonnel: 4000, endPersonnel: 500 });
  expectClose(down.personDays + linearRamp(ramp).personDays, 4500 * 540, 1e-12);
});
