import { performance } from 'node:perf_hooks';
import type { Results } from '../experiment/results.js';
import type { Past } from '../model/luck.js';
import { executorFor } from './choose-executor.js';
import type { LoadedWithClaims } from './load-with-claims.js';
import { duration, figure } from './number-text.js';
import { openProgressLine } from './progress-line.js';
import { runReplicationsLive } from './run-replications-live.js';
import { scenarioHash } from './scenario-hash.js';
import type { Terminal } from './terminal.js';
import { openWorkFolder, type WorkFolder } from './work-folder.js';

interface ComparedRun {
  readonly loaded: LoadedWithClaims;
  readonly seed: number;
  readonly past: Past | undefined;
  readonly n: number;
  readonly workers: number | 'auto';
  readonly quiet: boolean;
  /** Folder of the results, in which work is kept. */
  readonly parent: string;
}

export interface ComparedResults {
  /** By the text of `than.scenario`. */
  readonly results: ReadonlyMap<string, Results>;
  /** What is kept on disk of them. */
  readonly work: readonly WorkFolder[];
  /** Ctrl-C came before all of them were done. */
  readonly interrupted: boolean;
}

/** Simulates each scenario that claims compare with, once, with the same seed and as many replications: the same luck. */
export async function runCompared(
  { loaded, seed, past, n, workers, quiet, parent }: ComparedRun,
  terminal: Terminal,
): Promise<ComparedResults> {
  const results = new Map<string, Results>();
  const work: WorkFolder[] = [];
  let interrupted = false;
  for (const other of new Set(loaded.compared.values())) {
    const before = performance.now();
    const kept = openWorkFolder({
      parent,
      compiled: other.compiled,
      hash: past ? scenarioHash(other.compiled.scenario, past) : other.hash,
      seed,
      past,
      leastWaitSeconds: terminal.keepWorkAfterSeconds,
    });
    work.push(kept);
    const progress = openProgressLine({
      output: terminal.stderr,
      compiled: other.compiled,
      n,
      quiet,
      found: kept.found,
    });
    const found = await runReplicationsLive({
      compiled: other.compiled,
      seed,
      past,
      n,
      executor: executorFor(workers),
      work: kept,
      signal: terminal.signal,
      onRows: progress.add,
    }).finally(progress.end);
    if (!found || found.n < n) {
      interrupted = true;
      break;
    }
    const seconds = (performance.now() - before) / 1000;
    if (!quiet) terminal.stderr.write(`${figure(n)} replications of ${other.named} in ${duration(seconds)}\n`);
    for (const [named, same] of loaded.compared) if (same === other) results.set(named, found);
  }
  return { results, work, interrupted };
}
