import { describe, expect, test } from 'vitest';
import targetChoice from '../../cases/target-choice.json' with { type: 'json' };
import { expectClose } from '../../cases/compare.js';
import { choiceLogLikelihood, targetShares } from '../../../src/calibration/target-choice/choice-likelihood.js';
import {
  fitTargetChoice,
  type TargetChoiceQuestion,
} from '../../../src/calibration/target-choice/fit-target-choice.js';
import { openStream } from '../../../src/random/stream.js';

/** So many attacks on each of the bases, all with these people there. */
function choices(counts: readonly number[], personnel: readonly number[]): TargetChoiceQuestion['choices'] {
  const options = personnel.map((persons, base) => ({ base, personnel: persons }));
  return counts.flatMap((count, chosen) => Array.from({ length: count }, () => ({ options, chosen })));
}

describe('the likelihood of targets', () => {
  test('has the shares of the conditional logit of the case (McFadden)', () => {
    const { parameters, expected, tolerance } = targetChoice.find(({ name }) => name === 'logit_target_shares')!;
    const { troops_or_prehandover: troops, status_multiplier: status, hardening, distance_100km: far } = parameters;
    const options = troops!.map((personnel, base) => ({
      base,
      personnel,
      logWeight:
        Math.log(status![base]!) -
        Number(parameters.alpha_H) * hardening![base]! -
        Number(parameters.alpha_D) * far![base]!,
    }));
    const shares = targetShares(options, { sizeExponent: Number(parameters.alpha_N), effects: troops!.map(() => 0) });
    expectClose(shares, expected.shares, tolerance.rel);
    const likelihood = choiceLogLikelihood(
      [
        { options, chosen: 1 },
        { options, chosen: 4 },
      ],
      troops!.length,
    );
    const values = Float64Array.of(Number(parameters.alpha_N), 1, ...troops!.map(() => 0));
    expect(likelihood(values, new Float64Array(values.length))).toBeCloseTo(
      Math.log(shares[1]!) + Math.log(shares[4]!),
      9,
    );
  });

  test('has the slopes that small steps give', () => {
    const objective = choiceLogLikelihood(choices([3, 1, 0], [400, 900, 1600]), 3);
    const point = Float64Array.of(0.6, 0.8, 0.5, -0.4, 1.1);
    const [slopes, unused] = [new Float64Array(5), new Float64Array(5)];
    objective(point, slopes);
    slopes.forEach((slope, k) => {
      const [up, down] = [1e-5, -1e-5].map((by) => objective(point.with(k, point[k]! + by), unused));
      expect(slope).toBeCloseTo((up! - down!) / 2e-5, 6);
    });
  });

  test('refuses an attack where nobody was', () => {
    const options = [
      { base: 0, personnel: 500 },
      { base: 1, personnel: 0 },
    ];
    expect(targetShares(options, { sizeExponent: 0, effects: [0, 0] })).toEqual([1, 0]);
    expect(() => choiceLogLikelihood([{ options, chosen: 1 }], 2)).toThrow(/with people/);
  });
});

describe('the fit of targets', () => {
  // A spread of 1 for certain, as nearly as a smooth law has it: the two effects then differ by a normal of variance 2.
  const spread = { lognormal: { median: 1, sigma: 0.001 } };

  test('has the posterior mean share that quadrature gives, and shrinks: 9 of 12 attacks make less than 75 %', () => {
    const fit = fitTargetChoice({
      bases: ['one', 'two'],
      choices: choices([9, 3], [800, 800]),
      seed: 2,
      priors: { spread },
    });
    expect(fit.diagnostics.rHat).toBeLessThan(1.02);
    const [share] = fit.meanShares([
      { base: 0, personnel: 800 },
      { base: 1, personnel: 800 },
    ]);
    expect(Math.abs(share! - 0.7097271547)).toBeLessThan((4 * 0.1149947644) / Math.sqrt(fit.diagnostics.effectiveSize));
  });

  test('gives a base without attacks a low share, not none', () => {
    const fit = fitTargetChoice({
      bases: ['hit', 'spared'],
      choices: choices([5, 0], [800, 800]),
      seed: 2,
      priors: { spread },
    });
    const shares = fit.meanShares([
      { base: 0, personnel: 800 },
      { base: 1, personnel: 800 },
    ]);
    expect(Math.abs(shares[1]! - 0.1783873452)).toBeLessThan(0.02);
  });

  test('without attacks is what was believed before', () => {
    const fit = fitTargetChoice({ bases: ['one', 'two'], choices: [], seed: 1 });
    expect(fit.parameters.map(({ name, learnt }) => [name, learnt])).toEqual([
      ['sizeExponent', 'hardly anything'],
      ['spread', 'hardly anything'],
      ['effect.one', 'hardly anything'],
      ['effect.two', 'hardly anything'],
    ]);
  });

  test('finds the exponent by which 300 attacks chose, within 3.5 standard deviations', () => {
    const next = openStream({ seed: 6, replication: 0, purpose: 'targets', entity: 'test' });
    const taste = { sizeExponent: 0.9, effects: [0.4, -0.5, 0, 0.2] };
    const drawn = Array.from({ length: 300 }, () => {
      const options = taste.effects.map((_, base) => ({ base, personnel: 100 + 2000 * next() }));
      let left = next();
      const chosen = targetShares(options, taste).findIndex((share) => (left -= share) < 0);
      return { options, chosen };
    });
    const fit = fitTargetChoice({ bases: ['a', 'b', 'c', 'd'], choices: drawn, seed: 1, draws: 400 });
    const [exponent] = fit.parameters;
    const sd = Math.sqrt(
      exponent!.draws.reduce((sum, draw) => sum + (draw - exponent!.after.mean) ** 2, 0) / exponent!.draws.length,
    );
    expect(sd).toBeLessThan(0.2);
    expect(Math.abs(exponent!.after.mean - taste.sizeExponent) / sd).toBeLessThan(3.5);
    expect(fit.tasteAt(3).effects.length).toBe(4);
    expect(() => fit.tasteAt(fit.draws)).toThrow(/row must be below/);
  });
});
