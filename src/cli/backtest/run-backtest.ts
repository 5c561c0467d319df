import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { backtestSummary } from '../../calibration/backtest/backtest-summary.js';
import type { OriginForecast } from '../../calibration/backtest/forecast-origin.js';
import { scoredOrigin, type ScoredOrigin } from '../../calibration/backtest/scored-forecast.js';
import { simpleForecasts } from '../../calibration/backtest/simple-forecasts.js';
import type { Page } from '../../figures/index.js';
import { longDate } from '../../model/scenario/iso-date.js';
import { commandLine } from '../command-words.js';
import { engine } from '../engine.js';
import { exitCode } from '../exit-code.js';
import type { FigureDrawing } from '../figure-set.js';
import { hostFacts } from '../manifest.js';
import { counted, duration, figure } from '../number-text.js';
import { openOutputFolder } from '../output-folder.js';
import { seedName } from '../place-results.js';
import { placedText } from '../result-card.js';
import { scenarioHash } from '../scenario-hash.js';
import { coloursOf, type Terminal } from '../terminal.js';
import { wrapWords } from '../wrap-words.js';
import { backtestAnswer, backtestTable, scoreNote } from './backtest-card.js';
import { drawBacktest } from './backtest-drawings.js';
import { effort, loadBacktest, type BacktestQuestion, type BacktestWishes } from './backtest-question.js';
import { backtestFiles, writeBacktestTables } from './backtest-tables.js';
import { openBacktestWork } from './backtest-work.js';
import { forecastAll } from './forecast-all.js';

export interface BacktestOptions extends BacktestWishes {
  readonly out: string;
  readonly figures: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

const names = {
  process: 'fitted process',
  ...Object.fromEntries(Object.entries(simpleForecasts).map(([key, { name }]) => [key, name])),
};

/** Of a line of text, in letters. */
const WIDTH = 110;

/** `garrison backtest`: forecasts of a record from its own past, scored against simple rules. */
export async function runBacktest(options: BacktestOptions, terminal: Terminal): Promise<number> {
  const question = await loadBacktest(options, terminal);
  const key = basename(options.scenario, extname(options.scenario));
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, `${key}-backtest`));
  const started = new Date().toISOString();
  const before = performance.now();
  const hash = hashOf(question, options);
  try {
    const work = openBacktestWork(join(dirname(folder.path), `.backtest-${options.seed}-${hash.slice(0, 16)}`));
    const { origins, forecast } = question;
    const done = await forecastAll({ origins, forecast, work, quiet: options.quiet }, terminal);
    if (!done) {
      rmSync(folder.path, { recursive: true, force: true });
      terminal.stderr.write('Interrupted. Finished origins are kept, and the same command goes on from there.\n');
      return exitCode.interrupted;
    }
    const scored = scoredOf(done);
    const summary = backtestSummary(scored);
    const seconds = (performance.now() - before) / 1000;
    const answer = backtestAnswer(summary, names);
    writeBacktestTables(folder.path, { bases: question.bases, done, scored, summary });
    const result = { answer, ...summary };
    const json = (file: string, object: object): void => {
      writeFileSync(join(folder.path, file), `${JSON.stringify(object, null, 2)}\n`);
    };
    json('backtest.json', result);
    json('manifest.json', manifestOf(question, { options, hash, started, seconds }));
    const bug = options.figures
      ? await drawInto(join(folder.path, 'figures'), (page) =>
          drawBacktest({ done, summary, names, about: aboutOf(question, options) }, page),
        )
      : undefined;
    const placed = folder.finish(`${seedName(options.seed)}-${origins.length}-${hash.slice(0, 8)}`);
    work.remove();
    const shown = relative(terminal.cwd, placed.path);
    const path = shown.startsWith('..') ? placed.path : shown;
    const { bold, dim, yellow } = coloursOf(terminal.stdout, terminal.env);
    const { record } = question.loaded;
    const blocks = [
      bold(wrapWords(answer, WIDTH).join('\n')),
      backtestTable(summary, names),
      wrapWords(scoreNote, WIDTH).join('\n'),
      question.warnings.map((warning) => `${yellow('warning')}: ${warning}`).join('\n'),
      [
        dim(
          `${counted(record.attacks.length, 'attack')}, ${longDate(record.from)} to ${longDate(record.to)} · ${counted(record.leftOut.length, 'row')} left out · seed ${options.seed} · ${hash.slice(0, 8)} · ${duration(seconds)}`,
        ),
        record.countingRule,
        `Results: ${path}${placedText(placed)}`,
        `Read on: ${backtestFiles.join(', ')}, backtest.json${options.figures ? ', figures/' : ''}`,
      ].join('\n'),
    ];
    terminal.stdout.write(
      options.json
        ? `${JSON.stringify({ ok: true, hash, seed: options.seed, folder: path, folderIs: placed.kind, warnings: question.warnings, ...result }, null, 2)}\n`
        : `${blocks.filter((block) => block !== '').join('\n\n')}\n`,
    );
    if (bug) throw bug;
    return exitCode.done;
  } catch (error) {
    folder.discard();
    throw error;
  }
}

