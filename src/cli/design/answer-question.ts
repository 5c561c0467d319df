import { rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { commandLine } from '../command-words.js';
import { exitCode } from '../exit-code.js';
import { hostFacts } from '../manifest.js';
import { openOutputFolder } from '../output-folder.js';
import type { Terminal } from '../terminal.js';
import { designCard, designJson } from './design-card.js';
import { isBetweenStrategies, keepsTablesWhole, methodWords, type DesignMethod } from './design-method.js';
import { loadQuestion, type QuestionOptions } from './design-question.js';
import { evaluateHere, Interrupted } from './evaluate-here.js';
import { writeDesignJobs } from './write-design-jobs.js';
import { placeDesign, type PlacedDesign } from './place-design.js';
import { shownPath } from '../shown-path.js';

/** What every command over uncertain numbers is given. */
export interface DesignOptions extends QuestionOptions {
  readonly seed: number;
  readonly workers: number | 'auto';
  readonly out: string;
  /** Write the work down in this file instead, in shards of about so many replications. */
  readonly jobs: string | undefined;
  readonly shardSize: number;
  readonly figures: boolean;
  readonly report: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** Runs a command over uncertain numbers, from the scenarios' files to the folder of results and the card. */
export async function answerQuestion(
  { method, options }: { readonly method: DesignMethod; readonly options: DesignOptions },
  terminal: Terminal,
): Promise<number> {
  const question = await loadQuestion(
    { ...options, betweenStrategies: isBetweenStrategies(method), wholeTables: keepsTablesWhole(method) },
    terminal,
  );
  const { files, seed, workers, quiet, set, jobs, shardSize, json } = options;
  if (jobs !== undefined)
    return writeDesignJobs({ question, method, seed, run: { files, set }, jobs, shardSize, json }, terminal);
  const parent = resolve(terminal.cwd, options.out, `${question.name}-${methodWords(method).folder}`);
  const folder = openOutputFolder(parent);
  const here = evaluateHere({ workers, quiet, parent: dirname(folder.path) }, terminal);
  const begun = { started: new Date().toISOString(), before: performance.now() };
  const run = () => ({
    files,
    set,
    command: commandLine(repeatedBy(method, options)),
    started: begun.started,
    seconds: (performance.now() - begun.before) / 1000,
    workers,
    node: process.version,
    host: hostFacts(),
  });
  try {
    const placed = await placeDesign(
      { question, method, seed, run, figures: options.figures, report: options.report },
      { evaluate: here.evaluate, folder },
    );
    here.forget();
    return tellDesign(placed, { json, terminal });
  } catch (error) {
    if (!(error instanceof Interrupted)) {
      folder.discard();
      throw error;
    }
    rmSync(folder.path, { recursive: true, force: true });
    terminal.stderr.write('Interrupted. What is done is kept, and the same command goes on from there.\n');
    return exitCode.interrupted;
  }
}

/** Writes the card, and gives the exit code; a figure or report that could not be made is a bug, told last. */
export function tellDesign(
  placed: PlacedDesign,
  { json, terminal }: { readonly json: boolean; readonly terminal: Terminal },
): number {
  const shown = { ...placed, path: shownPath(placed.path, terminal.cwd) };
  terminal.stdout.write(json ? designJson(shown) : designCard(shown, terminal));
  if (placed.bug) throw placed.bug;
  return placed.manifest.failures > 0 ? exitCode.replicationsFailed : exitCode.done;
}

/** The words that ask the same again. */
function repeatedBy(
  method: DesignMethod,
  { files, over, outcome, thresholds = [], set, seed, out }: DesignOptions,
): string[] {
  const { command, words } = methodWords(method);
  return [
    command,
    ...files,
    ...words,
    ...over.flatMap((text) => ['--over', text]),
    ...(method.kind === 'discover' || outcome === undefined ? [] : ['--outcome', outcome]),
    ...thresholds.flatMap((text) => ['--threshold', text]),
    ...['--seed', String(seed), '--out', out],
    ...set.flatMap((assignment) => ['--set', assignment]),
  ];
}
