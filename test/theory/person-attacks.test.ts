import { expect, test } from 'vitest';
import { ogataEvents } from '../../src/theory/ogata-thinning.js';
import { personAttackMoments } from '../../src/theory/person-attacks.js';
import { meanScore, varianceScore } from './sample-scores.js';
import { uniformSource } from './uniform-source.js';

const bases = [
  { personnel: 2000, share: 0.25 },
  { personnel: 500, share: 0.75 },
];

test.each([0, 0.4])('simulated person-attacks have this mean and variance (|z| ≤ 4, n = %d)', (branching) => {
  const window = { process: { baselinePerDay: 0.2, branching, decayPerDay: 0.1 }, horizonDays: 100 };
  const sums = Array.from({ length: 10_000 }, (_, k) => {
    const next = uniformSource(`person-attacks ${branching}/${k}`);
    return ogataEvents(window, next).reduce((sum) => sum + (next() < 0.25 ? 2000 : 500), 0);
  });
  const exact = personAttackMoments(window, bases);
  expect(Math.abs(meanScore(sums, exact.mean))).toBeLessThanOrEqual(4);
  expect(Math.abs(varianceScore(sums, exact.realisedVariance))).toBeLessThanOrEqual(4);
});

test('the integral varies less than the sum it predicts', () => {
  const process = { baselinePerDay: 0.2, branching: 0.4, decayPerDay: 0.1 };
  const { realisedVariance, compensatorVariance } = personAttackMoments({ process, horizonDays: 100 }, bases);
  expect(compensatorVariance).toBeGreaterThan(0);
  expect(compensatorVariance).toBeLessThan(realisedVariance);
});
