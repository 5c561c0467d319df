import type { Metric, Strategy } from '../../../src/experiment/compare/index.js';

/** A strategy whose outcomes are written out; nobody dies in it unless told otherwise. */
export function madeUpStrategy(key: string, outcomes: Readonly<Record<string, readonly number[]>>): Strategy {
  const n = Math.max(...Object.values(outcomes).map((values) => values.length));
  const constant = (value: number) => new Array<number>(n).fill(value);
  const all = { killed: constant(0), firstFatalDay: constant(NaN), capped: constant(0), ...outcomes };
  return {
    key,
    name: key,
    title: `Scenario ${key}`,
    n,
    horizonDays: 100,
    outcomes: Object.fromEntries(Object.entries(all).map(([name, values]) => [name, Float64Array.from(values)])),
  };
}

export const attacks: Metric = {
  name: 'attacks',
  words: 'attacks',
  unit: 'attacks',
  numerator: 'attacks',
  scale: 1,
  better: 'lower',
  indifference: 0,
};
