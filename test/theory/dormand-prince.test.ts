import { expect, test } from 'vitest';
import { integrate } from '../../src/theory/dormand-prince.js';

test('a turning point comes back to where it was after a whole turn, to the tolerance per step', () => {
  const state = Float64Array.of(1, 0);
  const slope = ([x = NaN, y = NaN]: Float64Array, into: Float64Array): void => into.set([y, -x]);
  integrate({ slope, state, length: 2 * Math.PI, tolerance: 1e-10 });
  expect(Math.hypot(state[0]! - 1, state[1]!)).toBeLessThan(1e-8);
});

test('a first step so long that it overflows is taken back', () => {
  const state = Float64Array.of(20);
  const slope = ([y = NaN]: Float64Array, into: Float64Array): void => void (into[0] = -(y ** 3));
  integrate({ slope, state, length: 1000, tolerance: 1e-9 });
  // y = (1/y₀² + 2t)^−½.
  expect(state[0]!).toBeCloseTo((1 / 400 + 2000) ** -0.5, 7);
});

test('what is too stiff for it is told, not waited for', () => {
  const slope = ([y = NaN]: Float64Array, into: Float64Array): void => void (into[0] = -1e9 * y);
  expect(() => {
    integrate({ slope, state: Float64Array.of(1), length: 1, tolerance: 1e-9 });
  }).toThrow(/must be less stiff/);
});
