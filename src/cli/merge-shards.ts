import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Assembly, type RowStore } from '../experiment/assemble.js';
import type { Results } from '../experiment/results.js';
import { copiedRows, type Rows } from '../experiment/rows.js';
import type { CompiledScenario } from '../model/compile.js';
import { readDesignJobs } from './design/design-jobs.js';
import { mergeDesign } from './design/merge-design.js';
import { exitCode } from './exit-code.js';
import { collectShards } from './job-shards.js';
import { compiledJobs, readJobList, shardAt, type JobList, type JobScenario } from './job-list.js';
import { hostFacts, type Manifest } from './manifest.js';
import { mergeComparison } from './merge-comparison.js';
import { openOutputFolder } from './output-folder.js';
import { placeResults } from './place-results.js';
import { resultCard, resultJson, type Card } from './result-card.js';
import { openScratchStore } from './spilling-store.js';
import type { Terminal } from './terminal.js';
import { workHeader } from './work-folder.js';
import type { RowsFormat } from './write-results.js';

export interface MergeOptions {
  readonly jobs: string;
  readonly shards: readonly string[];
  readonly out: string;
  readonly figures: boolean;
  readonly format: RowsFormat;
  readonly report: boolean;
  readonly json: boolean;
}

/** `garrison merge`: puts the shards of a job list together, and writes for each scenario the folder that a run would. */
export async function mergeShards(options: MergeOptions, terminal: Terminal): Promise<number> {
  const design = await readDesignJobs(options.jobs, terminal.cwd);
  if (design) return mergeDesign(design, options, terminal);
  const list = readJobList(options.jobs, terminal.cwd);
  const compiled = compiledJobs(list);
  const { cwd } = terminal;
  const stores = compiled.map((each, index) => {
    const { name, hash } = list.scenarios[index]!;
    return openScratchStore(resolve(cwd, options.out, name), workHeader(each, { hash, seed: list.seed }));
  });
  try {
    collectShards({
      list,
      jobs: options.jobs,
      folders: options.shards,
      cwd,
      take: (index, rows) => {
        copyInto(stores[list.scenarios.indexOf(shardAt(list, index).job)]!, rows);
      },
    });
    const all = compiled.map((each, index) => new Assembly(each, list.seed, stores[index]).results(list.replications));
    const { comparison } = list;
    if (comparison) return await mergeComparison({ list, comparison, compiled, all, options }, terminal);
    const cards: Card[] = [];
    for (const [index, job] of list.scenarios.entries()) {
      if (!job.onlyCompared) cards.push(await place({ list, index, job, compiled, all, options, terminal }));
    }
    terminal.stdout.write(options.json ? jsonOf(cards) : cards.map((card) => resultCard(card, terminal)).join('\n'));
    const bug = cards.find(({ figureBug }) => figureBug)?.figureBug;
    if (bug) throw bug;
    return cards.some(({ manifest }) => manifest.counts.failures > 0) ? exitCode.replicationsFailed : exitCode.done;
  } finally {
    for (const store of stores) store.remove();
  }
}

/** Copies rows into a store, a piece at a time: a shard may be larger than memory. */
function copyInto(store: RowStore, rows: Rows): void {
  const size = Math.max(1, Math.floor(numbersAtOnce / Math.max(1, rows.fields)));
  for (let { from } = rows; from < rows.to; from += size)
    store.add(copiedRows(rows, { from, to: Math.min(rows.to, from + size) }));
}

const numbersAtOnce = 1_000_000;

interface Placing {
  readonly list: JobList;
  readonly index: number;
  readonly job: JobScenario;
  readonly compiled: readonly CompiledScenario[];
  readonly all: readonly Results[];
  readonly options: MergeOptions;
  readonly terminal: Terminal;
}

async function place({ list, index, job, compiled, all, options, terminal }: Placing): Promise<Card> {
  const before = performance.now();
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, job.name));
  const compared = new Map(job.compared.flatMap(({ index: other, texts }) => texts.map((text) => [text, all[other]!])));
  try {
    return await placeResults(
      {
        compiled: compiled[index]!,
        hash: job.hash,
        results: all[index]!,
        compared,
        comparedScenarios: comparedIn(list, job),
        warnings: job.warnings,
        run: {
          file: job.file,
          set: job.set,
          command: `garrison merge --jobs ${options.jobs} ${options.shards.join(' ')}`,
          started: new Date().toISOString(),
          seconds: (performance.now() - before) / 1000,
          workers: 1,
          node: process.version,
          host: hostFacts(),
        },
        figures: options.figures,
        format: options.format,
        report: options.report,
      },
      { folder, cwd: terminal.cwd },
    );
  } catch (error) {
    folder.discard();
    throw error;
  }
}

function comparedIn(list: JobList, { compared }: JobScenario): Manifest['compared'] {
  if (compared.length === 0) return undefined;
  return compared.map(({ index, named, set }) => {
    const { hash, scenario } = list.scenarios[index]!;
    const { antithetic } = list;
    return { file: named, hash, set, scenario, ...(antithetic ? { antithetic } : {}) };
  });
}

function jsonOf(cards: readonly Card[]): string {
  const [only] = cards;
  if (cards.length === 1 && only) return resultJson(only);
  const scenarios: unknown[] = cards.map((card) => JSON.parse(resultJson(card)));
  return `${JSON.stringify({ ok: true, scenarios }, null, 2)}\n`;
}
