import seedrandom from 'seedrandom';

/** Gives numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** An independent stream for each name. */
export function stream(name: string): Random {
  return seedrandom.alea(name);
}

/** Exponential waiting time, mean 1/rate. */
export function exponential(random: Random, rate: number): number {
  return -Math.log(1 - random()) / rate;
}

/** Failures before the first success of probability `success`: 0, 1, 2, … */
export function geometric(random: Random, success: number): number {
  return Math.floor(Math.log(1 - random()) / Math.log(1 - success));
}

/** Poisson count for small means: the arrivals of a unit-rate process before `mean`. */
export function poisson(random: Random, mean: number): number {
  let count = 0;
  for (let time = exponential(random, 1); time < mean; time += exponential(random, 1)) count++;
  return count;
}

/** An index drawn with the given probabilities, which sum to 1. */
export function categorical(random: Random, probabilities: readonly number[]): number {
  let rest = random();
  for (const [index, probability] of probabilities.entries()) {
    rest -= probability;
    if (rest < 0) return index;
  }
  return probabilities.length - 1;
}
