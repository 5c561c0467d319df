import { rmSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { commandLine } from '../command-words.js';
import { exitCode } from '../exit-code.js';
import { hostFacts } from '../manifest.js';
import { openOutputFolder } from '../output-folder.js';
import type { RecordRun } from '../record/record-manifest.js';
import type { Terminal } from '../terminal.js';
import { backtestCard, backtestJson } from './backtest-card.js';
import { backtestWords } from './backtest-manifest.js';
import { loadBacktest, type BacktestWishes } from './backtest-question.js';
import { openBacktestWork } from './backtest-work.js';
import { forecastAll } from './forecast-all.js';
import { placeBacktest } from './place-backtest.js';
import { shownPath } from '../shown-path.js';

export interface BacktestOptions extends BacktestWishes {
  readonly out: string;
  readonly figures: boolean;
  readonly report: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** `garrison backtest`: forecasts of a record from its own past, scored against simple rules. */
export async function runBacktest(options: BacktestOptions, terminal: Terminal): Promise<number> {
  const question = await loadBacktest(options, terminal);
  const key = basename(options.scenario, extname(options.scenario));
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, `${key}-backtest`));
  const started = new Date().toISOString();
  const before = performance.now();
  const elapsed = (): number => (performance.now() - before) / 1000;
  try {
    const { origins, forecast, hash } = question;
    const work = openBacktestWork(join(dirname(folder.path), `.backtest-${options.seed}-${hash.slice(0, 16)}`));
    const done = await forecastAll({ origins, forecast, work, quiet: options.quiet }, terminal);
    if (!done) {
      rmSync(folder.path, { recursive: true, force: true });
      terminal.stderr.write('Interrupted. Finished origins are kept, and the same command goes on from there.\n');
      return exitCode.interrupted;
    }
    const run = (): RecordRun => ({
      record: options.file,
      file: options.scenario,
      ...(options.rules === undefined ? {} : { rules: options.rules }),
      set: options.set,
      command: commandLine([...backtestWords(options), '--out', options.out]),
      started,
      seconds: elapsed(),
      node: process.version,
      host: hostFacts(),
    });
    const { figures, report } = options;
    const placed = await placeBacktest({ question, done, run, figures, report }, folder);
    work.remove();
    const told = { question, placed, path: shownPath(placed.path, terminal.cwd), seconds: elapsed() };
    terminal.stdout.write(options.json ? backtestJson(told) : backtestCard(told, terminal));
    if (placed.bug) throw placed.bug;
    return exitCode.done;
  } catch (error) {
    folder.discard();
    throw error;
  }
}
