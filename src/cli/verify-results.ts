import { randomInt } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { openRunner, traceReplication, type Chunk } from '../experiment/run-replications.js';
import { weekStart } from '../experiment/results.js';
import { instant } from '../experiment/tables/instant.js';
import { traceFully } from '../experiment/trace.js';
import type { CompiledScenario } from '../model/compile.js';
import { outcomeColumns, weeklySeries } from '../model/outcome-columns.js';
import type { Past } from '../model/luck.js';
import { UserFault } from '../model/scenario/fault.js';
import { readBacktest } from './backtest/backtest-manifest.js';
import { verifyBacktest } from './backtest/verify-backtest.js';
import { readCalibration } from './calibrate/calibration-manifest.js';
import { verifyCalibration } from './calibrate/verify-calibration.js';
import { csvLine } from './csv-text.js';
import { readDesign } from './design/design-manifest.js';
import { verifyDesign } from './design/verify-design.js';
import { errorCode } from './error-code.js';
import { eventDifferenceText, readTrail, type TrailCheck } from './event-trail-file.js';
import { exitCode } from './exit-code.js';
import { counted, figure } from './number-text.js';
import { readManifest } from './read-manifest.js';
import type { Terminal } from './terminal.js';
import { traceRowsCsv } from './write-trace.js';

export interface VerifyOptions {
  readonly folder: string;
  readonly sample: number;
  readonly replication: number | undefined;
  /** Where the record's file lies that a fit or a back-test read; undefined: where the manifest says. */
  readonly record: string | undefined;
}

/** `garrison verify`: computes some replications of a folder of results again, and names the first thing that differs. */
export async function verifyResults(options: VerifyOptions, terminal: Terminal): Promise<number> {
  const path = resolve(terminal.cwd, options.folder);
  const file = relative(terminal.cwd, join(path, 'manifest.json'));
  const design = readDesign(file, terminal.cwd);
  if (design) return verifyDesign(design, { sample: options.sample, row: options.replication }, terminal);
  const calibration = readCalibration(file, terminal.cwd);
  if (calibration) return verifyCalibration(calibration, options.record, terminal);
  const backtest = readBacktest(file, terminal.cwd);
  const { sample, replication: row, record } = options;
  if (backtest) return verifyBacktest(backtest, { sample, row, record }, terminal);
  const { manifest, compiled, past } = readManifest(file, terminal.cwd);
  const { seed } = manifest;
  const told =
    manifest.kind === 'trace'
      ? verifyTrace({ path, compiled, seed, past, replication: manifest.replication })
      : await verifyRun({ path, compiled, seed, past, n: manifest.replications, options });
  terminal.stdout.write(`${told.text}\n`);
  return told.same ? exitCode.done : exitCode.userFault;
}

interface Told {
  readonly same: boolean;
  readonly text: string;
}

function verifyTrace(about: {
  readonly path: string;
  readonly compiled: CompiledScenario;
  readonly seed: number;
  readonly past: Past | undefined;
  readonly replication: number;
}): Told {
  const { path, compiled, seed, past, replication } = about;
  const stored = read(join(path, 'rows.csv')).split('\n');
  const now = traceRowsCsv(traceFully(compiled, { seed, replication, past })).split('\n');
  const at = Array.from({ length: Math.max(stored.length, now.length) }).findIndex((_, i) => stored[i] !== now[i]);
  if (at < 0) return { same: true, text: `Verified: every event of replication ${replication} is the same.` };
  const row = (lines: readonly string[]): string => lines[at] || 'no more events';
  return {
    same: false,
    text: `Replication ${replication} differs. The first event that differs is row ${at}:\n  there  ${row(stored)}\n  now    ${row(now)}`,
  };
}

interface RunFolder {
  readonly path: string;
  readonly compiled: CompiledScenario;
  readonly seed: number;
  readonly past: Past | undefined;
  readonly n: number;
  readonly options: VerifyOptions;
}

async function verifyRun({ path, compiled, seed, past, n, options }: RunFolder): Promise<Told> {
  const { replication: asked, sample } = options;
  if (asked !== undefined && asked >= n)
    throw new UserFault([{ path: '--replication', value: asked, rule: `must be one of the ${n} that were run` }]);
  const picked = asked === undefined ? drawn(n, sample) : new Set([asked]);
  const rows = await linesOf(join(path, 'replications.csv'), (r) => picked.has(r));
  const run = openRunner(compiled, { seed, past });
  const check: TrailCheck = { compiled, seed, past, trail: readTrail(path) };
  const different: string[] = [];
  let isNamed = false;
  for (const replication of [...picked].sort((a, b) => a - b)) {
    const chunk = run({ from: replication, to: replication + 1 });
    const stored = rows.get(replication)?.[0];
    const now = csvLine([replication, ...chunk.values]).trimEnd();
    if (stored === now) continue;
    const event = eventDifferenceText(check, replication);
    isNamed ||= event !== undefined;
    const weeks = await linesOf(join(path, 'replications-weekly.csv'), (r) => r === replication);
    different.push(
      `Replication ${replication} differs: ${cellText({ compiled, stored, now })}` +
        (event === undefined
          ? weekText({ compiled, seed, past, chunk, stored: weeks.get(replication) ?? [] })
          : ` ${event}`),
    );
  }
  const what =
    asked === undefined ? `${counted(picked.size, 'random replication')} of ${figure(n)}` : `replication ${asked}`;
  const count = different.length;
  if (different.length > 0 && !isNamed) different.push(...namedElsewhere(check));
  if (different.length === 0) return { same: true, text: `Verified: ${what}, the same to the last bit.` };
  const head = asked === undefined ? `${count} of ${what} differ.\n` : '';
  return { same: false, text: head + different.join('\n') };
}

