import type { CompiledScenario } from '../model/compile.js';
import { openRunner, type Chunk, type Futures } from './run-replications.js';

/** Replications 0 … n − 1 of one scenario and seed, or of a past. */
export interface Job extends Futures {
  readonly compiled: CompiledScenario;
  readonly n: number;
}

/** Runs a job and gives its chunks as they are done, in any order; the numbers are the same whoever runs it. */
export type Executor = (job: Job) => AsyncIterable<Chunk> | Iterable<Chunk>;

/** The executor of this thread: chunks of `chunkSize` replications, one after another. */
export function inlineExecutor(chunkSize = 25): (job: Job) => Iterable<Chunk> {
  return function* ({ compiled, n, ...futures }) {
    const run = openRunner(compiled, futures);
    for (let from = 0; from < n; from += chunkSize) yield run({ from, to: Math.min(n, from + chunkSize) });
  };
}
