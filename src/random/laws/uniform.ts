import type { LawForm } from './law-form.js';
import { finiteFaults, orderFaults } from './rules.js';

export type UniformParameters = { readonly low: number; readonly high: number };

/** Every value between the bounds alike. */
export const uniform: LawForm<UniformParameters> = {
  faults: ({ low, high }) => {
    const faults = finiteFaults({ low, high });
    return faults.length > 0 ? faults : orderFaults({ low, high });
  },
  quantile: ({ low, high }) => (low === high ? () => low : (u) => Math.min(high, low + u * (high - low))),
  support: ({ low, high }) => ({ low, high }),
  mean: ({ low, high }) => low + (high - low) / 2,
  describe: ({ low, high }) => `uniform between ${low} and ${high}`,
};
