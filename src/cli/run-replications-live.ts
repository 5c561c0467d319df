import { Assembly } from '../experiment/assemble.js';
import type { Executor, Job } from '../experiment/executor.js';
import type { Results } from '../experiment/results.js';
import type { Chunk } from '../experiment/run-replications.js';

interface LiveJob extends Job {
  readonly executor: Executor;
  readonly signal: AbortSignal;
  readonly onChunk: (chunk: Chunk) => void;
  /** Told every chunk; says how many replications are enough once that is known, and the rest is left. */
  readonly enough?: (chunk: Chunk) => number | undefined;
}

/** Fewer give no interval, and are not kept unless no more were asked for. */
const fewestKept = 2;

/**
 * Runs a job chunk by chunk. When the signal is aborted it stops, and gives the replications done without a gap from 0;
 * undefined where these are too few to say anything.
 */
export async function runReplicationsLive(live: LiveJob): Promise<Results | undefined> {
  const { compiled, seed, past, n, executor, signal, onChunk, enough } = live;
  if (signal.aborted) return undefined;
  const assembly = new Assembly(compiled, { seed, past });
  for await (const chunk of executor({ compiled, seed, past, n })) {
    assembly.add(chunk);
    onChunk(chunk);
    const stop = enough?.(chunk);
    if (stop !== undefined) return assembly.results(stop);
    // A turn of the event loop, in which Ctrl-C is heard.
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) break;
  }
  const kept = assembly.prefix;
  return kept < Math.min(fewestKept, n) ? undefined : assembly.results(kept);
}
