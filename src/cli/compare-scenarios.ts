import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { commandLine } from './command-words.js';
import { compileLate } from './compile-late.js';
import { comparisonCard, comparisonJson, type ComparisonCard } from './comparison-card.js';
import { comparisonSize, precisionOf } from './comparison-size.js';
import { exitCode } from './exit-code.js';
import { loadStudy, type LoadedStudy } from './load-study.js';
import { hostFacts } from './manifest.js';
import { openOutputFolder, type OutputFolder } from './output-folder.js';
import type { PrecisionOption } from './parse-precision.js';
import { placeComparison } from './place-comparison.js';
import { runMembers, type ComparisonSize } from './run-members.js';
import type { Terminal } from './terminal.js';
import { usualFormat, type RowsFormat } from './write-results.js';

export interface CompareOptions {
  /** A study, or scenarios of which the first is the baseline. */
  readonly files: readonly string[];
  /** Undefined: as the study says. */
  readonly replications: number | undefined;
  readonly precision: PrecisionOption | undefined;
  /** With a precision: never more replications of each. */
  readonly most: number | undefined;
  readonly seed: number | undefined;
  readonly workers: number | 'auto';
  readonly out: string;
  /** Replications in antithetic pairs. */
  readonly antithetic: boolean;
  readonly set: readonly string[];
  readonly figures: boolean;
  readonly format: RowsFormat;
  readonly report: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** `garrison compare`: simulates every scenario with the same luck, and tells how they differ and how sure that is. */
export async function compareScenarios(options: CompareOptions, terminal: Terminal): Promise<number> {
  const read = await loadStudy(options, terminal);
  const study: LoadedStudy = { ...read, seed: options.seed ?? read.seed };
  const size = comparisonSize(study, options);
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, study.name));
  try {
    const card = await compare({ study, size, options, terminal, folder });
    if (!card) {
      folder.discard();
      const early = size.kind === 'fixed' ? 'two scenarios were done' : 'all scenarios came to the first look';
      terminal.stderr.write(`Interrupted before ${early}. The same command goes on from there.\n`);
      return exitCode.interrupted;
    }
    terminal.stdout.write(options.json ? comparisonJson(card) : comparisonCard(card, terminal));
    if (card.figureBug) throw card.figureBug;
    if (card.reportBug) throw card.reportBug;
    if (card.manifest.run.interrupted) return exitCode.interrupted;
    const failed = card.manifest.scenarios.some(({ failures }) => failures > 0);
    return failed ? exitCode.replicationsFailed : exitCode.done;
  } catch (error) {
    folder.discard();
    throw error;
  }
}

interface Comparing {
  readonly study: LoadedStudy;
  readonly size: ComparisonSize;
  readonly options: CompareOptions;
  readonly terminal: Terminal;
  readonly folder: OutputFolder;
}

async function compare({ study, size, options, terminal, folder }: Comparing): Promise<ComparisonCard | undefined> {
  const { members, metrics, seed } = study;
  const { workers, quiet } = options;
  const started = new Date().toISOString();
  const before = performance.now();
  const { ran, precision, interrupted } = await runMembers(
    { members, metrics, size, seed, workers, quiet, folder },
    terminal,
  );
  compileLate(terminal);
  if (ran.length < 2) return undefined;
  const missing = members.slice(ran.length).map(({ key }) => key);
  if (interrupted) {
    const what =
      missing.length > 0 ? `what was done, without ${missing.join(', ')}` : 'what all came to at the last look';
    terminal.stderr.write(`Interrupted: compared is ${what}. The same command goes on from there.\n`);
  }
  const facts = {
    set: options.set,
    command: commandText(options, study),
    workers,
    node: process.version,
    host: hostFacts(),
  };
  const card = await placeComparison(
    {
      study,
      members: ran.map(({ member, results, started: begun, seconds }) => ({
        member,
        results,
        run: { ...facts, file: member.file, set: member.set, started: begun, seconds },
      })),
      run: {
        ...facts,
        files: options.files,
        fileOf: Object.fromEntries(ran.map(({ member: { key, file } }) => [key, file])),
        started,
        seconds: (performance.now() - before) / 1000,
        ...(precision ? { precision } : {}),
        ...(interrupted ? { interrupted: { missing } } : {}),
      },
      figures: options.figures,
      format: options.format,
      report: options.report,
    },
    { folder, cwd: terminal.cwd },
  );
  for (const { work } of ran) {
    if (interrupted) work.close();
    else work.remove();
  }
  return card;
}

/** The command that gives these numbers again. */
function commandText(options: CompareOptions, study: LoadedStudy): string {
  const { files, out, set, figures, format, report, most } = options;
  const precision = precisionOf(study, options);
  const words = ['compare', ...files];
  if (precision) {
    words.push('--precision', precision.text);
    const cap = most ?? study.maxReplications;
    if (cap !== undefined) words.push('--max-replications', String(cap));
  } else words.push('--replications', String(options.replications ?? study.replications));
  words.push('--seed', String(study.seed), '--out', out);
  for (const assignment of set) words.push('--set', assignment);
  if (options.antithetic) words.push('--antithetic');
  if (format !== usualFormat) words.push('--format', format);
  if (!figures) words.push('--no-figures');
  if (!report) words.push('--no-report');
  return commandLine(words);
}
