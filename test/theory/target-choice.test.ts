import { expect, test } from 'vitest';
import * as theory from '../../src/theory/index.js';
import { expectClose } from '../cases/compare.js';

const preferences = { referencePersonnel: 1000, sizeExponent: 0.7 };
const bases = [1400, 900, 600, 400].map((personnel) => ({ personnel }));
const weights = theory.targetWeights(bases, preferences);

test('a base without personnel has no weight, even where size does not matter', () => {
  expect(theory.targetWeights([{ personnel: 0 }], { ...preferences, sizeExponent: 0 })).toEqual([0]);
});

test('each deterrent takes its exponent off the logarithm of the weight', () => {
  const [weight = NaN] = theory.targetWeights(
    [{ personnel: 1000, hardening: 1, airDefence: 0.5, distanceKm: 200, status: 0.1 }],
    { ...preferences, hardeningAversion: 0.5, airDefenceAversion: 0.3, distanceAversionPer100Km: 0.2 },
  );
  expectClose(Math.log(weight), Math.log(0.1) - 0.5 - 0.15 - 0.4, 1e-12);
});

test('elasticities are the slopes of the rates', () => {
  const shares = theory.targetShares(weights);
  const { own, cross } = theory.personnelElasticities({ shares, sizeExponent: 0.7, effortElasticity: 0.3 });
  const grow = (factor: number): number[] =>
    theory.baseRatesPerDay({
      weights: theory.targetWeights(
        bases.map(({ personnel }, b) => ({ personnel: b === 1 ? personnel * factor : personnel })),
        preferences,
      ),
      referenceWeights: weights,
      effortElasticity: 0.3,
      attacksPerDay: 0.2,
    });
  const step = 1e-5;
  const low = grow(Math.exp(-step));
  const slopes = grow(Math.exp(step)).map((rate, b) => Math.log(rate / (low[b] ?? NaN)) / (2 * step));
  expectClose(slopes, [cross[1], own[1], cross[1], cross[1]], 1e-8);
});

test.each([-0.4, 0, 0.3, 1])(
  'the displaced share is what the others gain over what the base had (ε = %d)',
  (epsilon) => {
    const before = theory.targetShares(weights).map((share) => 0.2 * share);
    const after = theory.closeBase({ weights, closed: 1, attacksPerDay: 0.2, effortElasticity: epsilon });
    const gained = after.ratesPerDay.reduce((sum, rate, b) => (b === 1 ? sum : sum + rate - (before[b] ?? NaN)), 0);
    expect(Math.abs(gained / (before[1] ?? NaN) - after.displacedShare)).toBeLessThan(1e-12);
  },
);

test('where nobody is left nobody is attacked, whatever the elasticity', () => {
  for (const effortElasticity of [-0.5, 0, 1]) {
    const after = theory.closeBase({ weights: [1], closed: 0, attacksPerDay: 0.2, effortElasticity });
    expect(after).toEqual({ shares: [0], ratesPerDay: [0], totalPerDay: 0, displacedShare: 0 });
  }
});

test('a reference without anybody leaves effort as it is', () => {
  expect(theory.effortMultiplier({ weights: [1], referenceWeights: [0], effortElasticity: 0.3 })).toBe(1);
});
