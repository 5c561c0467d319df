import { quantileOf, type Law } from '../../random/laws/law.js';
import { fitCoordinates } from '../posterior/fit-coordinates.js';
import { fittedParameter, type FittedParameter } from '../posterior/fitted-parameter.js';
import { priorOf } from '../posterior/prior.js';
import type { SamplingDiagnostics } from '../posterior/sample-posterior.js';
import {
  choiceLogLikelihood,
  targetShares,
  type TargetChoice,
  type TargetOption,
  type TargetTaste,
} from './choice-likelihood.js';

export interface TargetChoiceQuestion {
  /** Names of the bases, by index. */
  readonly bases: readonly string[];
  readonly choices: readonly TargetChoice[];
  readonly seed: number;
  readonly priors?: Partial<TargetPriors>;
  readonly draws?: number;
}

export interface TargetPriors {
  readonly sizeExponent: Law;
  /** Standard deviation of the bases' effects: what, beside people, makes one base more of a target than another. */
  readonly spread: Law;
}

/** The exponent as in `data/model-parameters.csv` (0.7, 0 to 1.2); bases apart by a factor of 1.2 to 7, one sd. */
export const targetPriors: TargetPriors = {
  sizeExponent: { normal: { mean: 0.7, sd: 0.35, low: 0 } },
  spread: { lognormal: { p5: 0.2, p95: 2 } },
};

export interface TargetChoiceFit {
  /** sizeExponent, spread, then `effect.NAME` of each base (as logarithms). */
  readonly parameters: readonly FittedParameter[];
  /** The taste of one posterior draw. */
  readonly tasteAt: (row: number) => TargetTaste;
  /** Mean over the posterior of the share that each option draws, adding up to 1. */
  readonly meanShares: (options: readonly TargetOption[]) => number[];
  readonly draws: number;
  readonly diagnostics: SamplingDiagnostics;
}

/**
 * Fits whom an actor attacks: by how many people are there, and by an effect of each base about a common middle. The
 * effects are shrunk together as far as the record does not tell them apart, so a base without attacks draws few, not
 * none. They explain nothing: who fits them fits what was, and they must not be read as a ranking of sites.
 * @throws RangeError as {@link choiceLogLikelihood}, or if there is no base.
 */
export function fitTargetChoice(question: TargetChoiceQuestion): TargetChoiceFit {
  const { bases, choices, seed, draws } = question;
  if (bases.length === 0) throw new RangeError('a choice of targets needs at least one base, got none');
  const priors = { ...targetPriors, ...question.priors };
  const standard = priorOf({ normal: { mean: 0, sd: 1 } });
  const fit = fitCoordinates({
    coordinates: [
      { name: 'sizeExponent', prior: priorOf(priors.sizeExponent) },
      { name: 'spread', prior: priorOf(priors.spread) },
      ...bases.map((name) => ({ name, prior: standard })),
    ],
    logLikelihood: choiceLogLikelihood(choices, bases.length),
    seed,
    entity: 'target choice',
    ...(draws === undefined ? {} : { draws }),
  });
  const [sizeExponent, spread, ...standardEffects] = fit.parameters;
  const prior = { law: effectLaw(priors.spread), coordinateOf: (value: number) => value };
  const effects = standardEffects.map(({ name, draws: column }) =>
    fittedParameter(`effect.${name}`, { prior, draws: column.map((value, row) => value * spread!.draws[row]!) }),
  );
  const rows = spread!.draws.length;
  const tasteAt = (row: number): TargetTaste => {
    if (!(row in spread!.draws)) throw new RangeError(`row must be below ${rows}, got ${row}`);
    return { sizeExponent: sizeExponent!.draws[row]!, effects: effects.map(({ draws: column }) => column[row]!) };
  };
  return {
    parameters: [sizeExponent!, spread!, ...effects],
    tasteAt,
    meanShares: (options) => {
      const sums = options.map(() => 0);
      for (let row = 0; row < rows; row++) {
        targetShares(options, tasteAt(row)).forEach((share, k) => (sums[k]! += share / rows));
      }
      return sums;
    },
    draws: rows,
    diagnostics: fit.diagnostics,
  };
}

/** The prior of an effect, a normal law of uncertain spread, as equally likely values. */
function effectLaw(spread: Law): Law {
  const cells = 40;
  const orders = Array.from({ length: cells }, (_, k) => (k + 0.5) / cells);
  const normal = quantileOf({ normal: { mean: 0, sd: 1 } });
  const sd = quantileOf(spread);
  const values = orders.flatMap((u) => orders.map((v) => sd(u) * normal(v)));
  return { empirical: values.sort((a, b) => a - b) };
}