/** Fingerprint, and the first outcome that differs. */
function cellText(about: {
  readonly compiled: CompiledScenario;
  readonly stored: string | undefined;
  readonly now: string;
}): string {
  if (about.stored === undefined) return 'it has no row in replications.csv.';
  const names = ['replication', ...outcomeColumns(about.compiled).map(({ name }) => name)];
  const [there, now] = [about.stored.split(','), about.now.split(',')];
  const at = names.findIndex((_, i) => there[i] !== now[i]);
  const print = names.indexOf('fingerprint');
  const prints =
    there[print] === now[print]
      ? 'its events have the same fingerprint, so the row was changed or the outcomes are computed otherwise'
      : `fingerprint ${there[print] || 'none'} there, ${now[print] || 'none'} now`;
  return `${prints}; the first outcome that differs is ${names[at] ?? 'one too many'}: ${there[at] || 'none'} there, ${now[at] || 'none'} now.`;
}

/** Events are kept of the first replications only: where another differs, the first of these that differs says how it begins. */
function namedElsewhere(check: TrailCheck): string[] {
  for (const replication of check.trail.keys()) {
    const text = eventDifferenceText(check, replication);
    if (text !== undefined) return [`Replication ${replication}, whose events are kept, differs too. ${text}`];
  }
  return check.trail.size === 0
    ? []
    : [`The events of replications 0 to ${check.trail.size - 1}, which are kept, are the same.`];
}

/** The first week that differs, and the first event of that week as it is now. */
function weekText(about: {
  readonly compiled: CompiledScenario;
  readonly seed: number;
  readonly past: Past | undefined;
  readonly chunk: Chunk;
  readonly stored: readonly string[];
}): string {
  const { compiled, seed, past, chunk, stored } = about;
  const { scenario } = compiled;
  const weekly = {
    attacks: chunk.weeklyAttacks,
    personAttacks: chunk.weeklyPersonAttacks,
    personDays: chunk.weeklyPersonDays,
  };
  const there = weeklySeries.map((series) => stored.find((line) => line.split(',')[1] === series)?.split(',') ?? []);
  const now = weeklySeries.map((series) =>
    csvLine(['', '', ...weekly[series]])
      .trimEnd()
      .split(','),
  );
  const cells = Array.from({ length: chunk.weeklyAttacks.length }, (_, week) => week + 2);
  const cell = cells.find((each) => weeklySeries.some((_, s) => there[s]?.[each] !== now[s]?.[each]));
  if (cell === undefined || chunk.failures.length > 0) return ' Its weeks are the same.';
  const week = cell - 2;
  const series = weeklySeries.findIndex((_, s) => there[s]?.[cell] !== now[s]?.[cell]);
  const event = traceReplication(compiled, { seed, replication: chunk.from, past }).find(({ day }) => day >= 7 * week);
  const first =
    event === undefined || event.day >= 7 * (week + 1)
      ? 'no event now'
      : `as it is now its first event is: ${event.kind} ${instant(scenario, event.day)}${event.base === undefined ? '' : ` at ${event.base}`}`;
  return (
    ` The first week that differs is week ${week + 1}, from ${weekStart(scenario, week)} (${weeklySeries[series]}: ` +
    `${there[series]?.[cell] ?? 'none'} there, ${now[series]?.[cell] ?? 'none'} now); ${first}.`
  );
}

function drawn(n: number, sample: number): Set<number> {
  const picked = new Set<number>();
  while (picked.size < Math.min(n, sample)) picked.add(randomInt(n));
  return picked;
}

/** Lines of a CSV that begin with the index of a wanted replication. */
async function linesOf(path: string, isWanted: (replication: number) => boolean): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  if (!existsSync(path)) {
    const hint = 'a run or merge with --format csv or both writes it';
    throw new UserFault([{ path, rule: 'must be there to compare with', hint }]);
  }
  try {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
      const replication = Number.parseInt(line, 10);
      if (isWanted(replication)) found.set(replication, [...(found.get(replication) ?? []), line]);
    }
  } catch (error) {
    throw unreadable(path, error);
  }
  return found;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): UserFault {
  return new UserFault([{ path, rule: `must be a file that can be read (${errorCode(error) ?? 'no reason given'})` }]);
}
