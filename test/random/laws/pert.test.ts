import { expect, test } from 'vitest';
import { pert, pertShapes } from '../../../src/random/laws/pert.js';

test('PERT(1, 3, 8) is a beta law of α 2.1428571, β 3.8571429, mean 3.5, variance 1.6071429', () => {
  const law = { low: 1, mode: 3, high: 8 };
  const { alpha, beta } = pertShapes(law);
  expect(alpha).toBeCloseTo(2.1428571, 7);
  expect(beta).toBeCloseTo(3.8571429, 7);
  expect(pert.mean(law)).toBe(3.5);
  expect((49 * alpha * beta) / ((alpha + beta) ** 2 * (alpha + beta + 1))).toBeCloseTo(1.6071429, 7);
});
