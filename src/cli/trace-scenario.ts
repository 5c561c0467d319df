import { rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { pastWords } from '../experiment/past-words.js';
import { standingOf, type Picked } from '../experiment/pick-replication.js';
import type { Results } from '../experiment/results.js';
import { drawnNumbers } from '../experiment/story/drawn-numbers.js';
import { tellStory, type Story } from '../experiment/story/tell-story.js';
import { takePast } from '../experiment/take-past.js';
import { traceFully, type Trace } from '../experiment/trace.js';
import type { Past } from '../model/luck.js';
import { executorFor } from './choose-executor.js';
import { engine } from './engine.js';
import { exitCode } from './exit-code.js';
import { loadScenario, type LoadedScenario } from './load-scenario.js';
import { hostFacts } from './manifest.js';
import { figure } from './number-text.js';
import { openOutputFolder, type Placed } from './output-folder.js';
import { pastFileText } from './past-file.js';
import { mustBeOutcome, pickByQuantile, pickedSentence } from './pick-by-quantile.js';
import { openProgressLine } from './progress-line.js';
import { runReplicationsLive } from './run-replications-live.js';
import { scenarioHash } from './scenario-hash.js';
import { pastUpTo, readSharedPast, sharedPastSentence, type SharedPast } from './shared-past.js';
import { storyText } from './story-text.js';
import type { Terminal } from './terminal.js';
import { wrapWords } from './wrap-words.js';
import { traceRows, traceRowsCsv, writeTrace } from './write-trace.js';

export interface TraceOptions {
  readonly file: string;
  readonly replication: number | undefined;
  readonly quantile: number | undefined;
  readonly of: string | undefined;
  readonly replications: number | undefined;
  readonly seed: number;
  readonly workers: number | 'auto';
  readonly out: string;
  /** A past to go on from, as a file. */
  readonly from: string | undefined;
  /** Date before which the past is to be saved. */
  readonly saveAt: string | undefined;
  readonly set: readonly string[];
  readonly figures: boolean;
  /** Show the rows behind each line. */
  readonly rows: boolean;
  readonly format: 'text' | 'csv' | 'json';
  readonly quiet: boolean;
}

const usual = { quantile: 0.5, of: 'personAttacks', replications: 2000 };
/** What a replication is compared by with others. */
const compared = ['attacks', 'personAttacks', 'killed', 'wounded'];

/** More marks than these are a blot, and take minutes to draw. */
const mostDrawn = 3000;

/** `garrison trace`: one replication as a story, as rows and as a timeline. */
export async function traceScenario(options: TraceOptions, terminal: Terminal): Promise<number> {
  const found = await loadScenario(options, terminal);
  const { from, saveAt } = options;
  const shared = from === undefined ? undefined : readSharedPast({ from, branches: [found] }, terminal);
  const loaded = shared ? { ...found, hash: scenarioHash(found.compiled.scenario, shared.past) } : found;
  // Told before anything is simulated.
  if (saveAt !== undefined) pastUpTo(loaded.compiled, { date: saveAt, seed: options.seed, replication: 0 });
  for (const warning of shared?.warnings ?? []) terminal.stderr.write(`warning: ${warning}\n`);
  const asked = { outcome: options.of ?? usual.of, quantile: options.quantile ?? usual.quantile };
  const picks = options.replication === undefined;
  if (picks) mustBeOutcome(loaded.compiled, asked.outcome);
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, basename(options.file, extname(options.file))));
  try {
    const n = options.replications ?? (picks ? usual.replications : 0);
    const results = n === 0 ? undefined : await simulate({ loaded, past: shared?.past, options, terminal, n });
    if (n > 0 && !results) {
      folder.discard();
      terminal.stderr.write('Interrupted before two replications were done: nothing is kept.\n');
      return exitCode.interrupted;
    }
    const picked = picks && results ? pickByQuantile(results, asked) : undefined;
    const replication = picked?.replication ?? options.replication ?? 0;
    const trace = traceFully(loaded.compiled, { seed: options.seed, replication, past: shared?.past });
    const told = tell(trace, { picked, results, shared, title: loaded.compiled.scenario.title });
    const manifest = manifestOf({ loaded, shared, options, trace, picked, n: results?.n });
    writeTrace({ folder: folder.path, trace, ...told, manifest });
    const saved = saveAt === undefined ? undefined : savePast(folder.path, { trace, date: saveAt });
    const draws = options.figures && attackCount(trace) <= mostDrawn;
    if (options.figures && !draws)
      terminal.stderr.write(`No timeline: ${figure(attackCount(trace))} attacks are more than it can show.\n`);
    const bug = draws ? await drawInto(folder.path, trace) : undefined;
    const placed = folder.finish(`trace-${options.seed}-${replication}-${loaded.hash.slice(0, 8)}`);
    const shown = relative(terminal.cwd, placed.path);
    const at = { ...placed, path: shown.startsWith('..') ? placed.path : shown };
    show({ trace, ...told, picked, options, loaded, placed: at, saved, n: results?.n, drawn: draws && !bug }, terminal);
    if (bug) throw bug;
    return results && results.n < n ? exitCode.interrupted : exitCode.done;
  } catch (error) {
    folder.discard();
    throw error;
  }
}

