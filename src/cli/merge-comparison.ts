import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Results } from '../experiment/results.js';
import type { CompiledScenario } from '../model/compile.js';
import { comparisonCard, comparisonJson } from './comparison-card.js';
import { exitCode } from './exit-code.js';
import type { JobComparison, JobList } from './job-list.js';
import { hostFacts } from './manifest.js';
import type { MergeOptions } from './merge-shards.js';
import { openOutputFolder } from './output-folder.js';
import { placeComparison } from './place-comparison.js';
import type { Terminal } from './terminal.js';

interface Merging {
  readonly list: JobList;
  readonly comparison: JobComparison;
  readonly compiled: readonly CompiledScenario[];
  readonly all: readonly Results[];
  readonly options: MergeOptions;
}

/** Compares the scenarios of a study whose shards are all there: the folder that `garrison compare` writes. */
export async function mergeComparison(merging: Merging, terminal: Terminal): Promise<number> {
  const { list, comparison, compiled, all, options } = merging;
  const { seed, scenarios } = list;
  const before = performance.now();
  const started = new Date().toISOString();
  const facts = {
    command: `garrison merge --jobs ${options.jobs} ${options.shards.join(' ')}`,
    started,
    seconds: 0,
    workers: 1,
    node: process.version,
    host: hostFacts(),
  };
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, comparison.name));
  try {
    const card = await placeComparison(
      {
        study: { ...comparison, question: comparison.question, seed },
        members: scenarios.map(({ name, file, set, hash, warnings, compared }, i) => ({
          member: {
            key: name,
            file,
            set,
            hash,
            compiled: compiled[i]!,
            warnings,
            compared: compared.map(({ index, named }) => ({ named, key: scenarios[index]!.name })),
          },
          results: all[i]!,
          run: { ...facts, file, set },
        })),
        run: {
          ...facts,
          seconds: (performance.now() - before) / 1000,
          set: comparison.set,
          files: [comparison.file],
          fileOf: Object.fromEntries(scenarios.map(({ name, file }) => [name, file])),
        },
        figures: options.figures,
        format: options.format,
        report: options.report,
      },
      { folder, cwd: terminal.cwd },
    );
    terminal.stdout.write(options.json ? comparisonJson(card) : comparisonCard(card, terminal));
    if (card.figureBug) throw card.figureBug;
    const failed = card.manifest.scenarios.some(({ failures }) => failures > 0);
    return failed ? exitCode.replicationsFailed : exitCode.done;
  } catch (error) {
    folder.discard();
    throw error;
  }
}
