import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fieldOf, type Rows } from '../experiment/rows.js';
import type { CompiledScenario } from '../model/compile.js';
import { outcomeColumns, weekCount } from '../model/outcome-columns.js';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import { shardAt, type JobList, type JobShard } from './job-list.js';
import { firstDifference } from './first-difference.js';
import { openShard, type OpenShard, type ShardHeader } from './shard-file.js';

/** A shard's file in its folder. */
export function shardName(index: number): string {
  return `${String(index).padStart(5, '0')}.shard`;
}

/** What a shard of a job list says of itself, but for failures. */
export function headerOfShard(about: {
  readonly list: JobList;
  readonly shard: JobShard;
  readonly compiled: CompiledScenario;
}): ShardHeader {
  const { list, shard, compiled } = about;
  return {
    format: 'garrison shard',
    formatVersion: 2,
    jobs: list.hash,
    index: shard.index,
    scenario: shard.job.hash,
    seed: list.seed,
    from: shard.from,
    to: shard.to,
    columns: outcomeColumns(compiled).map(({ name }) => name),
    weeks: weekCount(compiled.horizonDays),
    failures: [],
  };
}

/** The fault of a shard that belongs to another job list. */
export function staleRule(list: JobList, header: ShardHeader): Pick<Fault, 'rule' | 'value'> {
  return {
    rule: `must be a shard of this job list (${list.hash.slice(0, 8)}): scenarios, seed, numbers or version have changed since`,
    value: header.jobs === null ? 'work of a run' : `a shard of ${header.jobs.slice(0, 8)}`,
  };
}

interface Collected {
  readonly list: JobList;
  readonly jobs: string;
  readonly folders: readonly string[];
  readonly cwd: string;
  /** Told the rows of each shard once; they can be read until it returns. */
  readonly take: (index: number, rows: Rows) => void;
}

/**
 * Reads every shard of a job list from one or more folders, one at a time.
 * @throws UserFault with all that are damaged, of another list, missing, or there twice and not the same.
 */
export function collectShards({ list, jobs, folders, cwd, take }: Collected): void {
  const faults: Fault[] = [];
  const found = new Map<number, string>();
  const again = (index: number): string => `run garrison shard --jobs ${jobs} --index ${index} again`;
  for (const file of folders.flatMap((folder) => shardFiles(folder, cwd))) {
    const shard = openShard(resolve(cwd, file));
    if (!shard) continue;
    if (shard.kind === 'damaged') {
      faults.push({ path: file, rule: shard.rule, hint: again(Number(/(\d+)\.shard$/.exec(file)?.[1] ?? 0)) });
      continue;
    }
    const { header, rows } = shard;
    const { index } = header;
    const earlier = index === null ? undefined : found.get(index);
    if (header.jobs !== list.hash || index === null || !isAt(header, list))
      faults.push({ path: file, ...staleRule(list, header), hint: 'remove it, or keep the lists’ shards apart' });
    else if (earlier === undefined) {
      found.set(index, file);
      if (faults.length === 0) take(index, rows);
    } else faults.push(...duplicateFaults({ file, shard, earlier, cwd }));
    shard.close();
  }
  const missing = Array.from({ length: list.shards }, (_, index) => index).filter((index) => !found.has(index));
  const damaged = faults.length > 0 ? ' (with those told above)' : '';
  if (missing.length > 0)
    faults.push({
      path: jobs,
      rule: `must have all its ${list.shards} shards, but ${missing.length} are missing${damaged}: ${rangesText(missing)}`,
      hint: `run garrison shard --jobs ${jobs} --index ${missing[0]} and so on`,
    });
  if (faults.length > 0) throw new UserFault(faults);
}

function isAt({ index, scenario, seed, from, to }: ShardHeader, list: JobList): boolean {
  if (index === null || index >= list.shards) return false;
  const shard = shardAt(list, index);
  return scenario === shard.job.hash && seed === list.seed && from === shard.from && to === shard.to;
}

function duplicateFaults(about: {
  readonly file: string;
  readonly shard: OpenShard;
  /** The file of the same shard that was read before. */
  readonly earlier: string;
  readonly cwd: string;
}): Fault[] {
  const { file, shard, earlier, cwd } = about;
  const other = openShard(resolve(cwd, earlier));
  if (other?.kind !== 'shard') throw new Error(`${earlier} must not change while shards are merged`);
  const difference = firstDifference(other.rows, shard.rows);
  const what = difference && differenceText({ ...difference, one: other, other: shard });
  other.close();
  if (what === undefined) return [];
  return [
    {
      path: file,
      rule: `must be the same as ${earlier}, which is the same shard, but ${what}: a non-deterministic shard`,
      hint: 'machines or versions of Node differ; run that shard on one of them and remove the other file',
    },
  ];
}

function differenceText(about: {
  readonly replication: number;
  readonly field: number;
  readonly one: OpenShard;
  readonly other: OpenShard;
}): string {
  const { replication, field, one, other } = about;
  const name = one.header.columns[field];
  if (name === undefined) return `its weeks of replication ${replication} differ`;
  const [here] = fieldOf(one.rows, field, { from: replication, to: replication + 1 });
  const [there] = fieldOf(other.rows, field, { from: replication, to: replication + 1 });
  return `${name} of replication ${replication} is ${here} and ${there}`;
}

/** Shards in a folder, by their paths from here. */
export function shardFiles(folder: string, cwd: string): string[] {
  const path = resolve(cwd, folder);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new UserFault([{ path: folder, rule: 'must be a folder of shards', hint: 'garrison shard writes them' }]);
  return readdirSync(path)
    .filter((name) => name.endsWith('.shard'))
    .sort()
    .map((name) => join(folder, name));
}

/** 0–3, 7, 9–12 */
export function rangesText(sorted: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const index of sorted) {
    const last = ranges.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else ranges.push([index, index]);
  }
  const shown = ranges.slice(0, 10).map(([a, b]) => (a === b ? String(a) : `${a}–${b}`));
  return shown.join(', ') + (ranges.length > 10 ? ' …' : '');
}
