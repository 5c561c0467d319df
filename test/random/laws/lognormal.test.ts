import { expect, test } from 'vitest';
import { logMoments } from '../../../src/random/laws/lognormal.js';
import { meanOf } from '../../../src/random/laws/law.js';

test('"5 to 10" as a 90 % range is μ 1.9560115, σ .2107018, mean 7.2297837', () => {
  const { mu, sigma } = logMoments({ p5: 5, p95: 10 });
  expect(mu).toBeCloseTo(1.9560115, 7);
  expect(sigma).toBeCloseTo(0.2107018, 7);
  expect(meanOf({ lognormal: { p5: 5, p95: 10 } })).toBeCloseTo(7.2297837, 7);
});

test('the three ways to give a lognormal agree', () => {
  const byRange = logMoments({ p5: 5, p95: 10 });
  const byMedian = logMoments({ median: Math.sqrt(50), sigma: byRange.sigma });
  const mean = Math.exp(byRange.mu + byRange.sigma ** 2 / 2);
  const byMean = logMoments({ mean, sd: mean * Math.sqrt(Math.expm1(byRange.sigma ** 2)) });
  for (const other of [byMedian, byMean]) {
    expect(other.mu).toBeCloseTo(byRange.mu, 12);
    expect(other.sigma).toBeCloseTo(byRange.sigma, 12);
  }
});
