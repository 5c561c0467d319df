import type { LawForm } from './law-form.js';
import { modeFaults } from './rules.js';

export type TriangularParameters = { readonly low: number; readonly mode: number; readonly high: number };

/** A density that rises in a straight line from low to mode and falls in a straight line to high. */
export const triangular: LawForm<TriangularParameters> = {
  faults: modeFaults,
  quantile: ({ low, mode, high }) => {
    const width = high - low;
    if (width === 0) return () => low;
    const risingShare = (mode - low) / width;
    return (u) => {
      const value =
        u < risingShare ? low + Math.sqrt(u * width * (mode - low)) : high - Math.sqrt((1 - u) * width * (high - mode));
      return Math.min(high, Math.max(low, value));
    };
  },
  support: ({ low, high }) => ({ low, high }),
  mean: ({ low, mode, high }) => (low + mode + high) / 3,
  describe: ({ low, mode, high }) => `triangular between ${low} and ${high}, most likely ${mode}`,
};
