import { describe, expect, test } from 'vitest';
import { priorOf } from '../../../src/calibration/posterior/prior.js';
import { describeLaw, meanOf, quantileOf, type Law } from '../../../src/random/laws/law.js';

const laws: readonly Law[] = [
  { beta: { mean: 0.4, sd: 0.2 } },
  { lognormal: { p5: 3, p95: 20 } },
  { lognormal: { median: 5, sigma: 0.6, low: 2, high: 15 } },
  { gamma: { mean: 0.1, sd: 0.1 } },
  { normal: { mean: 0.7, sd: 0.4 } },
  { normal: { mean: 0.7, sd: 0.4, low: 0 } },
  { normal: { mean: 0.7, sd: 0.4, high: 1 } },
  { uniform: { low: -0.5, high: 1 } },
  { pert: { low: 0, mode: 0.7, high: 1.2 } },
];

describe.each(laws.map((law) => [describeLaw(law), law] as const))('the prior %s', (_, law) => {
  const prior = priorOf(law);
  const middle = prior.coordinateOf(quantileOf(law)(0.5));

  test('has on its coordinate the density of the law', () => {
    // By the rule of rectangles over all coordinates of weight: the mean of the law, and half the weight below its median.
    const top = prior.logDensityAt(middle).value;
    const step = 1 / 64;
    let [weight, sum, below] = [0, 0, 0];
    for (let c = middle - 40 + step / 2; c < middle + 40; c += step) {
      const share = Math.exp(prior.logDensityAt(c).value - top);
      if (!(share > 0)) continue;
      weight += share;
      sum += share * prior.valueAt(c);
      if (c < middle) below += share;
    }
    expect(sum / weight).toBeCloseTo(meanOf(law), 6);
    expect(below / weight).toBeCloseTo(0.5, 4);
  });

  test('has the slopes that small steps give, and goes there and back', () => {
    for (const coordinate of [middle - 1.5, middle, middle + 1]) {
      const step = 1e-5;
      const rise = (prior.valueAt(coordinate + step) - prior.valueAt(coordinate - step)) / (2 * step);
      expect(prior.riseAt(coordinate)).toBeCloseTo(rise, 6);
      const [above, below] = [prior.logDensityAt(coordinate + step), prior.logDensityAt(coordinate - step)];
      expect(prior.logDensityAt(coordinate).slope).toBeCloseTo((above.value - below.value) / (2 * step), 6);
      expect(prior.coordinateOf(prior.valueAt(coordinate))).toBeCloseTo(coordinate, 10);
    }
  });
});

test('a law without a smooth density is no prior', () => {
  expect(() => priorOf({ triangular: { low: 0, mode: 0.5, high: 1 } })).toThrow(/uniform, pert, beta/);
  expect(() => priorOf({ uniform: { low: 1, high: 1 } })).toThrow(/leave room/);
  expect(() => priorOf({ beta: { mean: 2, sd: 1 } })).toThrow(/mean must be/);
});
