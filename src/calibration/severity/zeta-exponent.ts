import { hurwitzZeta } from '../../random/laws/hurwitz-zeta.js';

export interface ZetaExponent {
  /** Of P(K = k) = k^−α/ζ(α), k = 1, 2, …; Infinity if every value is 1. */
  readonly alpha: number;
  readonly logLikelihood: number;
  /** From the observed information; an interval of it would be Wald's, so it is for comparison with the literature only. */
  readonly se: number;
  /** 1 + n/Σ ln(2k): the quick formula of the same paper, biased where values are small. */
  readonly approximate: number;
}

/**
 * The likeliest exponent of whole numbers of 1 and more (Clauset, Shalizi and Newman 2009, equations 3.5 to 3.7).
 * @throws RangeError if there is none, or one is no whole number of at least 1.
 */
export function zetaExponent(values: readonly number[]): ZetaExponent {
  if (values.length === 0) throw new RangeError('an exponent needs at least one value, got none');
  const bad = values.find((value) => !(Number.isInteger(value) && value >= 1));
  if (bad !== undefined) throw new RangeError(`values must be whole numbers of at least 1, got ${bad}`);
  const logs = values.reduce((sum, value) => sum + Math.log(value), 0);
  const approximate = 1 + values.length / (logs + values.length * Math.LN2);
  if (logs === 0) return { alpha: Infinity, logLikelihood: 0, se: NaN, approximate };
  // The derivative −n ζ′/ζ − Σ ln k falls all the way from +∞ at 1, so halving finds its one zero.
  const slope = (alpha: number): number => -values.length * logZetaSlope(alpha) - logs;
  let [low, high] = [1 + 1e-6, 2];
  while (slope(high) > 0) high *= 2;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  const alpha = (low + high) / 2;
  const step = 1e-3;
  const curvature = (logZetaSlope(alpha + step) - logZetaSlope(alpha - step)) / (2 * step);
  return {
    alpha,
    logLikelihood: -values.length * Math.log(hurwitzZeta(alpha, 1)) - alpha * logs,
    se: 1 / Math.sqrt(values.length * curvature),
    approximate,
  };
}

/** d ln ζ/dα by central differences, to about nine digits. */
export function logZetaSlope(alpha: number): number {
  const step = 1e-4 * Math.min(1, alpha - 1);
  return (Math.log(hurwitzZeta(alpha + step, 1)) - Math.log(hurwitzZeta(alpha - step, 1))) / (2 * step);
}
