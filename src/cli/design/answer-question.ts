import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Evaluated } from '../../experiment/design/evaluated.js';
import type { DesignPoint, Evaluation } from '../../experiment/design/evaluate.js';
import type { Space } from '../../experiment/design/steer.js';
import { tablesApart, type TableApart } from '../../experiment/design/tables-apart.js';
import type { Page } from '../../figures/index.js';
import { plainOf } from '../../model/compared-together.js';
import { UserFault, type Fault } from '../../model/scenario/fault.js';
import { commandLine } from '../command-words.js';
import { csvLine } from '../csv-text.js';
import { engine } from '../engine.js';
import { exitCode } from '../exit-code.js';
import type { FigureDrawing } from '../figure-set.js';
import { hostFacts } from '../manifest.js';
import { duration, figure } from '../number-text.js';
import { openOutputFolder, type OutputFolder } from '../output-folder.js';
import { seedName } from '../place-results.js';
import { placedText } from '../result-card.js';
import { scenarioHash } from '../scenario-hash.js';
import { coloursOf, type Terminal } from '../terminal.js';
import { loadQuestion, type DesignQuestion, type QuestionOptions } from './design-question.js';
import type { DesignWork } from './design-work.js';
import { runDesign } from './run-design.js';

/** What every command over uncertain numbers is given. */
export interface DesignOptions extends QuestionOptions {
  readonly seed: number;
  readonly workers: number | 'auto';
  readonly out: string;
  readonly figures: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

type Cell = string | number | undefined;

/** What was found, ready to be written and told. */
export interface DesignFinding {
  /** The answer in a sentence or two. */
  readonly answer: string;
  /** Further blocks of the card. */
  readonly blocks: readonly string[];
  readonly warnings: readonly string[];
  readonly tables: readonly {
    readonly file: string;
    readonly header: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
  }[];
  /** For result.json and --json. */
  readonly object: object;
  readonly draw: (page: Page) => readonly FigureDrawing[];
}

/** Evaluates points; where Ctrl-C comes it does not return. */
export type Evaluate = (of: {
  readonly points: readonly DesignPoint[];
  readonly outcomes: readonly string[];
  readonly space: Space;
  readonly label: string;
}) => Promise<Evaluated>;

export interface DesignCommand {
  /** `sensitivity`, `break-even`: names the folder. */
  readonly command: string;
  /** Words of the command that decide the numbers beside scenarios, --over, --outcome, --set and the seed, in their order. */
  readonly words: readonly string[];
  /** In the name of the folder. */
  readonly size: number;
  readonly find: (question: DesignQuestion, evaluate: Evaluate) => Promise<DesignFinding>;
}

function apartFault({ of, paths }: TableApart, all: readonly string[]): Fault {
  const others = all.filter((path) => !paths.includes(path));
  const left = others.length === 0 ? '' : ` --over ${others.join(' --over ')}`;
  return {
    path: '--over',
    value: paths.join(', '),
    rule: `must leave out the numbers that ${of} draws together, as this design would move each over its own law`,
    hint:
      left === ''
        ? 'garrison sensitivity moves one at a time where no --method is given'
        : `name the others,${left}: those of ${of} are then drawn as in a run`,
  };
}

class Interrupted extends Error {}

/** Runs a command over uncertain numbers, from the scenarios' files to the folder of results and the card. */
export async function answerQuestion(
  { command, words, size, find }: DesignCommand,
  { options, terminal }: { readonly options: DesignOptions; readonly terminal: Terminal },
): Promise<number> {
  const question = await loadQuestion(options, terminal);
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, `${question.name}-${command}`));
  const started = new Date().toISOString();
  const before = performance.now();
  const done: Evaluated[] = [];
  const kept: DesignWork[] = [];
  const evaluate: Evaluate = async ({ points, outcomes, space, label }) => {
    const paths = question.inputs.flatMap((input) => input.paths);
    const asked: Evaluation = { scenarios: question.scenarios, paths, space, points, outcomes, seed: options.seed };
    const apart = tablesApart(asked);
    if (apart.length > 0) throw new UserFault(apart.map((table) => apartFault(table, paths)));
    const { workers, quiet } = options;
    const ran = await runDesign({ asked, workers, quiet, label, parent: dirname(folder.path) }, terminal);
    if (!ran) throw new Interrupted();
    done.push(ran.done);
    kept.push(ran.work);
    return ran.done;
  };
  try {
    const finding = await find(question, evaluate);
    const seconds = (performance.now() - before) / 1000;
    const evaluations = done.reduce((sum, { points }) => sum + points.reduce((n, { from, to }) => n + to - from, 0), 0);
    const { files, over, outcome, set, seed, out } = options;
    const repeated = [
      command,
      ...files,
      ...words,
      ...over.flatMap((text) => ['--over', text]),
      ...(words.includes('--when') ? [] : ['--outcome', outcome]),
      ...['--seed', String(seed), '--out', out],
      ...set.flatMap((assignment) => ['--set', assignment]),
    ];
    const decides = {
      command,
      words,
      outcome,
      inputs: question.inputs,
      ranges: [...question.ranges],
      scenarios: question.scenarios.map(plainOf),
    };
    const hash = scenarioHash(decides);
    const failures = done.flatMap((each) => each.failures);
    const warnings = [...question.warnings, ...finding.warnings];
    writeTables(folder.path, finding, done);
    const manifest = {
      formatVersion: 1,
      kind: 'design',
      command,
      title: question.members.map(({ title }) => title).join(' / '),
      hash,
      seed,
      garrison: engine().version,
      outcome,
      inputs: question.inputs,
      ranges: Object.fromEntries(question.ranges),
      evaluations: evaluations * question.scenarios.length,
      failures: failures.length,
      warnings,
      scenarios: question.members.map(({ key }, i) => ({ key, scenario: question.scenarios[i]!.scenario })),
      run: {
        files,
        set,
        command: commandLine(repeated),
        started,
        seconds,
        workers: options.workers,
        node: process.version,
        host: hostFacts(),
      },
    };
    writeFileSync(join(folder.path, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    const result = { answer: finding.answer, ...finding.object };
    writeFileSync(join(folder.path, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
    const figureBug = options.figures ? await drawInto(join(folder.path, 'figures'), finding) : undefined;
    const placed = folder.finish(`${seedName(seed)}-${size}-${hash.slice(0, 8)}`);
    const shown = relative(terminal.cwd, placed.path);
    const path = shown.startsWith('..') ? placed.path : shown;
    for (const work of kept) work.remove();
    const { bold, dim, yellow } = coloursOf(terminal.stdout, terminal.env);
    const perThousand = (1000 * seconds) / Math.max(1, evaluations * question.scenarios.length);
    const blocks = [
      bold(finding.answer),
      ...finding.blocks,
      warnings.map((warning) => `${yellow('warning')}: ${warning}`).join('\n'),
      [
        dim(
          `${figure(manifest.evaluations)} evaluations (${failures.length} failed) · seed ${seed} · ${hash.slice(0, 8)} · ${duration(seconds)}, ${duration(perThousand)} per thousand`,
        ),
        `Results: ${path}${placedText(placed)}`,
        `Read on: ${finding.tables.map(({ file }) => file).join(', ')}, evaluations.csv and points.csv (every evaluation)${options.figures ? ', figures/' : ''}`,
      ].join('\n'),
    ];
    terminal.stdout.write(
      options.json
        ? `${JSON.stringify({ ok: true, title: manifest.title, hash, seed, folder: path, folderIs: placed.kind, warnings, ...result }, null, 2)}\n`
        : `${blocks.filter((block) => block !== '').join('\n\n')}\n`,
    );
    if (figureBug) throw figureBug;
    return failures.length > 0 ? exitCode.replicationsFailed : exitCode.done;
  } catch (error) {
    return stopped({ error, folder, terminal });
  }
}

function stopped(about: {
  readonly error: unknown;
  readonly folder: OutputFolder;
  readonly terminal: Terminal;
}): number {
  const { error, folder, terminal } = about;
  if (!(error instanceof Interrupted)) {
    folder.discard();
    throw error;
  }
  rmSync(folder.path, { recursive: true, force: true });
  terminal.stderr.write('Interrupted. What is done is kept, and the same command goes on from there.\n');
  return exitCode.interrupted;
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
