import { rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { pastWords } from '../experiment/past-words.js';
import { standingOf, type Picked } from '../experiment/pick-replication.js';
import type { Results } from '../experiment/results.js';
import { tellStory, type Story } from '../experiment/story/tell-story.js';
import { takePast } from '../experiment/take-past.js';
import { traceFully, type Trace } from '../experiment/trace.js';
import type { Past } from '../model/luck.js';
import { executorFor } from './choose-executor.js';
import { exitCode } from './exit-code.js';
import { loadScenario, type LoadedScenario } from './load-scenario.js';
import { figure } from './number-text.js';
import { openOutputFolder } from './output-folder.js';
import { pastFileText } from './past-file.js';
import { mustBeOutcome, pickByQuantile, pickedSentence } from './pick-by-quantile.js';
import { openProgressLine } from './progress-line.js';
import { runReplicationsLive } from './run-replications-live.js';
import { scenarioHash } from './scenario-hash.js';
import { pastUpTo, readSharedPast, sharedPastSentence, type SharedPast } from './shared-past.js';
import type { Terminal } from './terminal.js';
import { showTrace, type SavedAs } from './show-trace.js';
import { traceManifest } from './trace-manifest.js';
import type { TraceOptions } from './trace-options.js';
import { writeTrace } from './write-trace.js';
import { shownPath } from './shown-path.js';

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
    const manifest = traceManifest({ loaded, shared, options, trace, picked, n: results?.n });
    writeTrace({ folder: folder.path, trace, ...told, manifest });
    const saved = saveAt === undefined ? undefined : savePast(folder.path, { trace, date: saveAt });
    const draws = options.figures && attackCount(trace) <= mostDrawn;
    if (options.figures && !draws)
      terminal.stderr.write(`No timeline: ${figure(attackCount(trace))} attacks are more than it can show.\n`);
    const bug = draws ? await drawInto(folder.path, trace) : undefined;
    const placed = folder.finish(`trace-${options.seed}-${replication}-${loaded.hash.slice(0, 8)}`);
    const at = { ...placed, path: shownPath(placed.path, terminal.cwd) };
    showTrace(
      { trace, ...told, picked, options, loaded, placed: at, saved, n: results?.n, drawn: draws && !bug },
      terminal,
    );
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
    const [{ writeDrawings }, { drawFigure }, { pageOf, traceFigures, usualLook }, { timelineCaption, timelineRows }] =
      await Promise.all([
        import('./write-drawing.js'),
        import('./figure-set.js'),
        import('../figures/index.js'),
        import('../experiment/tables/index.js'),
      ]);
    const rows = timelineRows(trace);
    const caption = timelineCaption(trace, rows);
    await writeDrawings([drawFigure(traceFigures.timeline, { rows, caption, page: pageOf(usualLook) })], folder);
    return undefined;
  } catch (error) {
    for (const ending of ['vl.json', 'json', 'csv', 'svg', 'png'])
      rmSync(join(folder, `timeline.${ending}`), { force: true });
    return error instanceof Error ? error : new Error(String(error));
  }
}

function attackCount({ outcomes }: Trace): number {
  return (outcomes.get('attacks') ?? 0) + (outcomes.get('attacksOnHandedOver') ?? 0);
}