async function simulate(job: {
  readonly loaded: LoadedScenario;
  readonly past: Past | undefined;
  readonly options: TraceOptions;
  readonly terminal: Terminal;
  readonly n: number;
}): Promise<Results | undefined> {
  const { loaded, past, options, terminal, n } = job;
  const { compiled } = loaded;
  const progress = openProgressLine({ output: terminal.stderr, compiled, n, quiet: options.quiet });
  const results = await runReplicationsLive({
    compiled,
    seed: options.seed,
    past,
    n,
    executor: executorFor(options.workers),
    signal: terminal.signal,
    onRows: progress.add,
  }).finally(progress.end);
  if (results && results.n < n)
    terminal.stderr.write(`Interrupted: the first ${figure(results.n)} of ${figure(n)} replications are used.\n`);
  return results;
}

/** The story with its title; how the replication was picked and how it compares stand in it. */
function tell(
  trace: Trace,
  about: {
    readonly picked: Picked | undefined;
    readonly results: Results | undefined;
    readonly shared: SharedPast | undefined;
    readonly title: string;
  },
): { readonly title: string; readonly story: Story } {
  const { picked, results, shared, title } = about;
  const standings = results ? compared.map((name) => standingOf(results, name, trace.outcomes.get(name) ?? NaN)) : [];
  const story = tellStory(trace, standings);
  const [first = '', ...rest] = story.opening;
  const how = [...(shared ? [sharedPastSentence(shared)] : []), ...(picked ? [pickedSentence(picked)] : [])];
  return { title, story: { ...story, opening: [first, ...how, ...rest] } };
}

function manifestOf(of: {
  readonly loaded: LoadedScenario;
  readonly shared: SharedPast | undefined;
  readonly options: TraceOptions;
  readonly trace: Trace;
  readonly picked: Picked | undefined;
  readonly n: number | undefined;
}): object {
  const { loaded, shared, options, trace, picked, n } = of;
  const { scenario } = loaded.compiled;
  return {
    formatVersion: 1,
    kind: 'trace',
    title: scenario.title,
    hash: loaded.hash,
    seed: options.seed,
    replication: trace.replication,
    ...(shared
      ? { past: { ...trace.past, date: shared.date, file: shared.file, fingerprint: shared.fingerprint } }
      : {}),
    ...(picked ? { picked } : {}),
    ...(n === undefined ? {} : { comparedWith: n }),
    garrison: engine().version,
    scenario,
    run: {
      file: options.file,
      set: options.set,
      command: commandText(options, trace.replication),
      node: process.version,
      host: hostFacts(),
    },
  };
}