function scoredOf(done: readonly OriginForecast[]): Readonly<Record<string, readonly ScoredOrigin[]>> {
  return Object.fromEntries(
    Object.keys(names).map((method) => [
      method,
      done.map(({ forecasts, observed }) => scoredOrigin(forecasts[method]!, observed)),
    ]),
  );
}

/** SHA-256 of what decides the numbers. */
function hashOf({ loaded, scenario, origins }: BacktestQuestion, { seed, replications }: BacktestOptions): string {
  const { record, rules, hash } = loaded;
  const { from, to } = record;
  return scenarioHash({ scenario: scenario.hash, record: hash, rules, from, to, origins, replications, seed, effort });
}

function manifestOf(
  { loaded, scenario, origins, warnings }: BacktestQuestion,
  about: {
    readonly options: BacktestOptions;
    readonly hash: string;
    readonly started: string;
    readonly seconds: number;
  },
): object {
  const { options, hash, started, seconds } = about;
  const { file, from, until, rules, horizon, past, set, seed, out, replications } = options;
  const every = options.origins === 'monthly' ? 'monthly' : `${options.origins}d`;
  const words = [
    ...['backtest', file, '--scenario', options.scenario],
    ...(rules === undefined ? [] : ['--rules', rules]),
    ...(from === undefined ? [] : ['--from', from]),
    ...(until === undefined ? [] : ['--until', until]),
    ...['--origins', every],
    ...(horizon === undefined ? [] : ['--horizon', `${horizon}d`]),
    ...['--past', `${past}d`, '-n', String(replications), '--seed', String(seed), '--out', out],
    ...set.flatMap((assignment) => ['--set', assignment]),
  ];
  const { record } = loaded;
  return {
    formatVersion: 1,
    kind: 'backtest',
    title: scenario.compiled.scenario.title,
    hash,
    seed,
    garrison: engine().version,
    record: {
      hash: loaded.hash,
      format: loaded.format,
      rules: loaded.rules,
      from: record.from,
      to: record.to,
      attacks: record.attacks.length,
      countingRule: record.countingRule,
      leftOut: record.leftOut,
    },
    scenario: scenario.compiled.scenario,
    origins,
    replications,
    ...effort,
    warnings,
    run: { file, command: commandLine(words), started, seconds, node: process.version, host: hostFacts() },
  };
}

function aboutOf({ loaded: { record }, origins }: BacktestQuestion, { seed, replications }: BacktestOptions) {
  const period = `${longDate(record.from)} to ${longDate(record.to)}`;
  return {
    record: `${counted(record.attacks.length, 'attack')}, ${period}. ${record.countingRule}`,
    origin: `${counted(origins.length, 'origin')}, each fitted to its past alone, ${figure(replications)} simulated windows each, seed ${seed}`,
  };
}

/** A figure that cannot be drawn is a bug, but none for which the forecasts may be lost. */
async function drawInto(folder: string, draw: (page: Page) => readonly FigureDrawing[]): Promise<Error | undefined> {
  try {
    const [{ pageOf, usualLook }, { writeDrawings }] = await Promise.all([
      import('../../figures/index.js'),
      import('../write-drawing.js'),
    ]);
    mkdirSync(folder);
    await writeDrawings(draw(pageOf(usualLook)), folder);
    return undefined;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return error instanceof Error ? error : new Error(String(error));
  }
}
