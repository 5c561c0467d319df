import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { designTasks, type Evaluation } from '../../experiment/design/evaluate.js';
import type { Span } from '../../experiment/run-replications.js';
import { UserFault } from '../../model/scenario/fault.js';
import { canonicalJson } from '../scenario-hash.js';
import { findAnswer } from './design-method.js';
import { isPlan, questionOf, type DesignPlan } from './design-plan.js';
import type { DesignQuestion } from './design-question.js';
import type { LabelledEvaluation } from './place-design.js';

/** A design cut into pieces that any machine can run by itself. */
export interface DesignJobs {
  readonly format: 'garrison design jobs';
  readonly formatVersion: 1;
  /** Of the folder of its results, but for the command. */
  readonly name: string;
  readonly plan: DesignPlan;
  readonly run: { readonly files: readonly string[]; readonly set: readonly string[] };
  /** Replications in a piece, at least; the last may have fewer. */
  readonly shardSize: number;
  readonly shards: number;
  /** SHA-256 of all the rest. */
  readonly hash: string;
}

export interface ReadDesignJobs {
  readonly jobs: DesignJobs;
  readonly question: DesignQuestion;
  readonly asked: LabelledEvaluation;
  /** Tasks of each piece. */
  readonly spans: readonly Span[];
}

export function makeDesignJobs(list: Omit<DesignJobs, 'format' | 'formatVersion' | 'hash'>): DesignJobs {
  const whole = { format: 'garrison design jobs', formatVersion: 1, ...list } as const;
  return { ...whole, hash: hashOf(whole) };
}

class Planned extends Error {
  readonly asked: LabelledEvaluation;

  constructor(asked: LabelledEvaluation) {
    super('planned');
    this.asked = asked;
  }
}

/**
 * The evaluations that the answer to a question rests on.
 * @throws UserFault where what is looked at next depends on what was found.
 */
export async function plannedEvaluation(
  question: DesignQuestion,
  { method, seed }: DesignPlan,
): Promise<LabelledEvaluation> {
  if (method.kind === 'break-even')
    throw new UserFault([
      {
        path: '--jobs',
        rule: 'must be for a design whose points are known before, and break-even looks closer where it finds the border',
        hint: 'garrison sweep over the same numbers can be cut into shards',
      },
    ]);
  const paths = question.inputs.flatMap((input) => input.paths);
  try {
    await findAnswer(method, {
      question,
      seed,
      evaluate: (of) => Promise.reject(new Planned({ ...of, scenarios: question.scenarios, paths, seed })),
    });
  } catch (error) {
    if (error instanceof Planned) return error.asked;
    throw error;
  }
  throw new Error(`a design must evaluate something, but ${method.kind} does not`);
}

/** Runs of tasks with at least so many replications each. */
export function shardSpans({ points }: Evaluation, shardSize: number): Span[] {
  const spans: Span[] = [];
  const tasks = designTasks(points);
  let [from, replications] = [0, 0];
  tasks.forEach((task, t) => {
    replications += task.to - task.from;
    if (replications < shardSize && t < tasks.length - 1) return;
    spans.push({ from, to: t + 1 });
    [from, replications] = [t + 1, 0];
  });
  return spans;
}

/**
 * Reads a job list of a design; undefined where it is one of runs.
 * @throws UserFault where it is damaged, or for another version.
 */
export async function readDesignJobs(file: string, cwd: string): Promise<ReadDesignJobs | undefined> {
  const jobs = parse(resolve(cwd, file));
  if (jobs?.format !== 'garrison design jobs') return undefined;
  if (!isWhole(jobs)) {
    const rule = 'must be as garrison wrote it, but its contents do not match its hash';
    throw new UserFault([{ path: file, rule, hint: 'write the list anew with --jobs' }]);
  }
  const question = questionOf(jobs.plan, { file, name: jobs.name });
  const asked = await plannedEvaluation(question, jobs.plan);
  return { jobs, question, asked, spans: shardSpans(asked, jobs.shardSize) };
}

/** Undefined where it cannot be read: whoever reads job lists of runs says so. */
function parse(path: string): Partial<DesignJobs> | null | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function isWhole(jobs: Partial<DesignJobs>): jobs is DesignJobs {
  const { hash, ...rest } = jobs;
  return jobs.formatVersion === 1 && isPlan(jobs.plan) && hash === hashOf(rest);
}

function hashOf(rest: object): string {
  return createHash('sha256').update(canonicalJson(rest)).digest('hex');
}
