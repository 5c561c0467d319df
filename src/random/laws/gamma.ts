import gammaCdf from '@stdlib/stats-base-dists-gamma-cdf';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import { cutQuantile, cutShares, describeCut, keptFaults, positiveBoundFaults, type Cut, type Whole } from './cut.js';
import type { LawForm } from './law-form.js';
import { positiveFaults } from './rules.js';
import { smoothQuantile } from './smooth-quantile.js';

/** By its mean and sd or its shape and scale, all of the uncut law. */
export type GammaParameters = (
  { readonly mean: number; readonly sd: number } | { readonly shape: number; readonly scale: number }
) &
  Cut;

/** A positive number: a sum of waiting times, when the shape is whole. */
export const gamma: LawForm<GammaParameters> = {
  faults: (parameters) => {
    const shapeFaults =
      'shape' in parameters
        ? positiveFaults({ shape: parameters.shape, scale: parameters.scale })
        : positiveFaults({ mean: parameters.mean, sd: parameters.sd });
    const faults = [...shapeFaults, ...positiveBoundFaults(parameters)];
    return faults.length > 0 ? faults : keptFaults(wholeOf(gammaShape(parameters)), parameters);
  },
  quantile: (parameters) => smoothQuantile(cutQuantile(wholeOf(gammaShape(parameters)), parameters)),
  support: ({ low = 0, high = Infinity }) => ({ low: Math.max(0, low), high }),
  /** kθ, times (F(high) − F(low)) at shape k + 1 over the same at shape k where cut. */
  mean: (parameters) => {
    const { low, high } = parameters;
    if (low !== undefined && low === high) return low;
    const { shape, scale } = gammaShape(parameters);
    // Weighting a gamma law by its value adds 1 to its shape.
    const weighted = cutShares(wholeOf({ shape: shape + 1, scale }), parameters).kept;
    return (shape * scale * weighted) / cutShares(wholeOf({ shape, scale }), parameters).kept;
  },
  describe: (parameters) =>
    ('shape' in parameters
      ? `gamma, shape ${parameters.shape}, scale ${parameters.scale}`
      : `gamma, mean ${parameters.mean}, sd ${parameters.sd}`) + describeCut(parameters),
};

/** Shape and scale of the uncut law: k = (mean/sd)², θ = sd²/mean. */
export function gammaShape(parameters: GammaParameters): { shape: number; scale: number } {
  if ('shape' in parameters) return { shape: parameters.shape, scale: parameters.scale };
  const { mean, sd } = parameters;
  return { shape: (mean / sd) ** 2, scale: (sd * sd) / mean };
}

/** P(X ≤ x) of the uncut law. */
export function gammaShareBelow(parameters: GammaParameters): (x: number) => number {
  return wholeOf(gammaShape(parameters)).cdf;
}

function wholeOf({ shape, scale }: { shape: number; scale: number }): Whole {
  const cdf = gammaCdf.factory(shape, 1 / scale);
  return { quantile: gammaQuantile.factory(shape, 1 / scale), cdf: (x) => (x > 0 ? cdf(x) : 0) };
}
