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
}

/** Fewer give no interval, and are not kept unless no more were asked for. */
const fewestKept = 2;

/**
 * Runs a job chunk by chunk. When the signal is aborted it stops, and gives the replications done without a gap from 0;
 * undefined where these are too few to say anything.
 */
export async function runReplicationsLive(live: LiveJob): Promise<Results | undefined> {
  const { compiled, seed, n, executor, signal, work, onChunk } = live;
  if (signal.aborted) return undefined;
  const assembly = new Assembly(compiled, seed);
  for (const chunk of work?.found ?? []) assembly.add(chunk);
  const todo = missingSpans(work?.found ?? [], n);
  try {
    for await (const chunk of executor({ compiled, seed, n, todo })) {
      assembly.add(chunk);
      work?.keep(chunk);
      onChunk(chunk);
      // A turn of the event loop, in which Ctrl-C is heard.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) break;
    }
  } finally {
    // What lies behind a gap is no result, but done: the next run need not do it again.
    if (assembly.prefix < n) work?.flush();
  }
  const kept = Math.min(n, assembly.prefix);
  return kept < Math.min(fewestKept, n) ? undefined : assembly.results(kept);
}
