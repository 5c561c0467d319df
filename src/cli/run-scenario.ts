import { rmSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { evaluateClaims } from '../experiment/claims.js';
import type { Results } from '../experiment/results.js';
import { summarise } from '../experiment/summarise.js';
import type { PrecisionWatch } from '../experiment/precision-watch.js';
import { outcomeColumns, weekCount } from '../model/outcome-columns.js';
import { assumptions } from '../model/scenario/assumptions.js';
import { UserFault } from '../model/scenario/fault.js';
import { executorFor } from './choose-executor.js';
import { commandLine } from './command-words.js';
import { engine } from './engine.js';
import { exitCode } from './exit-code.js';
import { loadWithClaims, type LoadedWithClaims } from './load-with-claims.js';
import { countsOf, hostFacts, warningsOf, type Manifest } from './manifest.js';
import { counted, duration, figure } from './number-text.js';
import { openOutputFolder, type OutputFolder } from './output-folder.js';
import { openPrecision } from './open-precision.js';
import type { PrecisionOption } from './parse-precision.js';
import { farthestText, precisionRecord } from './precision-text.js';
import { openProgressLine } from './progress-line.js';
import { resultCard, resultJson, type Card } from './result-card.js';
import { runCompared } from './run-compared.js';
import { runReplicationsLive } from './run-replications-live.js';
import { scenarioHash } from './scenario-hash.js';
import { hasSharedPast, readSharedPast, type SharedPast } from './shared-past.js';
import type { Terminal } from './terminal.js';
import { writeFigures } from './write-figures.js';
import { writeResults, type RowsFormat } from './write-results.js';

export interface RunOptions {
  readonly file: string;
  /** 2,000 without it and without a precision. */
  readonly replications: number | undefined;
  readonly precision: PrecisionOption | undefined;
  /** With a precision: never more replications; 100,000 without it. */
  readonly most: number | undefined;
  readonly seed: number;
  readonly workers: number | 'auto';
  readonly out: string;
  /** A past to go on from, as a file. */
  readonly from: string | undefined;
  readonly set: readonly string[];
  readonly figures: boolean;
  readonly format: RowsFormat;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** `garrison run`: simulates, writes the folder of results whole or not at all, and tells what came of it. */
export async function runScenario(options: RunOptions, terminal: Terminal): Promise<number> {
  const found = await loadWithClaims(options, terminal);
  const { from } = options;
  const shared = from === undefined ? undefined : readSharedPast({ from, branches: [found] }, terminal);
  const loaded = shared ? withPast(found, shared) : found;
  const n = replicationsOf(loaded, options);
  const watch =
    options.precision && openPrecision({ option: options.precision, columns: outcomeColumns(loaded.compiled), cap: n });
  const scenarioName = basename(options.file, extname(options.file));
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, scenarioName));
  try {
    const card = await simulate({ loaded, shared, options, n, watch, terminal, folder });
    if (!card) {
      folder.discard();
      terminal.stderr.write('Interrupted before two replications were done: nothing is kept.\n');
      return exitCode.interrupted;
    }
    terminal.stdout.write(options.json ? resultJson(card) : resultCard(card, terminal));
    if (card.figureBug) throw card.figureBug;
    return card.manifest.run.interrupted ? exitCode.interrupted : exitCode.done;
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** Claims can compare futures of one past only. */
function withPast(found: LoadedWithClaims, shared: SharedPast): LoadedWithClaims {
  const compared = new Map([...found.compared].filter(([, { compiled }]) => hasSharedPast(shared, compiled)));
  const apart = [...found.compared.keys()].filter((named) => !compared.has(named));
  const warning = `Claims that compare with ${apart.join(', ')} are left out: what happened there before ${shared.date} is not this past.`;
  const claimWarnings = apart.length === 0 ? found.claimWarnings : [...found.claimWarnings, warning];
  return { ...found, compared, claimWarnings, hash: scenarioHash(found.compiled.scenario, shared.past) };
}

const claimsLeftOut = 'Interrupted: claims that compare with scenarios not simulated to the end are left out.';

interface Run {
  readonly loaded: LoadedWithClaims;
  readonly shared: SharedPast | undefined;
  readonly options: RunOptions;
  /** Replications, or with a precision the most of them. */
  readonly n: number;
  readonly watch: PrecisionWatch | undefined;
  readonly terminal: Terminal;
  readonly folder: OutputFolder;
}

async function simulate({ loaded, shared, options, n, watch, terminal, folder }: Run): Promise<Card | undefined> {
  const { compiled } = loaded;
  const { seed, workers, quiet } = options;
  const started = new Date().toISOString();
  const before = performance.now();
  const progress = openProgressLine({
    output: terminal.stderr,
    compiled,
    n,
    quiet,
    ...(watch ? { goal: () => goalOf(watch) } : {}),
  });
  const results = await runReplicationsLive({
    compiled,
    seed,
    past: shared?.past,
    n,
    executor: executorFor(workers),
    signal: terminal.signal,
    onChunk: progress.add,
    ...(watch ? { enough: (chunk) => watch.add(chunk) } : {}),
  }).finally(progress.end);
  if (!results) return undefined;

  const seconds = (performance.now() - before) / 1000;
  if (!quiet) terminal.stderr.write(`${counted(results.n, 'replication')} in ${duration(seconds)}\n`);
  const precision = watch && precisionRecord(watch, options.precision?.text ?? '');
  const stopped = precision ? precision.why === 'interrupted' : results.n < n;
  if (stopped) {
    terminal.stderr.write(
      `Interrupted: the first ${figure(results.n)} of ${watch ? 'at most ' : ''}${figure(n)} replications are kept.\n`,
    );
  }
  const compared = await runCompared({ loaded, seed, past: shared?.past, n: results.n, workers, quiet }, terminal);
  const claims = evaluateClaims({ compiled, results, compared: compared.results });
  const summary = summarise(results);
  const register = assumptions(results.scenario);
  const counts = countsOf(results);
  const manifest: Manifest = {
    formatVersion: 1,
    title: results.scenario.title,
    hash: loaded.hash,
    seed,
    replications: results.n,
    garrison: engine().version,
    counts,
    warnings: [
      ...warningsOf(results, counts),
      ...loaded.claimWarnings,
      ...(shared?.warnings ?? []),
      ...(compared.interrupted ? [claimsLeftOut] : []),
    ],
    scenario: results.scenario,
    ...(shared ? { past: pastIn(shared) } : {}),
    ...comparedIn(loaded),
    run: {
      file: options.file,
      set: options.set,
      command: commandText(options),
      started,
      seconds,
      workers,
      node: process.version,
      host: hostFacts(),
      ...(precision ? { precision } : {}),
      ...(stopped || compared.interrupted ? { interrupted: { requested: n } } : {}),
    },
  };
  writeResults({
    folder: folder.path,
    results,
    summary,
    claims,
    assumptions: register,
    manifest,
    format: options.format,
  });
  const figureBug = options.figures ? await drawInto(join(folder.path, 'figures'), results) : undefined;
  const placed = folder.finish(`${seedName(seed)}-${results.n}-${loaded.hash.slice(0, 8)}`);
  const shown = relative(terminal.cwd, placed.path);
  return {
    results,
    summary,
    claims,
    shared,
    manifest,
    placed: { ...placed, path: shown.startsWith('..') ? placed.path : shown },
    rowsFile: options.format === 'parquet' ? 'replications.parquet' : 'replications.csv',
    figures: options.figures && figureBug === undefined,
    figureBug,
  };
}

/** A name that starts with a dash is read as an option by every shell command: −5 is m5. */
export function seedName(seed: number): string {
  return seed < 0 ? `m${-seed}` : String(seed);
}

function pastIn({ past, date, file, fingerprint, taken }: SharedPast): NonNullable<Manifest['past']> {
  const { seed, replication } = past;
  return { seed, replication, day: date, file, fingerprint, totals: taken.totals };
}

/** The scenarios that claims compare with, in full: without them the claims cannot be worked out again. */
function comparedIn({ compared }: LoadedWithClaims): Pick<Manifest, 'compared'> {
  if (compared.size === 0) return {};
  return {
    compared: [...new Set(compared.values())].map(({ named, hash, set, compiled }) => ({
      file: named,
      hash,
      set,
      scenario: compiled.scenario,
    })),
  };
}

/** A figure that cannot be drawn is a bug, but none for which hours of simulation may be lost. */
async function drawInto(folder: string, results: Results): Promise<Error | undefined> {
  try {
    await writeFigures(results, folder);
    return undefined;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return error instanceof Error ? error : new Error(String(error));
  }
}

const usualReplications = 2000;
export const usualFormat = 'both';
const usualCap = 100_000;

/** How many to run, or with a precision the most; as many as fit in memory, where nobody said how many. */
function replicationsOf(loaded: LoadedWithClaims, { replications, precision, most }: RunOptions): number {
  const fit = mostInMemory(loaded);
  const given = precision ? most : (replications ?? usualReplications);
  if (given === undefined) return Math.min(usualCap, fit);
  if (given <= fit) return given;
  const path = precision ? '--max-replications' : '--replications';
  const rule = `must be at most ${figure(fit)} for this scenario, whose results are held in memory`;
  throw new UserFault([{ path, value: given, rule, hint: 'run parts with several seeds' }]);
}

/** Results are held in memory, twice while they are put together. */
export function mostInMemory({
  compiled,
  compared,
}: Pick<LoadedWithClaims, 'compiled'> & Partial<LoadedWithClaims>): number {
  const all = [compiled, ...[...new Set(compared?.values())].map((other) => other.compiled)];
  const numbersEach = all.map((each) => outcomeColumns(each).length + 3 * weekCount(each.horizonDays));
  const bytesEach = 8 * 2 * numbersEach.reduce((sum, numbers) => sum + numbers, 0);
  return Math.floor(2 ** 31 / bytesEach);
}

function goalOf(watch: PrecisionWatch): string | undefined {
  const farthest = watch.farthest();
  return farthest && farthestText(farthest);
}

/** The command that gives these numbers again. */
function commandText({
  file,
  replications,
  precision,
  most,
  seed,
  out,
  from,
  set,
  figures,
  format,
}: RunOptions): string {
  const words = ['run', file];
  if (precision) words.push('--precision', precision.text);
  else words.push('--replications', String(replications ?? usualReplications));
  if (most !== undefined) words.push('--max-replications', String(most));
  words.push('--seed', String(seed), '--out', out);
  if (from !== undefined) words.push('--from', from);
  for (const assignment of set) words.push('--set', assignment);
  if (format !== usualFormat) words.push('--format', format);
  if (!figures) words.push('--no-figures');
  return commandLine(words);
}
