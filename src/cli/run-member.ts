import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { evaluateClaims } from '../experiment/claims.js';
import { strategyOf, type Strategy } from '../experiment/compare/index.js';
import { summarise } from '../experiment/summarise.js';
import { plainOf } from '../model/compared-together.js';
import { assumptions } from '../model/scenario/assumptions.js';
import { executorFor } from './choose-executor.js';
import { commandLine } from './command-words.js';
import { engine } from './engine.js';
import type { LoadedMember, LoadedStudy } from './load-study.js';
import { countsOf, hostFacts, warningsOf, type Manifest } from './manifest.js';
import { counted, duration, figure } from './number-text.js';
import type { OutputFolder } from './output-folder.js';
import { openProgressLine } from './progress-line.js';
import { runReplicationsLive } from './run-replications-live.js';
import type { Terminal } from './terminal.js';
import { openWorkFolder, type WorkFolder } from './work-folder.js';
import { usualFormat, writeResults, type RowsFormat } from './write-results.js';

export interface CompareOptions {
  /** A study, or scenarios of which the first is the baseline. */
  readonly files: readonly string[];
  /** Undefined: as the study says. */
  readonly replications: number | undefined;
  readonly seed: number | undefined;
  readonly workers: number | 'auto';
  readonly out: string;
  readonly set: readonly string[];
  readonly figures: boolean;
  readonly format: RowsFormat;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** A scenario whose replications are all there. */
export interface Done {
  readonly member: LoadedMember;
  readonly work: WorkFolder;
  readonly strategy: Strategy;
  readonly warnings: readonly string[];
  readonly failures: number;
}

export interface Comparing {
  readonly study: LoadedStudy;
  readonly options: CompareOptions;
  readonly terminal: Terminal;
  readonly folder: OutputFolder;
}

/** Runs one scenario, writes its folder, and keeps what is compared. Undefined where it was interrupted. */
export async function runMember(
  { study, options, terminal, folder }: Comparing,
  member: LoadedMember,
): Promise<Done | undefined> {
  const { key, loaded } = member;
  const { compiled, hash } = loaded;
  const { seed, replications: n, metrics } = study;
  const { workers, quiet } = options;
  const started = new Date().toISOString();
  const before = performance.now();
  const work = openWorkFolder({ parent: dirname(folder.path), compiled, hash, seed });
  if (!quiet) tellFound(work, { key, n, terminal });
  const { found } = work;
  const progress = openProgressLine({ output: terminal.stderr, compiled, n, quiet, label: key, found });
  const results = await runReplicationsLive({
    compiled,
    seed,
    n,
    executor: executorFor(workers),
    work,
    signal: terminal.signal,
    onChunk: progress.add,
  }).finally(progress.end);
  if (!results || results.n < n) return undefined;
  if (!quiet)
    terminal.stderr.write(`${key}: ${counted(n, 'replication')} in ${duration((performance.now() - before) / 1000)}\n`);
  const counts = countsOf(results);
  const warnings = [...warningsOf(results, counts), ...loaded.warnings];
  const manifest: Manifest = {
    formatVersion: 1,
    title: results.scenario.title,
    hash,
    seed,
    replications: n,
    garrison: engine().version,
    counts,
    warnings,
    ...plainOf(compiled),
    run: { file: loaded.file, ...runFacts({ options, study, started, before }), set: loaded.set },
  };
  const target = join(folder.path, 'scenarios', key);
  mkdirSync(target, { recursive: true });
  writeResults({
    folder: target,
    results,
    summary: summarise(results),
    // Claims that compare with other scenarios are for garrison run, which simulates these.
    claims: evaluateClaims({ compiled, results, compared: new Map() }),
    assumptions: assumptions(results.scenario),
    manifest,
    format: options.format,
  });
  return { member, work, strategy: strategyOf({ key, results }, metrics), warnings, failures: counts.failures };
}

/** Says where a scenario goes on, and what of its earlier work could not be used. */
function tellFound(
  { found, remarks }: WorkFolder,
  { key, n, terminal }: { readonly key: string; readonly n: number; readonly terminal: Terminal },
): void {
  for (const remark of remarks) terminal.stderr.write(`${key}: ${remark}\n`);
  const done = found.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, n) - from), 0);
  if (done > 0) terminal.stderr.write(`${key}: continuing, ${figure(done)} of ${figure(n)} replications were done\n`);
}

/** How it came about, alike for the whole and for each scenario. */
export function runFacts(about: {
  readonly options: CompareOptions;
  readonly study: LoadedStudy;
  readonly started: string;
  readonly before: number;
}) {
  const { options, study, started, before } = about;
  return {
    set: options.set,
    command: commandText(options, study),
    started,
    seconds: (performance.now() - before) / 1000,
    workers: options.workers,
    node: process.version,
    host: hostFacts(),
  };
}

/** The command that gives these numbers again. */
function commandText(
  { files, out, set, figures, format }: CompareOptions,
  { replications, seed }: LoadedStudy,
): string {
  const words = ['compare', ...files, '--replications', String(replications), '--seed', String(seed), '--out', out];
  for (const assignment of set) words.push('--set', assignment);
  if (format !== usualFormat) words.push('--format', format);
  if (!figures) words.push('--no-figures');
  return commandLine(words);
}
