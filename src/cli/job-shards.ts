import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Chunk } from '../experiment/run-replications.js';
import type { CompiledScenario } from '../model/compile.js';
import { outcomeColumns, weekCount } from '../model/outcome-columns.js';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import { shardAt, type JobList, type JobShard } from './job-list.js';
import { firstDifference, readShard, type ShardHeader } from './shard-file.js';

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
    formatVersion: 1,
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
}

interface Piece {
  readonly file: string;
  readonly chunk: Chunk;
  readonly columns: readonly string[];
}

/**
 * Every shard of a job list, by its index, from one or more folders.
 * @throws UserFault with all that are damaged, of another list, missing, or there twice and not the same.
 */
export function collectShards({ list, jobs, folders, cwd }: Collected): Chunk[] {
  const faults: Fault[] = [];
  const found = new Map<number, Piece>();
  const again = (index: number): string => `run garrison shard --jobs ${jobs} --index ${index} again`;
  for (const file of folders.flatMap((folder) => shardFiles(folder, cwd))) {
    const read = readShard(resolve(cwd, file));
    if (!read) continue;
    if (read.kind === 'damaged') {
      faults.push({ path: file, rule: read.rule, hint: again(Number(/(\d+)\.shard$/.exec(file)?.[1] ?? 0)) });
      continue;
    }
    const { header, chunk } = read.shard;
    const { index } = header;
    if (header.jobs !== list.hash || index === null || !isAt(header, list)) {
      faults.push({ path: file, ...staleRule(list, header), hint: 'remove it, or keep the lists’ shards apart' });
      continue;
    }
    const piece = { file, chunk, columns: header.columns };
    const earlier = found.get(index);
    const fault = earlier && duplicateFault(earlier, piece);
    if (fault) faults.push(fault);
    found.set(index, piece);
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
  return Array.from({ length: list.shards }, (_, index) => found.get(index)!.chunk);
}

function isAt({ index, scenario, seed, from, to }: ShardHeader, list: JobList): boolean {
  if (index === null || index >= list.shards) return false;
  const shard = shardAt(list, index);
  return scenario === shard.job.hash && seed === list.seed && from === shard.from && to === shard.to;
}

function duplicateFault(one: Piece, other: Piece): Fault | undefined {
  const difference = firstDifference(one.chunk, other.chunk);
  if (!difference) return undefined;
  const { replication, at } = difference;
  const { from, values } = one.chunk;
  const cell = (replication - from) * one.columns.length + at;
  const what =
    at < 0
      ? `its weeks of replication ${replication} differ`
      : `${one.columns[at]} of replication ${replication} is ${values[cell]} and ${other.chunk.values[cell]}`;
  return {
    path: other.file,
    rule: `must be the same as ${one.file}, which is the same shard, but ${what}: a non-deterministic shard`,
    hint: 'machines or versions of Node differ; run that shard on one of them and remove the other file',
  };
}

function shardFiles(folder: string, cwd: string): string[] {
  const path = resolve(cwd, folder);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new UserFault([{ path: folder, rule: 'must be a folder of shards', hint: 'garrison shard writes them' }]);
  return readdirSync(path)
    .filter((name) => name.endsWith('.shard'))
    .sort()
    .map((name) => join(folder, name));
}

/** 0–3, 7, 9–12 */
function rangesText(sorted: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const index of sorted) {
    const last = ranges.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else ranges.push([index, index]);
  }
  const shown = ranges.slice(0, 10).map(([a, b]) => (a === b ? String(a) : `${a}–${b}`));
  return shown.join(', ') + (ranges.length > 10 ? ' …' : '');
}
