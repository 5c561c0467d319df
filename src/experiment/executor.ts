import type { CompiledScenario } from '../model/compile.js';
import { openRunner, type Chunk, type Span, type Wanted } from './run-replications.js';
import { openSpanQueue, type SpanQueue } from './span-queue.js';

/** Replications 0 … n − 1 of one scenario and seed, or of a past. */
export interface Job extends Wanted {
  readonly compiled: CompiledScenario;
  readonly n: number;
  /** What of them is still to be run, in order; all without it. */
  readonly todo?: readonly Span[];
}

/** The replications that a job still has to run. */
export function queueOf({ n, todo = [{ from: 0, to: n }] }: Job): SpanQueue {
  return openSpanQueue(todo);
}

/** Runs a job and gives its chunks as they are done, in any order; the numbers are the same whoever runs it. */
export type Executor = (job: Job) => AsyncIterable<Chunk> | Iterable<Chunk>;

/** The executor of this thread: chunks of `chunkSize` replications, one after another. */
export function inlineExecutor(chunkSize = 25): (job: Job) => Iterable<Chunk> {
  return function* (job) {
    const run = openRunner(job.compiled, job);
    const queue = queueOf(job);
    for (let span = queue.next(chunkSize); span; span = queue.next(chunkSize)) yield run(span);
  };
}
