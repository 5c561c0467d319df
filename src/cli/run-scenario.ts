import { basename, dirname, extname, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { detailedOf } from '../experiment/detail-rows.js';
import type { PrecisionWatch } from '../experiment/precision-watch.js';
import { outcomeColumns } from '../model/outcome-columns.js';
import { plainOf } from '../model/compared-together.js';
import { mustBeEven } from './antithetic.js';
import { executorFor, threadsOf } from './choose-executor.js';
import { commandLine } from './command-words.js';
import { exitCode } from './exit-code.js';
import { loadWithClaims, type LoadedWithClaims } from './load-with-claims.js';
import { openFigureThread, type FigureThread } from './figure-thread.js';
import { hostFacts, type Manifest } from './manifest.js';
import { counted, duration, figure } from './number-text.js';
import { mustBeEstimable } from './must-be-estimable.js';
import { openOutputFolder, type OutputFolder } from './output-folder.js';
import { openPrecision } from './open-precision.js';
import type { PrecisionOption } from './parse-precision.js';
import { farthestText, precisionRecord } from './precision-text.js';
import { figuresInto, placeResults } from './place-results.js';
import { preferCold } from './prefer-cold.js';
import { openProgressLine } from './progress-line.js';
import { closeIdleThreads, warmThreads } from './replication-threads.js';
import { resultCard, resultJson, type Card } from './result-card.js';
import { runCompared } from './run-compared.js';
import { runReplicationsLive } from './run-replications-live.js';
import { scenarioHash } from './scenario-hash.js';
import { hasSharedPast, readSharedPast, type SharedPast } from './shared-past.js';
import type { Terminal } from './terminal.js';
import { openWorkFolder, type WorkFolder } from './work-folder.js';
import { usualFormat, type RowsFormat } from './write-results.js';

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
  /** Replications in antithetic pairs. */
  readonly antithetic: boolean;
  /** A past to go on from, as a file. */
  readonly from: string | undefined;
  readonly set: readonly string[];
  readonly figures: boolean;
  readonly format: RowsFormat;
  readonly report: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** Fewer replications are done before a thread has started. */
const worthWarming = 500;
/** Whether the work is worth more threads than this is known when the scenario is. */
const mostWarm = 3;

/** `garrison run`: simulates, writes the folder of results whole or not at all, and tells what came of it. */
export async function runScenario(options: RunOptions, terminal: Terminal): Promise<number> {
  // They load what they work with while the scenario is read.
  const thread = options.figures ? openFigureThread() : undefined;
  if ((options.replications ?? Infinity) >= worthWarming)
    warmThreads(Math.min(mostWarm, threadsOf(options.workers) - 1));
  try {
    return await runWith(options, { terminal, thread });
  } finally {
    await thread?.close();
  }
}

async function runWith(
  options: RunOptions,
  { terminal, thread }: { readonly terminal: Terminal; readonly thread: FigureThread | undefined },
): Promise<number> {
  const found = await loadWithClaims(options, terminal);
  const { from } = options;
  const shared = from === undefined ? undefined : readSharedPast({ from, branches: [found] }, terminal);
  const loaded = shared ? withPast(found, shared) : found;
  const n = replicationsOf(options);
  mustBeEven(n, options.antithetic);
  const watch =
    options.precision && openPrecision({ option: options.precision, columns: outcomeColumns(loaded.compiled), cap: n });
  const scenarioName = basename(options.file, extname(options.file));
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, scenarioName));
  if (!options.quiet) for (const remark of folder.remarks) terminal.stderr.write(`${remark}\n`);
  const works: WorkFolder[] = [];
  try {
    const card = await simulate({ loaded, shared, options, n, watch, terminal, thread, folder, works });
    if (!card) {
      folder.discard();
      terminal.stderr.write('Interrupted before two replications were done: nothing is kept.\n');
      return exitCode.interrupted;
    }
    // The card reads rows: work goes only when it is written.
    terminal.stdout.write(options.json ? resultJson(card) : resultCard(card, terminal));
    if (!card.manifest.run.interrupted) for (const work of works) work.remove();
    if (card.figureBug) throw card.figureBug;
    if (card.reportBug) throw card.reportBug;
    if (card.manifest.run.interrupted) return exitCode.interrupted;
    return card.manifest.counts.failures > 0 ? exitCode.replicationsFailed : exitCode.done;
  } catch (error) {
    // It must not go on writing there.
    await thread?.close();
    folder.discard();
    throw error;
  } finally {
    for (const work of works) work.close();
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

export const claimsLeftOut = 'Interrupted: claims that compare with scenarios not simulated to the end are left out.';

interface Run {
  readonly loaded: LoadedWithClaims;
  readonly shared: SharedPast | undefined;
  readonly options: RunOptions;
  /** Replications, or with a precision the most of them. */
  readonly n: number;
  readonly watch: PrecisionWatch | undefined;
  readonly terminal: Terminal;
  readonly thread: FigureThread | undefined;
  readonly folder: OutputFolder;
  /** Takes what is opened to keep rows in. */
  readonly works: WorkFolder[];
}

async function simulate({
  loaded,
  shared,
  options,
  n,
  watch,
  terminal,
  thread,
  folder,
  works,
}: Run): Promise<Card | undefined> {
  const { compiled } = loaded;
  const { seed, workers, quiet } = options;
  const started = new Date().toISOString();
  const before = performance.now();
  const parent = dirname(folder.path);
  const work = openWorkFolder({
    parent,
    compiled,
    hash: loaded.hash,
    seed,
    past: shared?.past,
    leastWaitSeconds: terminal.keepWorkAfterSeconds,
  });
  works.push(work);
  tellFound(work, { n, quiet, terminal });
  const progress = openProgressLine({
    output: terminal.stderr,
    compiled,
    n,
    quiet,
    found: work.found,
    ...(watch ? { goal: () => goalOf(watch) } : {}),
  });
  const results = await runReplicationsLive({
    compiled,
    seed,
    past: shared?.past,
    n,
    detailed: thread ? detailedOf(compiled, n) : 0,
    executor: executorFor(workers),
    work,
    signal: terminal.signal,
    onRows: progress.add,
    ...(watch ? { enough: (rows) => watch.add(rows) } : {}),
  }).finally(progress.end);
  if (!results) return undefined;

  const seconds = (performance.now() - before) / 1000;
  if (!quiet) terminal.stderr.write(`${counted(results.n, 'replication')} in ${duration(seconds)}\n`);
  const precision = watch && precisionRecord(watch, options.precision?.text ?? '');
  const stopped = precision ? precision.why === 'interrupted' : results.n < n;
  if (stopped) {
    terminal.stderr.write(
      `Interrupted: the first ${figure(results.n)} of ${watch ? 'at most ' : ''}${figure(n)} replications are kept. The same command goes on from there.\n`,
    );
  }
  // Of a process that is this program's alone.
  if (terminal.program !== undefined) preferCold();
  // Drawn while the scenarios that it is compared with are simulated.
  const begun = thread && figuresInto({ compiled, results }, { folder, thread });
  await begun;
  const compared = await runCompared(
    { loaded, seed, past: shared?.past, n: results.n, workers, quiet, parent },
    terminal,
  );
  works.push(...compared.work);
  await closeIdleThreads();
  const card = await placeResults(
    {
      compiled,
      hash: loaded.hash,
      results,
      compared: compared.results,
      comparedScenarios: comparedIn(loaded),
      past: shared && pastIn(shared),
      warnings: [
        ...loaded.claimWarnings,
        ...(shared?.warnings ?? []),
        ...(compared.interrupted ? [claimsLeftOut] : []),
      ],
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
      figures: options.figures,
      format: options.format,
      report: options.report,
    },
    { folder, cwd: terminal.cwd, begun },
  );
  if (!quiet && card.results.antithetic) terminal.stderr.write(pairsText(card.summary));
  return { ...card, shared };
}

/** How much the pairs were worth, outcome by outcome. */
function pairsText(summary: Card['summary']): string {
  const gains = summary
    .filter(({ statistic, value }) => statistic === 'variance reduction of antithetic pairs' && !Number.isNaN(value))
    .map(({ outcome, value }) => `${outcome} ${Number(value.toPrecision(2))}`);
  return gains.length === 0
    ? ''
    : `Antithetic pairs are worth so many times independent replications: ${gains.join(', ')}\n`;
}

/** Says where a run goes on, and what of its earlier work could not be used. */
function tellFound(
  { found, remarks }: WorkFolder,
  about: { readonly n: number; readonly quiet: boolean; readonly terminal: Terminal },
): void {
  const { n, quiet, terminal } = about;
  if (quiet) return;
  for (const remark of remarks) terminal.stderr.write(`${remark}\n`);
  const done = found.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, n) - from), 0);
  if (done > 0) terminal.stderr.write(`Continuing: ${figure(done)} of ${figure(n)} replications were done.\n`);
}

