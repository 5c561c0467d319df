import { join } from 'node:path';
import { evaluateClaims } from '../experiment/claims.js';
import { eventTrail } from '../experiment/event-trail.js';
import { completed, type Results } from '../experiment/results.js';
import { summarise } from '../experiment/summarise.js';
import type { CompiledScenario } from '../model/compile.js';
import { plainOf } from '../model/compared-together.js';
import { assumptions } from '../model/scenario/assumptions.js';
import { engine } from './engine.js';
import { countsOf, warningsOf, type Manifest } from './manifest.js';
import { openFigureThread, type FigureThread } from './figure-thread.js';
import type { OutputFolder } from './output-folder.js';
import { reportInto } from './report/write-report.js';
import type { Card } from './result-card.js';
import { beginFigures, type FiguresBegun } from './begin-figures.js';
import { writeResults, type RowsFormat } from './write-results.js';
import { shownPath } from './shown-path.js';

/** Replications that are done, and what is to be said of them: enough to write the folder of results. */
export interface Finished {
  readonly compiled: CompiledScenario;
  readonly hash: string;
  readonly results: Results;
  /** Results of the scenarios that claims compare with, by the text of `than.scenario`. */
  readonly compared: ReadonlyMap<string, Results>;
  readonly comparedScenarios: Manifest['compared'] | undefined;
  /** The past that all replications share. */
  readonly past?: Manifest['past'] | undefined;
  /** What was found when the scenario and its claims were read. */
  readonly warnings: readonly string[];
  readonly run: Manifest['run'];
  readonly figures: boolean;
  readonly format: RowsFormat;
  /** Write report.html and report.md. */
  readonly report: boolean;
}

/** Writes the folder of results, and puts it in its place: the same bytes whoever computed the replications. */
export async function placeResults(finished: Finished, { folder, cwd, begun }: Place): Promise<Card> {
  const thread = finished.figures && !begun ? openFigureThread() : undefined;
  try {
    return await placeWith(finished, {
      folder,
      cwd,
      begun: begun ?? (thread && figuresInto(finished, { folder, thread })),
    });
  } finally {
    await thread?.close();
  }
}

/** Has the figures drawn into a folder that is not finished. */
export function figuresInto(
  { compiled, results }: Pick<Finished, 'compiled' | 'results'>,
  { folder, thread }: { readonly folder: OutputFolder; readonly thread: FigureThread },
): Promise<FiguresBegun> {
  mustHaveCompleted(results);
  return beginFigures({ compiled, results: completed(results) }, { folder: join(folder.path, 'figures'), thread });
}

interface Place {
  readonly folder: OutputFolder;
  readonly cwd: string;
  /** Figures that are being drawn already; those that are wanted are begun without it. */
  readonly begun?: Promise<FiguresBegun> | undefined;
}

async function placeWith(finished: Finished, { folder, cwd, begun }: Place): Promise<Card> {
  const { compiled, hash, results, compared, comparedScenarios, past, run, format } = finished;
  mustHaveCompleted(results);
  const ran = completed(results);
  // Drawn by their thread while this one writes the rest.
  const figures = await begun;
  const claims = evaluateClaims({ compiled, results, compared });
  const summary = summarise(results);
  const counts = countsOf(results);
  const manifest: Manifest = {
    formatVersion: 1,
    title: results.scenario.title,
    hash,
    seed: results.seed,
    replications: results.n,
    garrison: engine().version,
    counts,
    warnings: [...warningsOf(results, counts), ...finished.warnings],
    ...plainOf(compiled),
    ...(past === undefined ? {} : { past }),
    ...(comparedScenarios === undefined ? {} : { compared: comparedScenarios }),
    run,
  };
  const register = assumptions(results.scenario);
  writeResults({
    folder: folder.path,
    results,
    summary,
    claims,
    assumptions: register,
    manifest,
    format,
    trail: eventTrail(compiled, results),
  });
  const drawnBug = await figures?.drawn();
  let reportBug = finished.report ? reportInto(folder.path) : undefined;
  const figureBug = drawnBug ?? (await figures?.done());
  if (figureBug && !drawnBug && finished.report) reportBug = reportInto(folder.path);
  const placed = folder.finish(`${seedName(results.seed)}-${results.n}-${hash.slice(0, 8)}`);
  return {
    results: ran,
    summary,
    claims,
    shared: undefined,
    manifest,
    rowsFile: format === 'parquet' ? 'replications.parquet' : 'replications.csv',
    placed: { ...placed, path: shownPath(placed.path, cwd) },
    figures: finished.figures && figureBug === undefined,
    figureBug,
    report: finished.report && reportBug === undefined,
    reportBug,
  };
}

/** A name that starts with a dash is read as an option by every shell command: −5 is m5. */
export function seedName(seed: number): string {
  return seed < 0 ? `m${-seed}` : String(seed);
}

/** Nothing can be said of none: what stopped every replication is a bug. */
function mustHaveCompleted({ n, failures }: Results): void {
  if (failures.length < n) return;
  throw new Error(`all ${n} replications failed, the first with: ${failures[0]?.message}`);
}