/** The command that tells this replication again, without picking it anew. */
function commandText({ file, seed, out, from, saveAt, set }: TraceOptions, replication: number): string {
  const words = ['garrison', 'trace', file, '--replication', String(replication), '--seed', String(seed), '--out', out];
  if (from !== undefined) words.push('--from', from);
  if (saveAt !== undefined) words.push('--save-at', saveAt);
  for (const assignment of set) words.push('--set', assignment);
  return words
    .map((word) => (/^[\w./:=,@%+[\]-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');
}

interface SavedAs {
  readonly file: string;
  readonly words: readonly string[];
}

function savePast(folder: string, { trace, date }: { readonly trace: Trace; readonly date: string }): SavedAs {
  const { compiled, seed, replication } = trace;
  const { scenario } = compiled;
  const taken = takePast(compiled, pastUpTo(compiled, { date, seed, replication }));
  const file = `past-${date}.json`;
  writeFileSync(join(folder, file), pastFileText({ scenario, seed, replication, date, taken }));
  return { file, words: pastWords(scenario, { date, taken }) };
}

/** Like the figures of a run: one that cannot be drawn is a bug, but the story is kept. */
async function drawInto(folder: string, trace: Trace): Promise<Error | undefined> {
  try {
    const [{ writeDrawing }, { replicationTimeline }, { timelineCaption, timelineRows }] = await Promise.all([
      import('./write-figures.js'),
      import('../figures/index.js'),
      import('../experiment/tables/index.js'),
    ]);
    const rows = timelineRows(trace);
    await writeDrawing(
      { name: 'timeline', spec: replicationTimeline(rows, timelineCaption(trace, rows)), rows },
      folder,
    );
    return undefined;
  } catch (error) {
    for (const ending of ['vl.json', 'csv', 'svg', 'png']) rmSync(join(folder, `timeline.${ending}`), { force: true });
    return error instanceof Error ? error : new Error(String(error));
  }
}

function attackCount({ outcomes }: Trace): number {
  return (outcomes.get('attacks') ?? 0) + (outcomes.get('attacksOnHandedOver') ?? 0);
}

interface Shown {
  readonly trace: Trace;
  readonly title: string;
  readonly story: Story;
  readonly picked: Picked | undefined;
  readonly options: TraceOptions;
  readonly loaded: LoadedScenario;
  readonly placed: Placed;
  readonly saved: SavedAs | undefined;
  readonly n: number | undefined;
  readonly drawn: boolean;
}

function show(shown: Shown, terminal: Terminal): void {
  const { trace, title, story, options, placed, saved } = shown;
  const again = {
    new: '',
    same: ' (identical to the earlier one)',
    grown: ' (identical; files were added)',
    differs: ' (one told otherwise is there already; both are kept)',
  };
  const where = `Results: ${placed.path}${again[placed.kind]}\n`;
  switch (options.format) {
    case 'text':
      terminal.stdout.write(storyText({ title, story, withRows: options.rows }, terminal));
      terminal.stdout.write(
        `\n${where}Read on: ${shown.drawn ? 'timeline.png, ' : ''}story.md, rows.csv (every happening), story.csv (which rows a line rests on), parameters.csv (what was drawn)\n`,
      );
      if (saved)
        terminal.stdout.write(
          `Saved: ${join(placed.path, saved.file)}\n${wrapWords(saved.words.join(' '), 100).join('\n')}\n`,
        );
      return;
    case 'csv':
      terminal.stdout.write(traceRowsCsv(trace));
      if (!options.quiet) terminal.stderr.write(where);
      return;
    case 'json':
      terminal.stdout.write(traceJson(shown));
      return;
    default:
      options.format satisfies never;
  }
}

function traceJson({ trace, title, story, picked, loaded, placed, saved, n, options }: Shown): string {
  const object = {
    ok: true,
    title,
    hash: loaded.hash,
    seed: options.seed,
    replication: trace.replication,
    picked: picked ? { ...picked, sentence: pickedSentence(picked) } : { replication: trace.replication },
    ...(n === undefined ? {} : { comparedWith: n }),
    folder: placed.path,
    folderIs: placed.kind,
    ...(saved ? { saved: { ...saved, file: join(placed.path, saved.file) } } : {}),
    ...(trace.past ? { past: trace.past } : {}),
    parameters: drawnNumbers(trace),
    outcomes: Object.fromEntries(trace.outcomes),
    story,
    rows: traceRows(trace),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}