function pastIn({ past, date, file, fingerprint, taken }: SharedPast): NonNullable<Manifest['past']> {
  const { seed, replication } = past;
  return { seed, replication, day: date, file, fingerprint, totals: taken.totals };
}

/** The scenarios that claims compare with, in full: without them the claims cannot be worked out again. */
export function comparedIn({ compared }: LoadedWithClaims): Manifest['compared'] {
  if (compared.size === 0) return undefined;
  return [...new Set(compared.values())].map(({ named, hash, set, compiled }) => ({
    file: named,
    hash,
    set,
    ...plainOf(compiled),
  }));
}

const usualReplications = 2000;
const usualCap = 100_000;

/** How many to run, or with a precision the most. */
function replicationsOf({ replications, precision, most }: RunOptions): number {
  const n = precision ? (most ?? usualCap) : (replications ?? usualReplications);
  mustBeEstimable(n, precision ? '--max-replications' : '--replications');
  return n;
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
  antithetic,
  from,
  set,
  figures,
  format,
  report,
}: RunOptions): string {
  const words = ['run', file];
  if (precision) words.push('--precision', precision.text);
  else words.push('--replications', String(replications ?? usualReplications));
  if (most !== undefined) words.push('--max-replications', String(most));
  words.push('--seed', String(seed), '--out', out);
  if (antithetic) words.push('--antithetic');
  if (from !== undefined) words.push('--from', from);
  for (const assignment of set) words.push('--set', assignment);
  if (format !== usualFormat) words.push('--format', format);
  if (!figures) words.push('--no-figures');
  if (!report) words.push('--no-report');
  return commandLine(words);
}
