import { expect, test } from 'vitest';
import { exponential } from '../../../src/random/laws/exponential.js';
import { openStream } from '../../../src/random/stream.js';
import { allowedZ, meanZ, uniformityZ, varianceZ } from '../goodness-of-fit.js';

test('an exponential waiting time is −ln(1 − u)/rate, finite at both ends of the lattice', () => {
  expect(exponential(0.5, 2)).toBeCloseTo(Math.LN2 / 2, 15);
  expect(exponential(2 ** -33, 1)).toBeGreaterThan(0);
  expect(exponential(1 - 2 ** -33, 1)).toBeCloseTo(33 * Math.LN2, 6);
});

test('exponential waiting times have mean 1/rate, variance 1/rate² and the distribution 1 − e^(−rate x)', () => {
  const next = openStream({ seed: 4, replication: 0, purpose: 'wait', entity: '' });
  const rate = 0.11;
  const draws = new Float64Array(100_000).map(() => exponential(next(), rate));
  const exact = { mean: 1 / rate, variance: 1 / rate ** 2 };
  expect(Math.abs(meanZ(draws, exact))).toBeLessThanOrEqual(allowedZ);
  expect(Math.abs(varianceZ(draws, exact))).toBeLessThanOrEqual(allowedZ);
  const reached = draws.map((x) => 1 - Math.exp(-rate * x));
  expect(Math.abs(uniformityZ(reached, 100))).toBeLessThanOrEqual(allowedZ);
});
