import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { missingSpans } from '../experiment/span-queue.js';
import { chunkRows, joinedRows } from '../experiment/rows.js';
import { UserFault } from '../model/scenario/fault.js';
import { readDesignJobs } from './design/design-jobs.js';
import { runDesignShard } from './design/run-design-shard.js';
import { executorFor } from './choose-executor.js';
import { errorCode } from './error-code.js';
import { exitCode } from './exit-code.js';
import { compiledJobs, readJobList, shardAt } from './job-list.js';
import { headerOfShard, shardName, staleRule } from './job-shards.js';
import { counted, duration } from './number-text.js';
import { openShard, writeShard, type OpenShard } from './shard-file.js';
import { openScratchStore } from './spilling-store.js';
import type { Terminal } from './terminal.js';

export interface ShardOptions {
  readonly jobs: string;
  readonly index: number;
  readonly workers: number | 'auto';
  readonly out: string;
  readonly quiet: boolean;
}

/** `garrison shard`: runs one piece of a job list into one file, unless the file is there and sound. */
export async function runShard(options: ShardOptions, terminal: Terminal): Promise<number> {
  const { jobs, index, workers, out, quiet } = options;
  const design = await readDesignJobs(jobs, terminal.cwd);
  if (design) return runDesignShard(design, options, terminal);
  const list = readJobList(jobs, terminal.cwd);
  if (index >= list.shards) {
    const rule = `must be from 0 to ${list.shards - 1}, the shards of ${jobs}`;
    throw new UserFault([{ path: '--index', value: index, rule }]);
  }
  const say = (text: string): void => {
    if (!quiet) terminal.stderr.write(`${text}\n`);
  };
  const shown = join(out, shardName(index));
  const path = resolve(terminal.cwd, shown);
  const there = openShard(path);
  if (there?.kind === 'damaged') say(`Computed anew: ${shown} ${there.rule}.`);
  if (there?.kind === 'shard') {
    there.close();
    if (there.header.jobs !== list.hash)
      throw new UserFault([
        { path: shown, ...staleRule(list, there.header), hint: 'name another folder with --out, or remove it' },
      ]);
    say(`Shard ${index} is done already: ${shown}`);
    return exitCode.done;
  }

  const shard = shardAt(list, index);
  const compiled = compiledJobs(list)[list.scenarios.indexOf(shard.job)]!;
  const before = performance.now();
  const header = headerOfShard({ list, shard, compiled });
  const store = openScratchStore(dirname(path), header);
  const todo = missingSpans([{ from: 0, to: shard.from }], shard.to);
  try {
    for await (const chunk of executorFor(workers)({ compiled, seed: list.seed, n: shard.to, todo })) {
      store.add(chunkRows(chunk));
      // A turn of the event loop, in which Ctrl-C is heard.
      await new Promise((resolve) => setImmediate(resolve));
      if (terminal.signal.aborted) {
        terminal.stderr.write(`Interrupted: shard ${index} is not kept.\n`);
        return exitCode.interrupted;
      }
    }
    const rows = joinedRows(store.parts(), shard);
    writeOut({ path, header: { ...header, failures: rows.failures }, rows, out });
    const failed = rows.failures.length === 0 ? '' : `, ${rows.failures.length} of them failed`;
    const seconds = (performance.now() - before) / 1000;
    say(
      `Shard ${index} of ${list.shards}: ${shard.job.name}, ${counted(shard.to - shard.from, 'replication')} from ${shard.from} on${failed}, in ${duration(seconds)}: ${shown}`,
    );
    return exitCode.done;
  } finally {
    store.remove();
  }
}

function writeOut({
  path,
  header,
  rows,
  out,
}: Pick<OpenShard, 'header' | 'rows'> & { path: string; out: string }): void {
  try {
    writeShard(path, { header, rows });
  } catch (error) {
    const rule = `must be a folder that can be written (${errorCode(error) ?? 'no reason given'})`;
    throw new UserFault([{ path: '--out', value: out, rule, hint: 'name another with --out' }]);
  }
}
