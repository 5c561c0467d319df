import seedrandom from 'seedrandom';

/** A source of the laws the coverage tests draw from, named so that each test has its own fixed numbers. */
export interface Luck {
  readonly uniform: () => number;
  readonly exponential: () => number;
  readonly normal: () => number;
}

export function luckOf(name: string): Luck {
  const uniform = seedrandom.alea(name);
  const exponential = () => -Math.log1p(-uniform());
  const normal = () => Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * uniform());
  return { uniform, exponential, normal };
}

/** Standard errors by which the share of `runs` intervals that hold the truth differs from the `expected` share. */
export function coverageZ(about: {
  readonly expected: number;
  readonly runs: number;
  readonly truth: number;
  readonly interval: () => { readonly low: number; readonly high: number };
}): number {
  const { expected, runs, truth, interval } = about;
  let held = 0;
  for (let run = 0; run < runs; run++) {
    const { low, high } = interval();
    if (low <= truth && truth <= high) held++;
  }
  return (held / runs - expected) / Math.sqrt((expected * (1 - expected)) / runs);
}

export function sampleOf(n: number, draw: () => number): Float64Array {
  return Float64Array.from({ length: n }, draw);
}
