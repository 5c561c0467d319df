import { requireStationary } from './hawkes-process.js';

/** Below this the tail is summed upwards: one minus the rest would have lost its digits. */
const SMALL_TAIL = 1e-4;

/**
 * P(size = k) for k = 1 … largest, at index k − 1: the size of the family that one unprovoked event founds, itself
 * included, when each event provokes Poisson(n) others. e^{−nk}(nk)^{k−1}/k! (Borel 1942; Otter 1949; Dwass 1969).
 */
export function borelProbabilities(branching: number, largest: number): number[] {
  const probabilities: number[] = [];
  let probability = Math.exp(-branching);
  for (let size = 1; size <= largest; size++) {
    probabilities.push(probability);
    probability *= nextOverThis(branching, size);
  }
  return probabilities;
}

/** Mean 1/(1−n) and variance n/(1−n)³ of the family size. Throws a RangeError if n ≥ 1. */
export function borelMoments(branching: number): { readonly mean: number; readonly variance: number } {
  requireStationary(branching);
  return { mean: 1 / (1 - branching), variance: branching / (1 - branching) ** 3 };
}

/** P(size ≥ k). Throws a RangeError if n ≥ 1, where families may be endless. */
export function borelTail(branching: number, atLeast: number): number {
  requireStationary(branching);
  const smaller = borelProbabilities(branching, atLeast - 1).reduce((sum, p) => sum + p, 0);
  return 1 - smaller > SMALL_TAIL ? 1 - smaller : sumUpwards(branching, atLeast);
}

function sumUpwards(branching: number, from: number): number {
  let probability = borelProbabilities(branching, from).at(-1) ?? 0;
  let sum = 0;
  for (let size = from; sum + probability > sum; size++) {
    sum += probability;
    probability *= nextOverThis(branching, size);
  }
  return sum;
}

/** The ratio of neighbouring probabilities needs no factorial. */
function nextOverThis(branching: number, size: number): number {
  return branching * Math.exp(-branching) * (1 + 1 / size) ** (size - 1);
}
