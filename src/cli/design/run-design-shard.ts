import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { TaskResult } from '../../experiment/design/evaluate.js';
import { openSpanQueue } from '../../experiment/span-queue.js';
import { UserFault } from '../../model/scenario/fault.js';
import { exitCode } from '../exit-code.js';
import { shardName } from '../job-shards.js';
import { counted, duration } from '../number-text.js';
import type { ShardOptions } from '../run-shard.js';
import type { Terminal } from '../terminal.js';
import { runDesignTasks } from './design-executor.js';
import type { ReadDesignJobs } from './design-jobs.js';
import { isOfSpan, readDesignShard, writeDesignShard } from './design-shard.js';

/** `garrison shard` of a design: runs one piece into one file, unless the file is there and sound. */
export async function runDesignShard(
  { jobs, asked, spans }: ReadDesignJobs,
  { index, workers, out, quiet, jobs: file }: ShardOptions,
  terminal: Terminal,
): Promise<number> {
  const span = spans[index];
  if (!span) {
    const rule = `must be from 0 to ${spans.length - 1}, the shards of ${file}`;
    throw new UserFault([{ path: '--index', value: index, rule }]);
  }
  const say = (text: string): void => {
    if (!quiet) terminal.stderr.write(`${text}\n`);
  };
  const shown = join(out, shardName(index));
  const path = resolve(terminal.cwd, shown);
  const there = readDesignShard(path);
  if (there && 'rule' in there) say(`Computed anew: ${shown} ${there.rule}.`);
  else if (there && (there.jobs !== jobs.hash || !isOfSpan(there, span)))
    throw new UserFault([
      {
        path: shown,
        rule: 'must be a shard of this job list, or not be there',
        hint: 'name another folder with --out',
      },
    ]);
  else if (there) {
    say(`Shard ${index} is done already: ${shown}`);
    return exitCode.done;
  }
  const before = performance.now();
  const results = new Map<number, TaskResult>();
  for await (const done of runDesignTasks({ asked, queue: openSpanQueue([span]), workers })) {
    done.results.forEach((result, i) => results.set(done.from + i, result));
    // A turn of the event loop, in which Ctrl-C is heard.
    await new Promise((resolve) => setImmediate(resolve));
    if (terminal.signal.aborted) {
      terminal.stderr.write(`Interrupted: shard ${index} is not kept.\n`);
      return exitCode.interrupted;
    }
  }
  const ordered = new Map([...results].sort(([a], [b]) => a - b));
  writeDesignShard(path, { jobs: jobs.hash, index, results: ordered });
  const failed = [...ordered.values()].reduce((sum, { failures }) => sum + failures.length, 0);
  const seconds = (performance.now() - before) / 1000;
  say(
    `Shard ${index} of ${spans.length}: ${jobs.plan.command}, ${counted(span.to - span.from, 'task')}${failed > 0 ? `, ${counted(failed, 'evaluation')} failed` : ''}, in ${duration(seconds)}: ${shown}`,
  );
  return exitCode.done;
}
