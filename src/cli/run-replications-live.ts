import { Assembly, type RowStore } from '../experiment/assemble.js';
import type { Executor, Job } from '../experiment/executor.js';
import type { Results } from '../experiment/results.js';
import type { Rows } from '../experiment/rows.js';
import { missingSpans } from '../experiment/span-queue.js';
import type { WorkFolder } from './work-folder.js';

interface LiveJob extends Job {
  readonly executor: Executor;
  readonly signal: AbortSignal;
  /** Where it is kept what is done, and what an earlier run did. */
  readonly work?: WorkFolder;
  /** Where rows are kept without such a folder; in memory without either. */
  readonly store?: RowStore;
  readonly onRows: (rows: Rows) => void;
  /** Told all rows; says how many replications are enough once that is known, and the rest is left. */
  readonly enough?: (rows: Rows) => number | undefined;
}

/** Fewer give no interval, and are not kept unless no more were asked for. */
const fewestKept = 2;

/**
 * Runs a job chunk by chunk. When the signal is aborted it stops, and gives the replications done without a gap from 0;
 * undefined where these are too few to say anything.
 */
export async function runReplicationsLive(live: LiveJob): Promise<Results | undefined> {
  const { compiled, seed, past, detailed, n, executor, signal, work, store, onRows, enough } = live;
  if (signal.aborted) return undefined;
  const assembly = new Assembly(compiled, { seed, past }, work ?? store);
  const found = (work?.found ?? []).filter(({ from }) => from < n);
  for (const rows of found) {
    const stop = enough?.({ ...rows, to: Math.min(rows.to, n) });
    if (stop !== undefined) return assembly.results(stop);
  }
  try {
    for await (const chunk of executor({ compiled, seed, past, detailed, n, todo: missingSpans(found, n) })) {
      const rows = assembly.add(chunk);
      const stop = enough?.(rows);
      onRows(rows);
      if (stop !== undefined) return assembly.results(stop);
      // A turn of the event loop, in which Ctrl-C is heard.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) break;
    }
  } finally {
    // What lies behind a gap is no result, but done: the next run need not do it again.
    if (assembly.prefix < n) work?.flush();
  }
  // An earlier run may have been asked for more.
  const done = Math.min(n, assembly.prefix);
  const kept = compiled.antithetic ? done - (done % 2) : done;
  return kept < Math.min(fewestKept, n) ? undefined : assembly.results(kept);
}
