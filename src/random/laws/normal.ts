import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { boundFaults, cutQuantile, cutShares, describeCut, keptFaults, type Cut, type Whole } from './cut.js';
import type { LawForm } from './law-form.js';
import { finiteFaults, positiveFaults } from './rules.js';

/** `mean` and `sd` are those of the uncut law. */
export type NormalParameters = { readonly mean: number; readonly sd: number } & Cut;

export const normal: LawForm<NormalParameters> = {
  faults: (parameters) => {
    const { mean, sd } = parameters;
    const faults = [...finiteFaults({ mean }), ...positiveFaults({ sd }), ...boundFaults(parameters)];
    return faults.length > 0 ? faults : keptFaults(whole(parameters), parameters);
  },
  quantile: (parameters) => cutQuantile(whole(parameters), parameters),
  support: ({ low = -Infinity, high = Infinity }) => ({ low, high }),
  /** μ + σ (φ(a) − φ(b))/(Φ(b) − Φ(a)), with a and b the bounds in standard units. */
  mean: (parameters) => {
    const { mean, sd, low, high } = parameters;
    if (low !== undefined && low === high) return low;
    const density = (bound: number | undefined) => (bound === undefined ? 0 : standardDensity((bound - mean) / sd));
    return mean + (sd * (density(low) - density(high))) / cutShares(whole(parameters), parameters).kept;
  },
  describe: (parameters) => `normal, mean ${parameters.mean}, sd ${parameters.sd}${describeCut(parameters)}`,
};

function whole({ mean, sd }: NormalParameters): Whole {
  return { quantile: normalQuantile.factory(mean, sd), cdf: normalCdf.factory(mean, sd) };
}

function standardDensity(z: number): number {
  return Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);
}
