import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Assembly } from '../experiment/assemble.js';
import type { Results } from '../experiment/results.js';
import type { CompiledScenario } from '../model/compile.js';
import { exitCode } from './exit-code.js';
import { collectShards } from './job-shards.js';
import { compiledJobs, readJobList, shardAt, type JobList, type JobScenario } from './job-list.js';
import { hostFacts, type Manifest } from './manifest.js';
import { mergeComparison } from './merge-comparison.js';
import { mustFitInMemory } from './must-fit-in-memory.js';
import { openOutputFolder } from './output-folder.js';
import { placeResults } from './place-results.js';
import { resultCard, resultJson, type Card } from './result-card.js';
import type { Terminal } from './terminal.js';
import type { RowsFormat } from './write-results.js';

export interface MergeOptions {
  readonly jobs: string;
  readonly shards: readonly string[];
  readonly out: string;
  readonly figures: boolean;
  readonly format: RowsFormat;
  readonly json: boolean;
}

/** `garrison merge`: puts the shards of a job list together, and writes for each scenario the folder that a run would. */
export async function mergeShards(options: MergeOptions, terminal: Terminal): Promise<number> {
  const list = readJobList(options.jobs, terminal.cwd);
  const compiled = compiledJobs(list);
  mustFitInMemory(compiled, list.replications);
  const all = resultsOf({ list, compiled, options, cwd: terminal.cwd });
  const { comparison } = list;
  if (comparison) return mergeComparison({ list, comparison, compiled, all, options }, terminal);
  const cards: Card[] = [];
  for (const [index, job] of list.scenarios.entries()) {
    if (!job.onlyCompared) cards.push(await place({ list, index, job, compiled, all, options, terminal }));
  }
  terminal.stdout.write(options.json ? jsonOf(cards) : cards.map((card) => resultCard(card, terminal)).join('\n'));
  const bug = cards.find(({ figureBug }) => figureBug)?.figureBug;
  if (bug) throw bug;
  return cards.some(({ manifest }) => manifest.counts.failures > 0) ? exitCode.replicationsFailed : exitCode.done;
}

/** The results of every scenario of a list, from all its shards, in the order of their replications. */
function resultsOf(about: {
  readonly list: JobList;
  readonly compiled: readonly CompiledScenario[];
  readonly options: MergeOptions;
  readonly cwd: string;
}): Results[] {
  const { list, compiled, options, cwd } = about;
  const assemblies = compiled.map((each) => new Assembly(each, list.seed));
  collectShards({ list, jobs: options.jobs, folders: options.shards, cwd }).forEach((chunk, index) => {
    assemblies[list.scenarios.indexOf(shardAt(list, index).job)]?.add(chunk);
  });
  return assemblies.map((assembly) => assembly.results(list.replications));
}

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
