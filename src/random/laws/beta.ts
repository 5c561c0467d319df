import { quickBetaQuantile } from './beta-quantile.js';
import type { LawForm } from './law-form.js';
import { finiteFaults, positiveFaults } from './rules.js';

export type BetaParameters =
  { readonly mean: number; readonly sd: number } | { readonly alpha: number; readonly beta: number };

/** A share between 0 and 1. */
export const beta: LawForm<BetaParameters> = {
  faults: (parameters) => {
    if ('alpha' in parameters) return positiveFaults({ alpha: parameters.alpha, beta: parameters.beta });
    const { mean, sd } = parameters;
    const faults = [...finiteFaults({ mean }), ...positiveFaults({ sd })];
    if (faults.length > 0) return faults;
    if (mean <= 0 || mean >= 1) return [`mean must be more than 0 and less than 1, got ${mean}`];
    const widest = Math.sqrt(mean * (1 - mean));
    if (sd < widest) return [];
    return [`sd must be less than ${Number(widest.toPrecision(4))} for a share of mean ${mean}, got ${sd}`];
  },
  quantile: (parameters) => quickBetaQuantile(betaShapes(parameters)),
  support: () => ({ low: 0, high: 1 }),
  mean: (parameters) => {
    const shapes = betaShapes(parameters);
    return shapes.alpha / (shapes.alpha + shapes.beta);
  },
  describe: (parameters) =>
    'alpha' in parameters
      ? `beta, alpha ${parameters.alpha}, beta ${parameters.beta}`
      : `beta, mean ${parameters.mean}, sd ${parameters.sd}`,
};

/** The shapes of a beta law given by its moments: α + β = mean (1 − mean)/sd² − 1. */
export function betaShapes(parameters: BetaParameters): { alpha: number; beta: number } {
  if ('alpha' in parameters) return parameters;
  const { mean, sd } = parameters;
  const total = (mean * (1 - mean)) / (sd * sd) - 1;
  return { alpha: mean * total, beta: (1 - mean) * total };
}
