import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { concatenated } from '../experiment/concatenated.js';
import { openRunner, type Chunk } from '../experiment/run-replications.js';
import type { CompiledScenario } from '../model/compile.js';
import type { Past } from '../model/luck.js';
import { outcomeColumns, weekCount } from '../model/outcome-columns.js';
import { firstDifference, readShard, writeShard, type ShardHeader } from './shard-file.js';

/** What a run has done so far, kept on disk so that a killed run can go on. */
export interface WorkFolder {
  /** Chunks that an earlier run left, in order, without overlap. */
  readonly found: readonly Chunk[];
  /** What was thrown away, and why, in a sentence each. */
  readonly remarks: readonly string[];
  /** Keeps a chunk: on disk soon, not at once. */
  readonly keep: (chunk: Chunk) => void;
  /** Writes what is not on disk yet. */
  readonly flush: () => void;
  readonly remove: () => void;
}

interface Work {
  readonly parent: string;
  readonly compiled: CompiledScenario;
  readonly hash: string;
  readonly seed: number;
  readonly past?: Past | undefined;
}

/** Chunks wait at least so long, and at least this share of the time worked, before they are written. */
const leastWaitMs = 300;
const waitShare = 0.02;

/**
 * Opens the work of one scenario and seed beside its results, with what an earlier run left of it. A run that ends
 * quickly writes nothing; one that is killed loses a fiftieth of its time.
 */
export function openWorkFolder({ parent, compiled, hash, seed, past }: Work): WorkFolder {
  const folder = join(parent, `.work-${seed}-${hash.slice(0, 16)}`);
  const header = headerFor(compiled, { hash, seed });
  const { found, remarks } = readWork(folder, { compiled, header, past });
  const started = performance.now();
  let waiting: Chunk[] = [];
  let written = started;
  let canWrite = true;
  const flush = (): void => {
    written = performance.now();
    const chunks = concatenated(waiting);
    waiting = [];
    if (!canWrite) return;
    try {
      for (const chunk of chunks) {
        const { from, to, failures } = chunk;
        writeShard(join(folder, `${from}-${to}.shard`), { header: { ...header, from, to, failures }, chunk });
      }
    } catch {
      // A full disk stops the keeping, and not the run.
      canWrite = false;
    }
  };
  return {
    found,
    remarks,
    keep: (chunk) => {
      waiting.push(chunk);
      const now = performance.now();
      if (now - written > Math.max(leastWaitMs, waitShare * (now - started))) flush();
    },
    flush,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function headerFor(compiled: CompiledScenario, about: { readonly hash: string; readonly seed: number }): ShardHeader {
  return {
    format: 'garrison shard',
    formatVersion: 1,
    jobs: null,
    index: null,
    scenario: about.hash,
    seed: about.seed,
    from: 0,
    to: 0,
    columns: outcomeColumns(compiled).map(({ name }) => name),
    weeks: weekCount(compiled.horizonDays),
    failures: [],
  };
}

function readWork(
  folder: string,
  about: { readonly compiled: CompiledScenario; readonly header: ShardHeader; readonly past: Past | undefined },
): Pick<WorkFolder, 'found' | 'remarks'> {
  const { compiled, header, past } = about;
  const chunks: Chunk[] = [];
  const remarks: string[] = [];
  for (const name of namesIn(folder).filter((file) => file.endsWith('.shard'))) {
    const read = readShard(join(folder, name));
    if (read?.kind === 'damaged') remarks.push(`Kept work is computed anew: ${name} ${read.rule}.`);
    if (read?.kind === 'shard' && isOf(read.shard.header, header)) chunks.push(read.shard.chunk);
  }
  chunks.sort((a, b) => a.from - b.from);
  const found: Chunk[] = [];
  for (const chunk of chunks) if (chunk.from >= (found.at(-1)?.to ?? 0)) found.push(chunk);
  const [first] = found;
  if (!first) return { found, remarks };
  // The version in the hash does not tell two states of the same version apart: one replication does.
  const again = openRunner(compiled, { seed: header.seed, past })({ from: first.from, to: first.from + 1 });
  if (!firstDifference(first, again)) return { found, remarks };
  remarks.push('Kept work is computed anew: this engine gives other numbers than the one that left it.');
  rmSync(folder, { recursive: true, force: true });
  return { found: [], remarks };
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
