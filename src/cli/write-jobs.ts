import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import { exitCode } from './exit-code.js';
import { makeJobList, type JobScenario } from './job-list.js';
import { loadWithClaims, type LoadedWithClaims } from './load-with-claims.js';
import { mustBeEstimable } from './must-be-estimable.js';
import { counted, figure } from './number-text.js';
import type { Terminal } from './terminal.js';

export interface JobsOptions {
  readonly files: readonly string[];
  readonly replications: number;
  readonly seed: number;
  readonly shardSize: number;
  readonly out: string;
  readonly set: readonly string[];
  readonly json: boolean;
}

/** `garrison jobs`: writes down what is to be run, in full, for machines that share nothing but files. */
export async function writeJobs(options: JobsOptions, terminal: Terminal): Promise<number> {
  const { files, replications, seed, shardSize, out, set } = options;
  mustBeEstimable(replications);
  const loaded: LoadedWithClaims[] = [];
  for (const file of files) loaded.push(await loadWithClaims({ file, set }, terminal));
  const scenarios = jobScenarios(loaded);
  mustDiffer(scenarios);
  const list = makeJobList({ seed, replications, shardSize, scenarios });
  const path = resolve(terminal.cwd, out);
  const text = `${JSON.stringify(list, null, 2)}\n`;
  if (existsSync(path) && readFileSync(path, 'utf8') !== text) {
    const rule = 'must not be there already with other contents: shards of it may be under way';
    throw new UserFault([{ path: '--out', value: out, rule, hint: 'name another file, or remove it' }]);
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.partial`, text);
  renameSync(`${path}.partial`, path);
  const { hash, shards } = list;
  terminal.stdout.write(
    options.json
      ? `${JSON.stringify({ ok: true, file: out, hash, shards, scenarios: scenarios.map(({ name }) => name) }, null, 2)}\n`
      : `${counted(shards, 'shard')} of up to ${counted(shardSize, 'replication')}: ${counted(scenarios.length, 'scenario')}, ${figure(replications)} each, seed ${seed}.\n` +
          `Jobs: ${out} (${hash.slice(0, 8)})\n` +
          `Run each with: garrison shard --jobs ${out} --index 0 … ${shards - 1}\n` +
          `Then together: garrison merge --jobs ${out}\n`,
  );
  return exitCode.done;
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
