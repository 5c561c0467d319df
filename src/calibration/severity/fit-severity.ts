import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { hurwitzZeta } from '../../random/laws/hurwitz-zeta.js';
import type { Law } from '../../random/laws/law.js';
import { openStream } from '../../random/stream.js';
import { fitCoordinates } from '../posterior/fit-coordinates.js';
import { fittedParameter, type FittedParameter } from '../posterior/fitted-parameter.js';
import type { Objective } from '../posterior/objective.js';
import { priorOf } from '../posterior/prior.js';
import type { SamplingDiagnostics } from '../posterior/sample-posterior.js';
import { fatalProbability } from './fatal-probability.js';
import { logZetaSlope } from './zeta-exponent.js';

export interface SeverityQuestion {
  /** Coalition dead by attack, of the attacks of which the record tells. */
  readonly killed: readonly number[];
  /** Coalition wounded by attack, likewise. */
  readonly wounded: readonly number[];
  readonly seed: number;
  readonly priors?: Partial<SeverityPriors>;
  readonly draws?: number;
}

export interface SeverityPriors {
  readonly fatalityExponent: Law;
  readonly woundedMean: Law;
  readonly woundedSize: Law;
}

/** The exponent as in `data/model-parameters.csv` (2.1 to 3 nearly surely); the wounded within a factor of ten. */
export const severityPriors: SeverityPriors = {
  fatalityExponent: { normal: { mean: 2.5, sd: 0.25, low: 1.1 } },
  woundedMean: { lognormal: { p5: 0.1, p95: 4 } },
  woundedSize: { lognormal: { p5: 0.05, p95: 3 } },
};

/** The quick severity law's numbers, under the names that a scenario gives them, all told apart from each other. */
export interface SeverityFit {
  /** fatalProbability, fatalityExponent, woundedMean, woundedSize. */
  readonly parameters: readonly FittedParameter[];
  readonly fatalAttacks: number;
  readonly attacks: number;
  /** Of the chains for the last three; fatalProbability has a closed form. */
  readonly diagnostics: SamplingDiagnostics;
}

/**
 * Fits the quick severity law: a coin for fatal from Jeffreys' prior, a zeta law for the dead of a fatal attack, a
 * negative binomial for the wounded of any attack. Of few fatal attacks the exponent stays what its prior says.
 * @throws RangeError where a number is negative or no whole number.
 */
export function fitSeverity(question: SeverityQuestion): SeverityFit {
  const { killed, wounded, seed, draws } = question;
  mustCount(killed, 'killed');
  mustCount(wounded, 'wounded');
  const priors = { ...severityPriors, ...question.priors };
  const dead = killed.filter((count) => count > 0);
  const wishes = draws === undefined ? { seed } : { seed, draws };
  const tail = fitCoordinates({
    coordinates: [{ name: 'fatalityExponent', prior: priorOf(priors.fatalityExponent) }],
    logLikelihood: zetaLogLikelihood(dead),
    entity: 'fatality exponent',
    ...wishes,
  });
  const hurt = fitCoordinates({
    coordinates: [
      { name: 'woundedMean', prior: priorOf(priors.woundedMean) },
      { name: 'woundedSize', prior: priorOf(priors.woundedSize) },
    ],
    logLikelihood: negativeBinomialLogLikelihood(wounded),
    entity: 'wounded',
    ...wishes,
  });
  const rows = tail.parameters[0]!.draws.length;
  const coin = { fatal: dead.length, attacks: killed.length };
  return {
    parameters: [fatalParameter(coin, { seed, rows }), ...tail.parameters, ...hurt.parameters],
    fatalAttacks: coin.fatal,
    attacks: coin.attacks,
    diagnostics: {
      chains: tail.diagnostics.chains,
      rHat: Math.max(tail.diagnostics.rHat, hurt.diagnostics.rHat),
      effectiveSize: Math.min(tail.diagnostics.effectiveSize, hurt.diagnostics.effectiveSize),
      accepted: (tail.diagnostics.accepted + hurt.diagnostics.accepted) / 2,
      betweenImputations: 0,
    },
  };
}

function fatalParameter(
  coin: { readonly fatal: number; readonly attacks: number },
  { seed, rows }: { readonly seed: number; readonly rows: number },
): FittedParameter {
  const { alpha, beta } = fatalProbability(coin);
  const quantile = betaQuantile.factory(alpha, beta);
  const next = openStream({ seed, replication: 0, purpose: 'posterior', entity: 'fatal probability' });
  return fittedParameter('fatalProbability', {
    prior: priorOf({ beta: { alpha: 0.5, beta: 0.5 } }),
    draws: Float64Array.from({ length: rows }, () => quantile(next())),
  });
}

function zetaLogLikelihood(values: readonly number[]): Objective {
  const logs = values.reduce((sum, value) => sum + Math.log(value), 0);
  return ([alpha = NaN], slopes) => {
    slopes[0] = -values.length * logZetaSlope(alpha) - logs;
    return -values.length * Math.log(hurwitzZeta(alpha, 1)) - alpha * logs;
  };
}

/** log P of counts with this mean and size: Γ(k + s)/Γ(s) is the product of s, s + 1, …, s + k − 1. */
export function negativeBinomialLogLikelihood(counts: readonly number[]): Objective {
  return ([mean = NaN, size = NaN], slopes) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    let value = 0;
    let bySize = 0;
    for (const count of counts) {
      for (let i = 0; i < count; i++) {
        value += Math.log(size + i) - Math.log(i + 1);
        bySize += 1 / (size + i);
      }
    }
    const n = counts.length;
    const logShare = Math.log(size / (size + mean));
    value += n * size * logShare + total * Math.log(mean / (size + mean));
    slopes[0] = total / mean - (total + n * size) / (size + mean);
    slopes[1] = bySize + n * (logShare + 1) - (total + n * size) / (size + mean);
    return value;
  };
}

function mustCount(counts: readonly number[], what: string): void {
  const bad = counts.find((count) => !(Number.isInteger(count) && count >= 0));
  if (bad !== undefined) throw new RangeError(`${what} must be whole numbers from 0, got ${bad}`);
}
