import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chunkRows, type Rows } from '../experiment/rows.js';
import { openRunner, type Futures } from '../experiment/run-replications.js';
import type { CompiledScenario } from '../model/compile.js';
import type { Past } from '../model/luck.js';
import { outcomeColumns, weekCount } from '../model/outcome-columns.js';
import { firstDifference } from './first-difference.js';
import { openShard, type OpenShard, type ShardHeader } from './shard-file.js';
import { openSpillingStore, type SpillingStore } from './spilling-store.js';

/** What a run has done so far, kept on disk so that a killed run can go on. */
export interface WorkFolder extends Omit<SpillingStore, 'adopt'> {
  /** What an earlier run left, in order, without overlap. It is among the parts. */
  readonly found: readonly Rows[];
  /** What was thrown away, and why, in a sentence each. */
  readonly remarks: readonly string[];
}

interface Work {
  readonly parent: string;
  readonly compiled: CompiledScenario;
  readonly hash: string;
  readonly seed: number;
  readonly past?: Past | undefined;
  /** Chunks wait at least so long before they are written. */
  readonly leastWaitSeconds?: number | undefined;
}

/** And at least this share of the time worked. */
const waitShare = 0.02;

/**
 * Opens the work of one scenario and seed beside its results, with what an earlier run left of it. A run that ends
 * quickly writes nothing; one that is killed loses a fiftieth of its time, or the last seconds.
 */
export function openWorkFolder({ parent, compiled, hash, seed, past, leastWaitSeconds = 4 }: Work): WorkFolder {
  const folder = join(parent, `.work-${seed}-${hash.slice(0, 16)}`);
  const header = workHeader(compiled, { hash, seed });
  const { found, remarks } = readWork(folder, { compiled, header, past });
  const store = openSpillingStore({ folder, header });
  for (const { open, path } of found) store.adopt(open, path);
  const started = performance.now();
  let written = started;
  const flush = (): void => {
    written = performance.now();
    store.flush();
  };
  return {
    ...store,
    found: found.map(({ open }) => open.rows),
    remarks,
    add: (rows) => {
      store.add(rows);
      const now = performance.now();
      if (now - written > Math.max(1000 * leastWaitSeconds, waitShare * (now - started))) flush();
    },
    flush,
  };
}

/** What a file of a scenario's own rows says of itself, but for its span and failures. */
export function workHeader(
  compiled: CompiledScenario,
  { hash, seed }: { readonly hash: string; readonly seed: number },
): ShardHeader {
  return {
    format: 'garrison shard',
    formatVersion: 2,
    jobs: null,
    index: null,
    scenario: hash,
    seed,
    from: 0,
    to: 0,
    columns: outcomeColumns(compiled).map(({ name }) => name),
    weeks: weekCount(compiled.horizonDays),
    failures: [],
  };
}

interface Found {
  readonly open: OpenShard;
  readonly path: string;
}

function readWork(
  folder: string,
  about: { readonly compiled: CompiledScenario; readonly header: ShardHeader; readonly past: Past | undefined },
): { readonly found: readonly Found[]; readonly remarks: readonly string[] } {
  const { compiled, header, past } = about;
  const remarks: string[] = [];
  const sound: Found[] = [];
  for (const name of namesIn(folder).filter((file) => file.endsWith('.shard'))) {
    const path = join(folder, name);
    const open = openShard(path);
    if (open?.kind === 'damaged') remarks.push(`Kept work is computed anew: ${name} ${open.rule}.`);
    if (open?.kind === 'shard') sound.push({ open, path });
  }
  const usable = withoutOverlap(sound.filter(({ open }) => isOf(open.header, header)));
  const [first] = usable;
  // The version in the hash does not tell two states of the same version apart: one replication does.
  const isSame = !first || isComputedAlike(first.open.rows, { compiled, seed: header.seed, past });
  const found = isSame ? usable : [];
  for (const each of sound) if (!found.includes(each)) each.open.close();
  if (!isSame) {
    remarks.push('Kept work is computed anew: this engine gives other numbers than the one that left it.');
    rmSync(folder, { recursive: true, force: true });
  }
  return { found, remarks };
}

function withoutOverlap(all: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const each of all.toSorted((a, b) => a.open.rows.from - b.open.rows.from))
    if (each.open.rows.from >= (kept.at(-1)?.open.rows.to ?? 0)) kept.push(each);
  return kept;
}

function isComputedAlike(
  rows: Rows,
  { compiled, ...futures }: Futures & { readonly compiled: CompiledScenario },
): boolean {
  const again = openRunner(compiled, futures)({ from: rows.from, to: rows.from + 1 });
  return firstDifference(rows, chunkRows(again)) === undefined;
}

function isOf(header: ShardHeader, expected: ShardHeader): boolean {
  return (
    header.scenario === expected.scenario &&
    header.seed === expected.seed &&
    header.weeks === expected.weeks &&
    header.columns.join('\n') === expected.columns.join('\n')
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
