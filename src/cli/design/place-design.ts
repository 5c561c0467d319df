import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evaluated } from '../../experiment/design/evaluated.js';
import type { Evaluation } from '../../experiment/design/evaluate.js';
import { csvLine } from '../csv-text.js';
import type { OutputFolder, Placed } from '../output-folder.js';
import { reportInto } from '../report/write-report.js';
import { seedName } from '../place-results.js';
import type { DesignManifest } from './design-manifest.js';
import { findAnswer, methodWords, type DesignMethod } from './design-method.js';
import { planOf } from './design-plan.js';
import type { DesignQuestion } from './design-question.js';
import type { Cell, DesignFinding, Evaluate } from './finding.js';
import { mustKeepTables } from './must-keep-tables.js';

/** A question, the way to ask it, and how that came about. */
export interface DesignRun {
  readonly question: DesignQuestion;
  readonly method: DesignMethod;
  readonly seed: number;
  /** Asked when all is evaluated. */
  readonly run: () => DesignManifest['run'];
  readonly figures: boolean;
  /** Write report.html and report.md. */
  readonly report: boolean;
}

/** A finished folder, and what is told of it. */
export interface PlacedDesign extends Placed {
  readonly manifest: DesignManifest;
  readonly finding: DesignFinding;
  readonly figures: boolean;
  readonly report: boolean;
  /** What kept figures or the report from being made. */
  readonly bug: Error | undefined;
}

/** Finds the answer with evaluations from wherever they come, writes the folder of results, and puts it in its place. */
export async function placeDesign(
  { question, method, seed, run, figures, report }: DesignRun,
  {
    evaluate,
    folder,
  }: { readonly evaluate: (asked: LabelledEvaluation) => Promise<Evaluated>; readonly folder: OutputFolder },
): Promise<PlacedDesign> {
  const done: Evaluated[] = [];
  const paths = question.inputs.flatMap((input) => input.paths);
  const noted: Evaluate = async (of) => {
    const asked = { ...of, scenarios: question.scenarios, paths, seed };
    mustKeepTables(asked);
    const found = await evaluate(asked);
    done.push(found);
    return found;
  };
  const finding = await findAnswer(method, { question, evaluate: noted, seed });
  const replications = done.flatMap(({ points }) => points).reduce((sum, { from, to }) => sum + to - from, 0);
  writeTables(folder.path, finding, done);
  const plan = planOf(question, { method, seed });
  // A question that was read from a manifest brings the warnings of the answer along.
  const ofReading = question.warnings.filter((warning) => !finding.warnings.includes(warning));
  const manifest: DesignManifest = {
    formatVersion: 1,
    kind: 'design',
    ...plan,
    evaluations: replications * question.scenarios.length,
    failures: done.reduce((sum, { failures }) => sum + failures.length, 0),
    warnings: [...ofReading, ...finding.warnings],
    run: run(),
  };
  writeJson(join(folder.path, 'manifest.json'), manifest);
  writeJson(join(folder.path, 'result.json'), { answer: finding.answer, ...finding.object });
  const figureBug = figures ? await drawInto(join(folder.path, 'figures'), finding) : undefined;
  const reportBug = report ? reportInto(folder.path) : undefined;
  const placed = folder.finish(`${seedName(seed)}-${methodWords(method).size}-${plan.hash.slice(0, 8)}`);
  return {
    ...placed,
    manifest,
    finding,
    figures: figures && figureBug === undefined,
    report: report && reportBug === undefined,
    bug: figureBug ?? reportBug,
  };
}

/** An evaluation, and what the live line says is being done: "Sobol' indices". */
export interface LabelledEvaluation extends Evaluation {
  readonly label: string;
}

function writeJson(path: string, value: object): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** The finding's own tables, and every point and evaluation behind them. */
function writeTables(folder: string, { tables }: DesignFinding, done: readonly Evaluated[]): void {
  const [first] = done;
  const write = (file: string, lines: readonly (readonly Cell[])[]): void => {
    writeFileSync(join(folder, file), lines.map(csvLine).join(''));
  };
  for (const { file, header, rows } of tables) write(file, [header, ...rows]);
  if (!first) return;
  const points: Cell[][] = [];
  const evaluations: Cell[][] = [];
  for (const each of done) {
    each.points.forEach(({ places, from, to }, point) => {
      const number = points.length;
      points.push([number, each.space, from, to, ...places]);
      const columns = each.scenarios.flatMap((_, scenario) =>
        each.outcomes.map((_name, outcome) => each.column({ point, scenario, outcome })),
      );
      for (let r = from; r < to; r++) evaluations.push([number, r, ...columns.map((column) => column[r - from]!)]);
    });
  }
  write('points.csv', [['point', 'places', 'from', 'to', ...first.paths], ...points]);
  const named = first.scenarios.flatMap((_, s) =>
    first.outcomes.map((name) => (s === 0 ? name : `${name} (${s + 1})`)),
  );
  write('evaluations.csv', [['point', 'replication', ...named], ...evaluations]);
}

/** A figure that cannot be drawn is a bug, but none for which hours of simulation may be lost. */
async function drawInto(folder: string, finding: DesignFinding): Promise<Error | undefined> {
  try {
    const [{ pageOf, usualLook }, { writeDrawings }] = await Promise.all([
      import('../../figures/index.js'),
      import('../write-drawing.js'),
    ]);
    const drawings = finding.draw(pageOf(usualLook));
    if (drawings.length > 0) mkdirSync(folder);
    await writeDrawings(drawings, folder);
    return undefined;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return error instanceof Error ? error : new Error(String(error));
  }
}
