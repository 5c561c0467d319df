import { describe, expect, test } from 'vitest';
import calibration from '../../cases/calibration.json' with { type: 'json' };
import { expectClose } from '../../cases/compare.js';
import { fatalProbability } from '../../../src/calibration/severity/fatal-probability.js';
import { fitSeverity, negativeBinomialLogLikelihood } from '../../../src/calibration/severity/fit-severity.js';
import { zetaExponent } from '../../../src/calibration/severity/zeta-exponent.js';

const wounded = [0, 0, 4, 0, 0, 1, 0, 0, 12, 3, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0];

function known(name: string): (typeof calibration)[number] {
  return calibration.find((one) => one.name === name)!;
}

test('the exponent of a zeta law is that of Clauset, Shalizi and Newman (2009)', () => {
  const { parameters, expected, tolerance } = known('zeta_exponent_mle');
  const { alpha, logLikelihood, se, approximate } = zetaExponent(parameters.x!);
  expectClose({ alpha_hat: alpha, loglik: logLikelihood, se, alpha_approx: approximate }, expected, tolerance.rel);
});

test('the chance that an attack kills is that of the conjugate posterior (Jeffreys)', () => {
  const { parameters, expected, tolerance } = known('fatal_probability_posteriors');
  const answers = parameters.k_n!.map(([fatal, attacks]) => fatalProbability({ fatal: fatal!, attacks: attacks! }));
  const actual = { mean: answers.map(({ mean }) => mean), interval: answers.map(({ low, high }) => [low, high]) };
  expectClose(actual, expected, tolerance.rel);
});

describe('the negative binomial of wounded, against scipy', () => {
  test('has its log-likelihood, with the slopes of small steps there', () => {
    const slopes = new Float64Array(2);
    const value = negativeBinomialLogLikelihood(wounded)(Float64Array.of(0.8, 0.3), slopes);
    expect(value).toBeCloseTo(-24.477727262, 8);
    expect(slopes[0]).toBeCloseTo(2.0454545, 5);
    expect(slopes[1]).toBeCloseTo(-8.6556614, 5);
  });

  test('and the fit has the posterior means of a grid there, within four standard errors', () => {
    const { parameters, diagnostics } = fitSeverity({ killed: [1, 3, 1, 0, 0], wounded, seed: 2, draws: 1600 });
    expect(diagnostics.rHat).toBeLessThan(1.02);
    for (const [name, mean, sd] of [
      ['fatalityExponent', 2.48954514, 0.24124737],
      ['woundedMean', 1.22675094, 0.85079597],
      ['woundedSize', 0.16627374, 0.09700206],
    ] as const) {
      const { after } = parameters.find((parameter) => parameter.name === name)!;
      expect(Math.abs(after.mean - mean), name).toBeLessThan((4 * sd) / Math.sqrt(diagnostics.effectiveSize));
    }
  });
});

describe('a fit of severity', () => {
  test('of a record without dead leaves the exponent as it was believed, and makes fatal attacks rare', () => {
    const { parameters, fatalAttacks } = fitSeverity({
      killed: new Array(60).fill(0),
      wounded: [],
      seed: 1,
      draws: 800,
    });
    const learnt = Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.learnt]));
    expect(fatalAttacks).toBe(0);
    expect(learnt).toEqual({
      fatalProbability: 'much',
      fatalityExponent: 'hardly anything',
      woundedMean: 'hardly anything',
      woundedSize: 'hardly anything',
    });
    expect(parameters[0]!.after.q975).toBeLessThan(0.05);
  });

  test('gives as many draws of each number, the same for the same seed', () => {
    const ask = (seed: number): number[][] =>
      fitSeverity({ killed: [0, 2], wounded: [1, 0], seed, draws: 400 }).parameters.map(({ draws }) => [...draws]);
    expect(new Set(ask(1).map((draws) => draws.length)).size).toBe(1);
    expect(ask(1)).toEqual(ask(1));
    expect(ask(1)).not.toEqual(ask(2));
  });

  test('tells numbers that are no counts', () => {
    expect(() => fitSeverity({ killed: [-1], wounded: [], seed: 1 })).toThrow(/killed must be whole/);
    expect(() => fitSeverity({ killed: [], wounded: [0.5], seed: 1 })).toThrow(/wounded must be whole/);
    expect(() => zetaExponent([0])).toThrow(/at least 1/);
    expect(() => zetaExponent([])).toThrow(/at least one value/);
    expect(zetaExponent([1, 1]).alpha).toBe(Infinity);
    expect(() => fatalProbability({ fatal: 3, attacks: 2 })).toThrow(/at most all/);
  });
});
