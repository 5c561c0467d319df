import { Assembly } from '../experiment/assemble.js';
import type { Executor, Job } from '../experiment/executor.js';
import type { Results } from '../experiment/results.js';
import type { Chunk } from '../experiment/run-replications.js';
import { missingSpans } from '../experiment/span-queue.js';
import type { WorkFolder } from './work-folder.js';

interface LiveJob extends Job {
  readonly executor: Executor;
  readonly signal: AbortSignal;
  /** Where it is kept what is done, and what an earlier run did. */
  readonly work?: WorkFolder;
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
  const { compiled, seed, past, n, executor, signal, work, onChunk, enough } = live;
  if (signal.aborted) return undefined;
  const assembly = new Assembly(compiled, { seed, past });
  const found = (work?.found ?? []).filter(({ from }) => from < n).map((chunk) => firstOf(chunk, n));
  for (const chunk of found) {
    assembly.add(chunk);
    const stop = enough?.(chunk);
    if (stop !== undefined) return assembly.results(stop);
  }
  const todo = missingSpans(found, n);
  try {
    for await (const chunk of executor({ compiled, seed, past, n, todo })) {
      assembly.add(chunk);
      work?.keep(chunk);
      const stop = enough?.(chunk);
      onChunk(chunk);
      if (stop !== undefined) return assembly.results(stop);
      // A turn of the event loop, in which Ctrl-C is heard.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) break;
    }
  } finally {
    // What lies behind a gap is no result, but done: the next run need not do it again.
    if (assembly.prefix < n) work?.flush();
  }
  const done = assembly.prefix;
  const kept = compiled.antithetic ? done - (done % 2) : done;
  return kept < Math.min(fewestKept, n) ? undefined : assembly.results(kept);
}

/** A chunk without the replications from n on: an earlier run may have been asked for more. */
function firstOf(chunk: Chunk, n: number): Chunk {
  const { from, to } = chunk;
  if (to <= n) return chunk;
  const kept = (all: Float64Array): Float64Array => all.subarray(0, (all.length / (to - from)) * (n - from));
  return {
    from,
    to: n,
    values: kept(chunk.values),
    weeklyAttacks: kept(chunk.weeklyAttacks),
    weeklyPersonAttacks: kept(chunk.weeklyPersonAttacks),
    weeklyPersonDays: kept(chunk.weeklyPersonDays),
    failures: chunk.failures.filter(({ replication }) => replication < n),
  };
}
