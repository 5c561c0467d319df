import seedrandom from 'seedrandom';

/** A named stream of numbers strictly between 0 and 1. */
export function uniformSource(name: string): () => number {
  const stream = seedrandom.alea(name);
  return () => ((stream.int32() >>> 0) + 0.5) / 2 ** 32;
}
