import { quickBetaQuantile } from './beta-quantile.js';
import type { LawForm } from './law-form.js';
import { modeFaults } from './rules.js';

export type PertParameters = { readonly low: number; readonly mode: number; readonly high: number };

/** A beta law stretched from low to high, with shape 4: α = 1 + 4 (mode − low)/(high − low), α + β = 6. */
export const pert: LawForm<PertParameters> = {
  faults: modeFaults,
  quantile: (parameters) => {
    const { low, high } = parameters;
    if (low === high) return () => low;
    const share = quickBetaQuantile(pertShapes(parameters));
    return (u) => Math.min(high, low + (high - low) * share(u));
  },
  support: ({ low, high }) => ({ low, high }),
  mean: ({ low, mode, high }) => (low + 4 * mode + high) / 6,
  describe: ({ low, mode, high }) => `PERT between ${low} and ${high}, most likely ${mode}`,
};

/** The shapes of the beta law behind a PERT law with low < high. */
export function pertShapes({ low, mode, high }: PertParameters): { alpha: number; beta: number } {
  const width = high - low;
  return { alpha: 1 + (4 * (mode - low)) / width, beta: 1 + (4 * (high - mode)) / width };
}
