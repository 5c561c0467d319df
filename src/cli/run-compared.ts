import { performance } from 'node:perf_hooks';
import type { Results } from '../experiment/results.js';
import type { Past } from '../model/luck.js';
import { executorFor } from './choose-executor.js';
import type { LoadedWithClaims } from './load-with-claims.js';
import { duration, figure } from './number-text.js';
import { openProgressLine } from './progress-line.js';
import { runReplicationsLive } from './run-replications-live.js';
import type { Terminal } from './terminal.js';

interface ComparedRun {
  readonly loaded: LoadedWithClaims;
  readonly seed: number;
  readonly past: Past | undefined;
  readonly n: number;
  readonly workers: number | 'auto';
  readonly quiet: boolean;
}

export interface ComparedResults {
  /** By the text of `than.scenario`. */
  readonly results: ReadonlyMap<string, Results>;
  /** Ctrl-C came before all of them were done. */
  readonly interrupted: boolean;
}

/** Simulates each scenario that claims compare with, once, with the same seed and as many replications: the same luck. */
export async function runCompared(
  { loaded, seed, past, n, workers, quiet }: ComparedRun,
  terminal: Terminal,
): Promise<ComparedResults> {
  const results = new Map<string, Results>();
  let interrupted = false;
  for (const other of new Set(loaded.compared.values())) {
    const before = performance.now();
    const progress = openProgressLine({ output: terminal.stderr, compiled: other.compiled, n, quiet });
    const found = await runReplicationsLive({
      compiled: other.compiled,
      seed,
      past,
      n,
      executor: executorFor(workers),
      signal: terminal.signal,
      onChunk: progress.add,
    }).finally(progress.end);
    if (!found || found.n < n) {
      interrupted = true;
      break;
    }
    const seconds = (performance.now() - before) / 1000;
    if (!quiet) terminal.stderr.write(`${figure(n)} replications of ${other.named} in ${duration(seconds)}\n`);
    for (const [named, same] of loaded.compared) if (same === other) results.set(named, found);
  }
  return { results, interrupted };
}
