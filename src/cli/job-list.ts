import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Metric } from '../experiment/compare/index.js';
import type { Span } from '../experiment/run-replications.js';
import { comparedTogether, compilePlain, plainOf } from '../model/compared-together.js';
import type { CompiledScenario } from '../model/compile.js';
import { UserFault } from '../model/scenario/fault.js';
import type { Scenario } from '../model/scenario/schema.js';
import { engine } from './engine.js';
import { errorCode } from './error-code.js';
import { canonicalJson, measuredHash } from './scenario-hash.js';

/** Work cut into pieces that any machine can run by itself: every scenario in full, and how many replications of each. */
export interface JobList {
  readonly format: 'garrison jobs';
  readonly formatVersion: 1;
  /** Version of the engine that it is for. */
  readonly garrison: string;
  readonly seed: number;
  /** Replications of each scenario. */
  readonly replications: number;
  /** Replications in a piece; the last of a scenario may have fewer. */
  readonly shardSize: number;
  /** Replications 2i and 2i + 1 are an antithetic pair. */
  readonly antithetic?: true;
  /** Pieces in all, numbered from 0: scenario by scenario, each from its first replication on. */
  readonly shards: number;
  /** The first is the baseline, where they are compared. */
  readonly scenarios: readonly JobScenario[];
  /** What is asked of the scenarios, where they are those of a study. */
  readonly comparison?: JobComparison;
  /** SHA-256 of all the rest. */
  readonly hash: string;
}

/** A study, but for its scenarios. */
export interface JobComparison {
  /** Of the study's file, without its ending: the folder of its results. */
  readonly name: string;
  readonly file: string;
  /** What `--set` changed in all scenarios. */
  readonly set: readonly string[];
  readonly title: string;
  readonly question?: string;
  readonly metrics: readonly Metric[];
}

export interface JobScenario {
  /** Of the scenario's file, without its ending, or its key in a study: the folder of its results. */
  readonly name: string;
  readonly file: string;
  readonly set: readonly string[];
  /** Of the resolved scenario, of what it is measured against, and the engine's version. */
  readonly hash: string;
  readonly scenario: Scenario;
  /** What was found when it was read. */
  readonly warnings: readonly string[];
  /** Scenarios that its claims compare it with: index in this list, and the texts of the claims that mean it. */
  readonly compared: readonly {
    readonly index: number;
    readonly named: string;
    readonly texts: readonly string[];
    readonly set: readonly string[];
  }[];
  /** It is there for claims of others to be held against, and gets no folder of its own. */
  readonly onlyCompared: boolean;
}

/** One piece of a job list. */
export interface JobShard extends Span {
  readonly index: number;
  readonly job: JobScenario;
}

type Plan = Pick<JobList, 'seed' | 'replications' | 'shardSize' | 'antithetic' | 'scenarios' | 'comparison'>;

export function makeJobList({ seed, replications, shardSize, antithetic, scenarios, comparison }: Plan): JobList {
  const list = {
    format: 'garrison jobs',
    formatVersion: 1,
    garrison: engine().version,
    seed,
    replications,
    shardSize,
    ...(antithetic ? { antithetic } : {}),
    shards: scenarios.length * Math.ceil(replications / shardSize),
    scenarios,
    ...(comparison ? { comparison } : {}),
  } as const;
  return { ...list, hash: hashOf(list) };
}

/** The scenarios of a list as they are simulated, in their order. */
export function compiledJobs({ scenarios, comparison, antithetic }: JobList): CompiledScenario[] {
  const compiled = scenarios.map(({ scenario }) => compilePlain({ scenario, antithetic }));
  return comparison ? comparedTogether(compiled) : compiled;
}

/** The piece with an index from 0 to `shards` − 1. */
export function shardAt(list: JobList, index: number): JobShard {
  const each = Math.ceil(list.replications / list.shardSize);
  const job = list.scenarios[Math.floor(index / each)];
  if (!job) throw new RangeError(`index must be from 0 to ${list.shards - 1}, got ${index}`);
  const from = (index % each) * list.shardSize;
  return { index, job, from, to: Math.min(list.replications, from + list.shardSize) };
}

/**
 * Reads a job list, and that it is whole and for this engine.
 * @throws UserFault where it is not.
 */
export function readJobList(file: string, cwd: string): JobList {
  const list = parse(file, cwd);
  if (list.garrison !== engine().version) {
    const rule = `must be for the version of garrison that runs it, ${engine().version}`;
    const hint = 'use that version on every machine, or write the list anew with garrison jobs';
    throw new UserFault([{ path: `${file}: garrison`, value: list.garrison, rule, hint }]);
  }
  const { hash, ...rest } = list;
  const isAsWritten = (): boolean =>
    compiledJobs(list).every((compiled, i) => measuredHash(plainOf(compiled)) === list.scenarios[i]!.hash);
  if (hash !== hashOf(rest) || !isAsWritten()) {
    const rule = 'must be as garrison jobs wrote it, but its contents do not match its hash';
    throw new UserFault([{ path: file, rule, hint: 'change the scenario and write the list anew' }]);
  }
  return list;
}

function parse(file: string, cwd: string): JobList {
  let list: Partial<JobList> | null;
  try {
    list = JSON.parse(readFileSync(resolve(cwd, file), 'utf8'));
  } catch (error) {
    const rule = `must be a job list that can be read (${errorCode(error) ?? 'it is no JSON'})`;
    throw new UserFault([{ path: file, rule, hint: 'garrison jobs writes one' }]);
  }
  if (isWhole(list)) return list;
  throw new UserFault([{ path: file, rule: 'must be a job list of format 1', hint: 'garrison jobs writes one' }]);
}

function isWhole(list: Partial<JobList> | null): list is JobList {
  return list?.format === 'garrison jobs' && list.formatVersion === 1 && Array.isArray(list.scenarios);
}

function hashOf(rest: object): string {
  return createHash('sha256').update(canonicalJson(rest)).digest('hex');
}
