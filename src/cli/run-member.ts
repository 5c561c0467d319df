import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Results } from '../experiment/results.js';
import { executorFor } from './choose-executor.js';
import type { ComparedMember } from './compared-member.js';
import { counted, duration, figure } from './number-text.js';
import type { OutputFolder } from './output-folder.js';
import { openProgressLine } from './progress-line.js';
import { runReplicationsLive } from './run-replications-live.js';
import type { Terminal } from './terminal.js';
import { openWorkFolder, type WorkFolder } from './work-folder.js';

interface RunningMember {
  readonly member: ComparedMember;
  readonly seed: number;
  readonly n: number;
  readonly workers: number | 'auto';
  readonly quiet: boolean;
  readonly folder: OutputFolder;
  /** It has been looked at with fewer replications in this run. */
  readonly goesOn: boolean;
}

export interface RanMember {
  readonly member: ComparedMember;
  readonly results: Results;
  readonly work: WorkFolder;
  readonly started: string;
  readonly seconds: number;
}

/** Runs one scenario of a comparison, on top of what is kept of it. Undefined where it was interrupted. */
export async function runMember(running: RunningMember, terminal: Terminal): Promise<RanMember | undefined> {
  const { member, seed, n, workers, quiet, folder, goesOn } = running;
  const { key, hash, compiled } = member;
  const started = new Date().toISOString();
  const before = performance.now();
  const work = openWorkFolder({
    parent: dirname(folder.path),
    compiled,
    hash,
    seed,
    leastWaitSeconds: terminal.keepWorkAfterSeconds,
  });
  if (!quiet && !goesOn) tellFound(work, { key, n, terminal });
  const { found } = work;
  const progress = openProgressLine({ output: terminal.stderr, compiled, n, quiet, label: key, found });
  const results = await runReplicationsLive({
    compiled,
    seed,
    n,
    executor: executorFor(workers),
    work,
    signal: terminal.signal,
    onRows: progress.add,
  }).finally(progress.end);
  if (!results || results.n < n) {
    work.close();
    return undefined;
  }
  const seconds = (performance.now() - before) / 1000;
  if (!quiet) terminal.stderr.write(`${key}: ${counted(n, 'replication')} in ${duration(seconds)}\n`);
  return { member, results, work, started, seconds };
}

/** Says where a scenario goes on, and what of its earlier work could not be used. */
function tellFound(
  { found, remarks }: WorkFolder,
  { key, n, terminal }: { readonly key: string; readonly n: number; readonly terminal: Terminal },
): void {
  for (const remark of remarks) terminal.stderr.write(`${key}: ${remark}\n`);
  const done = found.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, n) - from), 0);
  if (done > 0) terminal.stderr.write(`${key}: continuing, ${figure(done)} of ${figure(n)} replications were done\n`);
}
