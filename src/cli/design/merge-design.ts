import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { evaluated } from '../../experiment/design/evaluated.js';
import type { TaskResult } from '../../experiment/design/evaluate.js';
import { UserFault, type Fault } from '../../model/scenario/fault.js';
import { rangesText, shardFiles } from '../job-shards.js';
import { hostFacts } from '../manifest.js';
import type { MergeOptions } from '../merge-shards.js';
import { openOutputFolder } from '../output-folder.js';
import type { Terminal } from '../terminal.js';
import { tellDesign } from './answer-question.js';
import type { ReadDesignJobs } from './design-jobs.js';
import { isOfSpan, readDesignShard } from './design-shard.js';
import { taskLine } from './design-work.js';
import { placeDesign } from './place-design.js';

/** `garrison merge` of a design: puts its shards together, and answers as the command alone would. */
export async function mergeDesign(read: ReadDesignJobs, options: MergeOptions, terminal: Terminal): Promise<number> {
  const { jobs, question, asked } = read;
  const results = collectDesign(read, options, terminal.cwd);
  const { plan, name, run } = jobs;
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, `${name}-${plan.command}`));
  const started = new Date().toISOString();
  const before = performance.now();
  try {
    const placed = await placeDesign(
      {
        question,
        method: plan.method,
        seed: plan.seed,
        figures: options.figures,
        report: options.report,
        run: () => ({
          ...run,
          command: `garrison merge --jobs ${options.jobs} ${options.shards.join(' ')}`,
          started,
          seconds: (performance.now() - before) / 1000,
          workers: 1,
          node: process.version,
          host: hostFacts(),
        }),
      },
      { folder, evaluate: () => Promise.resolve(evaluated(asked, results)) },
    );
    return tellDesign(placed, { json: options.json, terminal });
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** Results of all tasks, from the shards of one or more folders; all faults at once. */
function collectDesign(
  { jobs, spans }: ReadDesignJobs,
  { jobs: list, shards }: MergeOptions,
  cwd: string,
): TaskResult[] {
  const faults: Fault[] = [];
  const found = new Map<number, string>();
  const results: TaskResult[] = [];
  for (const file of shards.flatMap((folder) => shardFiles(folder, cwd))) {
    const shard = readDesignShard(resolve(cwd, file));
    if (!shard) continue;
    if ('rule' in shard) {
      faults.push({
        path: file,
        rule: shard.rule,
        hint: `remove it, and run garrison shard --jobs ${list} for it again`,
      });
      continue;
    }
    const { index } = shard;
    const span = spans[index];
    const earlier = found.get(index);
    if (shard.jobs !== jobs.hash || !span || !isOfSpan(shard, span)) {
      const rule = `must be a shard of this job list (${jobs.hash.slice(0, 8)})`;
      faults.push({ path: file, rule, hint: 'remove it, or keep the lists’ shards apart' });
    } else if (earlier === undefined) {
      found.set(index, file);
      for (const [task, result] of shard.results) results[task] = result;
    } else if ([...shard.results].some(([task, result]) => taskLine(task, result) !== taskLine(task, results[task]!))) {
      const rule = `must be the same as ${earlier}, which is the same shard, but is not: a non-deterministic shard`;
      faults.push({ path: file, rule, hint: 'machines or versions of Node differ; run that shard on one of them' });
    }
  }
  const missing = spans.flatMap((_, index) => (found.has(index) ? [] : [index]));
  if (missing.length > 0)
    faults.push({
      path: list,
      rule: `must have all its ${spans.length} shards, but ${missing.length} are missing: ${rangesText(missing)}`,
      hint: `run garrison shard --jobs ${list} --index ${missing[0]} and so on`,
    });
  if (faults.length > 0) throw new UserFault(faults);
  return results;
}
