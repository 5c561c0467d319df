import { mkdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { compareStrategies, strategyOf, type Strategy } from '../experiment/compare/index.js';
import { summarise } from '../experiment/summarise.js';
import { assumptions } from '../model/scenario/assumptions.js';
import { UserFault } from '../model/scenario/fault.js';
import { assumptionDifferences } from './assumption-differences.js';
import { executorFor } from './choose-executor.js';
import { commandLine } from './command-words.js';
import { comparisonCard, comparisonJson, type ComparisonCard } from './comparison-card.js';
import type { Alternative } from './comparison-tables.js';
import type { ComparisonManifest } from './comparison-manifest.js';
import { engine } from './engine.js';
import { exitCode } from './exit-code.js';
import { loadStudy, type LoadedMember, type LoadedStudy } from './load-study.js';
import { countsOf, hostFacts, warningsOf, type Manifest } from './manifest.js';
import { counted, duration, figure } from './number-text.js';
import { openOutputFolder, type OutputFolder } from './output-folder.js';
import { openProgressLine } from './progress-line.js';
import { runReplicationsLive } from './run-replications-live.js';
import { mostInMemory } from './must-fit-in-memory.js';
import { seedName } from './place-results.js';
import { scenarioHash } from './scenario-hash.js';
import type { Terminal } from './terminal.js';
import { writeComparison } from './write-comparison.js';
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

/** `garrison compare`: simulates every scenario with the same luck, and tells how they differ and how sure that is. */
export async function compareScenarios(options: CompareOptions, terminal: Terminal): Promise<number> {
  const read = await loadStudy(options, terminal);
  const study: LoadedStudy = {
    ...read,
    replications: options.replications ?? read.replications,
    seed: options.seed ?? read.seed,
  };
  mustFitInMemory(study);
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, study.name));
  try {
    const card = await compare({ study, options, terminal, folder });
    if (!card) {
      folder.discard();
      terminal.stderr.write('Interrupted before two scenarios were done: nothing is kept.\n');
      return exitCode.interrupted;
    }
    terminal.stdout.write(options.json ? comparisonJson(card) : comparisonCard(card, terminal));
    if (card.figureBug) throw card.figureBug;
    return card.manifest.run.interrupted ? exitCode.interrupted : exitCode.done;
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** The results of one scenario at a time are held in memory. */
function mustFitInMemory({ members, replications }: LoadedStudy): void {
  const most = Math.min(...members.map(({ loaded }) => mostInMemory([loaded.compiled])));
  if (replications <= most) return;
  const rule = `must be at most ${figure(most)} for these scenarios, whose results are held in memory`;
  throw new UserFault([{ path: '--replications', value: replications, rule }]);
}

interface Comparing {
  readonly study: LoadedStudy;
  readonly options: CompareOptions;
  readonly terminal: Terminal;
  readonly folder: OutputFolder;
}

async function compare({ study, options, terminal, folder }: Comparing): Promise<ComparisonCard | undefined> {
  const { seed, replications: n } = study;
  const started = new Date().toISOString();
  const before = performance.now();
  const done: { readonly member: LoadedMember; readonly strategy: Strategy; readonly warnings: readonly string[] }[] =
    [];
  for (const member of study.members) {
    const finished = await simulate({ study, options, terminal, folder }, member);
    if (!finished) break;
    done.push({ member, ...finished });
  }
  if (done.length < 2) return undefined;
  const missing = study.members.slice(done.length).map(({ key }) => key);
  if (missing.length > 0)
    terminal.stderr.write(`Interrupted: compared is what was done, without ${missing.join(', ')}.\n`);

  const comparison = compareStrategies(
    done.map(({ strategy }) => strategy),
    study.metrics,
  );
  const members = done.map(({ member }) => member);
  const alternatives = members.slice(1).map((_, index) => alternativeOf(members, index + 1));
  const hash = scenarioHash({
    scenarios: members.map(({ key, loaded }) => [key, loaded.compiled.scenario]),
    metrics: study.metrics,
  });
  const manifest: ComparisonManifest = {
    formatVersion: 1,
    kind: 'comparison',
    title: study.title,
    ...(study.question === undefined ? {} : { question: study.question }),
    hash,
    seed,
    replications: n,
    garrison: engine().version,
    metrics: study.metrics,
    warnings: [...comparison.warnings, ...sharedWarnings(done)],
    scenarios: members.map(({ key, loaded: { hash: own, compiled } }) => ({
      key,
      hash: own,
      measuredAgainstBaseline: compiled.reference !== undefined,
      scenario: compiled.scenario,
    })),
    run: {
      files: options.files,
      ...runFacts({ options, study, started, before }),
      ...(missing.length > 0 ? { interrupted: { missing } } : {}),
    },
  };
  writeComparison({ folder: folder.path, comparison, alternatives, manifest });
  const figureBug = options.figures
    ? await drawInto(join(folder.path, 'figures'), { comparison, title: study.title, seed })
    : undefined;
  const placed = folder.finish(`${seedName(seed)}-${n}-${hash.slice(0, 8)}`);
  const shown = relative(terminal.cwd, placed.path);
  return {
    comparison,
    manifest,
    alternatives,
    placed: { ...placed, path: shown.startsWith('..') ? placed.path : shown },
    figures: options.figures && figureBug === undefined,
    figureBug,
  };
}

/** What differs in an alternative from the baseline, and from the alternative before it that it is nearest to, if that is near. */
function alternativeOf(members: readonly LoadedMember[], index: number): Alternative {
  const scenarioOf = (member: number) => members[member]!.loaded.compiled.scenario;
  const { key } = members[index]!;
  const own = scenarioOf(index);
  const differences = assumptionDifferences(scenarioOf(0), own);
  const nearest = members
    .slice(1, index)
    .map((member, i) => ({ key: member.key, differences: assumptionDifferences(scenarioOf(i + 1), own) }))
    .filter((other) => 2 * other.differences.length <= differences.length)
    .sort((a, b) => a.differences.length - b.differences.length)[0];
  const title = own.title === scenarioOf(0).title ? '' : own.title;
  return { key, title, differences, ...(nearest ? { nearest } : {}) };
}

/** Runs one scenario, writes its folder, and keeps what is compared. Undefined where it was interrupted. */
async function simulate(
  { study, options, terminal, folder }: Comparing,
  { key, loaded }: LoadedMember,
): Promise<{ readonly strategy: Strategy; readonly warnings: readonly string[] } | undefined> {
  const { compiled } = loaded;
  const { seed, replications: n, metrics } = study;
  const { workers, quiet } = options;
  const started = new Date().toISOString();
  const before = performance.now();
  const progress = openProgressLine({ output: terminal.stderr, compiled, n, quiet, label: key });
  const results = await runReplicationsLive({
    compiled,
    seed,
    n,
    executor: executorFor(workers),
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
    hash: loaded.hash,
    seed,
    replications: n,
    garrison: engine().version,
    counts,
    warnings,
    scenario: results.scenario,
    ...(compiled.reference ? { reference: compiled.reference.scenario } : {}),
    run: { file: loaded.file, ...runFacts({ options, study, started, before }), set: loaded.set },
  };
  const target = join(folder.path, 'scenarios', key);
  mkdirSync(target, { recursive: true });
  writeResults({
    folder: target,
    results,
    summary: summarise(results),
    claims: [],
    assumptions: assumptions(results.scenario),
    manifest,
    format: options.format,
  });
  return { strategy: strategyOf({ key, results }, metrics), warnings };
}

/** How it came about, alike for the whole and for each scenario. */
function runFacts(about: {
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

/** Warnings of single scenarios, those of several told once with their keys. */
function sharedWarnings(
  done: readonly { readonly member: LoadedMember; readonly warnings: readonly string[] }[],
): string[] {
  const few = /^Only \d+ replications/;
  const texts = [...new Set(done.flatMap(({ warnings }) => warnings))].filter((text) => !few.test(text));
  return texts.map((text) => {
    const keys = done.filter(({ warnings }) => warnings.includes(text)).map(({ member }) => member.key);
    return keys.length === done.length ? `all scenarios: ${text}` : `${keys.join(', ')}: ${text}`;
  });
}

/** A figure that cannot be drawn is a bug, but none for which hours of simulation may be lost. */
async function drawInto(
  folder: string,
  about: { readonly comparison: ComparisonCard['comparison']; readonly title: string; readonly seed: number },
): Promise<Error | undefined> {
  try {
    const { writeComparisonFigures } = await import('./write-comparison-figures.js');
    await writeComparisonFigures(about, folder);
    return undefined;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return error instanceof Error ? error : new Error(String(error));
  }
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
