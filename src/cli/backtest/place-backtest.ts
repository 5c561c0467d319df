import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backtestSummary, type BacktestSummary } from '../../calibration/backtest/backtest-summary.js';
import type { OriginForecast } from '../../calibration/backtest/forecast-origin.js';
import type { Page } from '../../figures/index.js';
import { longDate } from '../../model/scenario/iso-date.js';
import type { FigureDrawing } from '../figure-set.js';
import { counted, figure } from '../number-text.js';
import type { OutputFolder, Placed } from '../output-folder.js';
import { seedName } from '../place-results.js';
import { leftOutText } from '../record/left-out-text.js';
import type { RecordRun } from '../record/record-manifest.js';
import { reportInto } from '../report/write-report.js';
import { backtestAnswer } from './backtest-card.js';
import { drawBacktest } from './backtest-drawings.js';
import { backtestManifest } from './backtest-manifest.js';
import type { BacktestQuestion } from './backtest-question.js';
import { backtestTables } from './backtest-tables.js';
import { methodNames, scoredMethods } from './scored-methods.js';

/** A back-test whose origins are all forecast, and how that came about. */
export interface BacktestRun {
  readonly question: BacktestQuestion;
  readonly done: readonly OriginForecast[];
  readonly run: () => RecordRun;
  readonly figures: boolean;
  /** Write report.html and report.md. */
  readonly report: boolean;
}

export interface PlacedBacktest extends Placed {
  readonly result: BacktestResult;
  readonly figures: boolean;
  readonly report: boolean;
  /** What kept figures or the report from being made. */
  readonly bug: Error | undefined;
}

/** What backtest.json holds. */
export interface BacktestResult extends BacktestSummary {
  readonly answer: string;
}

/** Writes the folder of a back-test, and puts it in its place. */
export async function placeBacktest(
  { question, done, run, figures, report }: BacktestRun,
  folder: OutputFolder,
): Promise<PlacedBacktest> {
  const { wishes, hash, bases, loaded } = question;
  const scored = scoredMethods(done);
  const summary = backtestSummary(scored);
  const result = resultOf(summary);
  for (const [file, text] of backtestTables({ bases, done, scored, summary }))
    writeFileSync(join(folder.path, file), text);
  writeFileSync(join(folder.path, 'left-out.csv'), leftOutText(loaded.record.leftOut));
  writeFileSync(join(folder.path, 'backtest.json'), jsonText(result));
  writeFileSync(join(folder.path, 'manifest.json'), jsonText(backtestManifest(question, run())));
  const draw = (page: Page) => drawBacktest({ done, summary, names: methodNames, about: aboutOf(question) }, page);
  const figureBug = figures ? await drawInto(join(folder.path, 'figures'), draw) : undefined;
  const reportBug = report ? reportInto(folder.path) : undefined;
  const placed = folder.finish(`${seedName(wishes.seed)}-${question.origins.length}-${hash.slice(0, 8)}`);
  return {
    ...placed,
    result,
    figures: figures && figureBug === undefined,
    report: report && reportBug === undefined,
    bug: figureBug ?? reportBug,
  };
}

export function resultOf(summary: BacktestSummary): BacktestResult {
  return { answer: backtestAnswer(summary, methodNames), ...summary };
}

export function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function aboutOf({ loaded: { record }, origins, wishes: { seed, replications } }: BacktestQuestion) {
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
