import type { LawForm } from './law-form.js';
import { finiteFaults } from './rules.js';

/** Values with their weights, which need not add up to 1. */
export type ChoiceParameters = readonly { readonly value: number; readonly weight: number }[];

/** One of a few values. The quantile function takes them in order of size, so that it never decreases. */
export const choice: LawForm<ChoiceParameters> = {
  faults: (options) => {
    if (options.length === 0) return ['choice must have at least one value, got none'];
    const faults = options.flatMap(({ value, weight }, i) => [
      ...finiteFaults({ [`value ${i + 1}`]: value, [`weight ${i + 1}`]: weight }),
      ...(weight < 0 && weight > -Infinity ? [`weight ${i + 1} must be at least 0, got ${weight}`] : []),
    ]);
    if (faults.length > 0 || totalWeight(options) > 0) return faults;
    return ['choice must have a weight above 0, got only zeros'];
  },
  quantile: (options) => {
    const sorted = possible(options).sort((a, b) => a.value - b.value);
    const total = totalWeight(sorted);
    let running = 0;
    const steps = sorted.map(({ value, weight }) => ({ value, upTo: (running += weight) / total }));
    const greatest = steps.at(-1)!.value;
    return (u) => steps.find(({ upTo }) => u <= upTo)?.value ?? greatest;
  },
  support: (options) => {
    const values = possible(options).map(({ value }) => value);
    return { low: Math.min(...values), high: Math.max(...values) };
  },
  mean: (options) => options.reduce((sum, { value, weight }) => sum + value * weight, 0) / totalWeight(options),
  describe: (options) => {
    const total = totalWeight(options);
    const share = (weight: number) => `${Number(((100 * weight) / total).toPrecision(3))} %`;
    return `one of ${options.map(({ value, weight }) => `${value} (${share(weight)})`).join(', ')}`;
  },
};

function possible(options: ChoiceParameters) {
  return options.filter(({ weight }) => weight > 0);
}

function totalWeight(options: ChoiceParameters): number {
  return options.reduce((sum, { weight }) => sum + weight, 0);
}
