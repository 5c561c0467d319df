import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { cutQuantile, cutShares, describeCut, keptFaults, positiveBoundFaults, type Cut, type Whole } from './cut.js';
import type { LawForm } from './law-form.js';
import { positiveFaults } from './rules.js';

/** By its 5th and 95th percentile, its median and the sd of its logarithm, or its mean and sd; all of the uncut law. */
export type LognormalParameters = (
  | { readonly p5: number; readonly p95: number }
  | { readonly median: number; readonly sigma: number }
  | { readonly mean: number; readonly sd: number }
) &
  Cut;

/** A positive number whose logarithm is normal. */
export const lognormal: LawForm<LognormalParameters> = {
  faults: (parameters) => {
    const faults = [...shapeFaults(parameters), ...positiveBoundFaults(parameters)];
    return faults.length > 0 ? faults : keptFaults(whole(parameters), parameters);
  },
  quantile: (parameters) => cutQuantile(whole(parameters), parameters),
  support: ({ low = 0, high = Infinity }) => ({ low: Math.max(0, low), high }),
  /** exp(μ + σ²/2), times (Φ(b − σ) − Φ(a − σ))/(Φ(b) − Φ(a)) for bounds a and b in standard units of the logarithm. */
  mean: (parameters) => {
    const { low, high } = parameters;
    if (low !== undefined && low === high) return low;
    const { mu, sigma } = logMoments(parameters);
    // Weighting a lognormal by its value shifts μ by σ².
    const weighted = { mu: mu + sigma * sigma, sigma };
    const share = cutShares(wholeOf(weighted), parameters).kept / cutShares(whole(parameters), parameters).kept;
    return Math.exp(mu + (sigma * sigma) / 2) * share;
  },
  describe: (parameters) => `lognormal, ${describeShape(parameters)}${describeCut(parameters)}`,
};

/** Mean and sd of the logarithm of the uncut law. */
export function logMoments(parameters: LognormalParameters): { mu: number; sigma: number } {
  if ('p5' in parameters) {
    const [logP5, logP95] = [Math.log(parameters.p5), Math.log(parameters.p95)];
    return { mu: (logP5 + logP95) / 2, sigma: (logP95 - logP5) / (2 * z95) };
  }
  if ('median' in parameters) return { mu: Math.log(parameters.median), sigma: parameters.sigma };
  const variance = Math.log1p((parameters.sd / parameters.mean) ** 2);
  return { mu: Math.log(parameters.mean) - variance / 2, sigma: Math.sqrt(variance) };
}

const z95 = normalQuantile(0.95, 0, 1);

function whole(parameters: LognormalParameters): Whole {
  return wholeOf(logMoments(parameters));
}

function wholeOf({ mu, sigma }: { mu: number; sigma: number }): Whole {
  const [logQuantile, logCdf] = [normalQuantile.factory(mu, sigma), normalCdf.factory(mu, sigma)];
  return { quantile: (u) => Math.exp(logQuantile(u)), cdf: (x) => (x > 0 ? logCdf(Math.log(x)) : 0) };
}

function shapeFaults(parameters: LognormalParameters): string[] {
  if ('median' in parameters) return positiveFaults({ median: parameters.median, sigma: parameters.sigma });
  if ('mean' in parameters) return positiveFaults({ mean: parameters.mean, sd: parameters.sd });
  const { p5, p95 } = parameters;
  const faults = positiveFaults({ p5, p95 });
  if (faults.length > 0 || p5 < p95) return faults;
  return [`p5 must be less than p95, got p5 ${p5} and p95 ${p95}`];
}

function describeShape(parameters: LognormalParameters): string {
  if ('p5' in parameters) return `90 % between ${parameters.p5} and ${parameters.p95}`;
  if ('median' in parameters) return `median ${parameters.median}, sd of the logarithm ${parameters.sigma}`;
  return `mean ${parameters.mean}, sd ${parameters.sd}`;
}
