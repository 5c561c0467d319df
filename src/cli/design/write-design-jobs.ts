import { exitCode } from '../exit-code.js';
import { counted, figure } from '../number-text.js';
import type { Terminal } from '../terminal.js';
import { writeJobFile } from '../write-job-file.js';
import { makeDesignJobs, plannedEvaluation, shardSpans } from './design-jobs.js';
import type { DesignMethod } from './design-method.js';
import { planOf } from './design-plan.js';
import type { DesignQuestion } from './design-question.js';

interface Wanted {
  readonly question: DesignQuestion;
  readonly method: DesignMethod;
  readonly seed: number;
  readonly run: { readonly files: readonly string[]; readonly set: readonly string[] };
  /** The file. */
  readonly jobs: string;
  readonly shardSize: number;
  readonly json: boolean;
}

/** Writes a design down as a job list, for machines that share nothing but files. */
export async function writeDesignJobs(wanted: Wanted, terminal: Terminal): Promise<number> {
  const { question, method, seed, run, jobs: file, shardSize, json } = wanted;
  const plan = planOf(question, { method, seed });
  const asked = await plannedEvaluation(question, plan);
  const shards = shardSpans(asked, shardSize).length;
  const list = makeDesignJobs({ name: question.name, plan, run, shardSize, shards });
  writeJobFile(`${JSON.stringify(list, null, 2)}\n`, { file, option: '--jobs', cwd: terminal.cwd });
  const evaluations = asked.points.reduce((sum, { from, to }) => sum + to - from, 0) * question.scenarios.length;
  terminal.stdout.write(
    json
      ? `${JSON.stringify({ ok: true, file, hash: list.hash, shards, evaluations }, null, 2)}\n`
      : `${counted(shards, 'shard')} of about ${counted(shardSize, 'replication')}: ${plan.command}, ${figure(evaluations)} evaluations, seed ${seed}.\n` +
          `Jobs: ${file} (${list.hash.slice(0, 8)})\n` +
          `Run each with: garrison shard --jobs ${file} --index 0 … ${shards - 1}\n` +
          `Then together: garrison merge --jobs ${file}\n`,
  );
  return exitCode.done;
}
