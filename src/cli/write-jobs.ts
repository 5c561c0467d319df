import { basename, extname } from 'node:path';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import { exitCode } from './exit-code.js';
import { mustBeEven } from './antithetic.js';
import { makeJobList, type JobList, type JobScenario } from './job-list.js';
import { loadWithClaims, type LoadedWithClaims } from './load-with-claims.js';
import { mustBeEstimable } from './must-be-estimable.js';
import { counted, figure } from './number-text.js';
import { studyJobs } from './study-jobs.js';
import type { Terminal } from './terminal.js';
import { writeJobFile } from './write-job-file.js';

export interface JobsOptions {
  readonly files: readonly string[];
  /** 2,000 without it, or as a study says. */
  readonly replications: number | undefined;
  /** 1 without it, or as a study says. */
  readonly seed: number | undefined;
  readonly shardSize: number;
  readonly out: string;
  readonly antithetic: boolean;
  readonly set: readonly string[];
  readonly json: boolean;
}

/** What is to be run, before it is cut into shards. */
export type JobPlan = Pick<JobList, 'scenarios' | 'replications' | 'seed' | 'comparison'>;

const usualReplications = 2000;

/** `garrison jobs`: writes down what is to be run, in full, for machines that share nothing but files. */
export async function writeJobs(options: JobsOptions, terminal: Terminal): Promise<number> {
  const { shardSize, out } = options;
  const plan = (await studyJobs(options, terminal)) ?? (await scenarioJobs(options, terminal));
  const { scenarios, replications, seed } = plan;
  mustBeEven(replications, options.antithetic);
  const list = makeJobList({ ...plan, shardSize, ...(options.antithetic ? { antithetic: true } : {}) });
  writeJobFile(`${JSON.stringify(list, null, 2)}\n`, { file: out, option: '--out', cwd: terminal.cwd });
  const { hash, shards, comparison } = list;
  const compared = comparison ? ', compared as one study' : '';
  terminal.stdout.write(
    options.json
      ? `${JSON.stringify({ ok: true, file: out, hash, shards, scenarios: scenarios.map(({ name }) => name) }, null, 2)}\n`
      : `${counted(shards, 'shard')} of up to ${counted(shardSize, 'replication')}: ${counted(scenarios.length, 'scenario')}, ${figure(replications)} each, seed ${seed}${compared}.\n` +
          `Jobs: ${out} (${hash.slice(0, 8)})\n` +
          `Run each with: garrison shard --jobs ${out} --index 0 … ${shards - 1}\n` +
          `Then together: garrison merge --jobs ${out}\n`,
  );
  return exitCode.done;
}

async function scenarioJobs(options: JobsOptions, terminal: Terminal): Promise<JobPlan> {
  const { files, replications = usualReplications, seed = 1, set } = options;
  mustBeEstimable(replications);
  const loaded: LoadedWithClaims[] = [];
  for (const file of files) loaded.push(await loadWithClaims({ file, set, antithetic: options.antithetic }, terminal));
  const scenarios = jobScenarios(loaded);
  mustDiffer(scenarios);
  return { scenarios, replications, seed };
}

/** The scenarios asked for, in their order, then those that only claims compare them with. */
export function jobScenarios(loaded: readonly LoadedWithClaims[]): JobScenario[] {
  const others = new Map<string, JobScenario>();
  for (const { compared } of loaded) {
    for (const { file, set, hash, compiled } of compared.values()) {
      const about = { name: nameOf(file), file, set, hash, scenario: compiled.scenario };
      others.set(hash, { ...about, warnings: [], compared: [], onlyCompared: true });
    }
  }
  const order = [...others.keys()];
  const asked = loaded.map(({ file, set, hash, compiled, compared, claimWarnings }): JobScenario => ({
    name: nameOf(file),
    file,
    set,
    hash,
    scenario: compiled.scenario,
    warnings: claimWarnings,
    compared: [...new Set(compared.values())].map((other) => ({
      index: loaded.length + order.indexOf(other.hash),
      named: other.named,
      texts: [...compared].filter(([, same]) => same === other).map(([text]) => text),
      set: other.set,
    })),
    onlyCompared: false,
  }));
  return [...asked, ...others.values()];
}

/** Folders are named after files. */
function mustDiffer(scenarios: readonly JobScenario[]): void {
  const asked = scenarios.filter(({ onlyCompared }) => !onlyCompared).map(({ name }) => name);
  const twice = asked.filter((name, i) => asked.indexOf(name) !== i);
  const faults: Fault[] = twice.map((name) => ({
    path: 'the scenarios',
    value: name,
    rule: 'must have file names that differ: their results lie in folders of that name',
    hint: 'rename one, or write a job list for each',
  }));
  if (faults.length > 0) throw new UserFault(faults);
}

function nameOf(file: string): string {
  return basename(file, extname(file));
}
