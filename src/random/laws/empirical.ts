import type { LawForm } from './law-form.js';
import { finiteFaults } from './rules.js';

/** One of the listed values, each as likely as the others; a value listed twice is twice as likely. */
export const empirical: LawForm<readonly number[]> = {
  faults: (values) => {
    if (values.length === 0) return ['empirical must have at least one value, got none'];
    return values.flatMap((value, i) => finiteFaults({ [`value ${i + 1}`]: value }));
  },
  // The inverse of the empirical distribution function (type 1 of Hyndman and Fan): nothing between two values.
  quantile: (values) => {
    const sorted = Float64Array.from(values).sort();
    return (u) => sorted[Math.max(0, Math.ceil(u * sorted.length) - 1)]!;
  },
  support: (values) => {
    const sorted = Float64Array.from(values).sort();
    return { low: sorted[0]!, high: sorted.at(-1)! };
  },
  mean: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  describe: (values) => {
    if (values.length === 1) return `always ${values[0]}`;
    const { low, high } = empirical.support(values);
    return `one of ${values.length} listed values from ${low} to ${high}`;
  },
};
