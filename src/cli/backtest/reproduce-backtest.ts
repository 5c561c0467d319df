import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { exitCode } from '../exit-code.js';
import { hostFacts } from '../manifest.js';
import { openOutputFolder } from '../output-folder.js';
import { inputsOfManifest } from '../record/inputs-of-manifest.js';
import type { ReadRecordManifest } from '../record/read-record-manifest.js';
import { reportFiles } from '../report/write-report.js';
import { tellReproduced, type ReproduceOptions } from '../reproduced-text.js';
import type { Terminal } from '../terminal.js';
import { backtestWishesOf, type BacktestManifest } from './backtest-manifest.js';
import { backtestQuestion } from './backtest-question.js';
import { openBacktestWork } from './backtest-work.js';
import { forecastAll } from './forecast-all.js';
import { placeBacktest } from './place-backtest.js';

/** `garrison reproduce` of a back-test: every origin again, from its manifest and the record. */
export async function reproduceBacktest(
  { manifest, file, folder: original }: ReadRecordManifest<BacktestManifest>,
  { record, out, manifest: named }: ReproduceOptions,
  terminal: Terminal,
): Promise<number> {
  const wishes = backtestWishesOf(manifest);
  const { from, until } = wishes;
  const started = new Date().toISOString();
  const before = performance.now();
  const inputs = await inputsOfManifest({ manifest, file, record, window: { from, until } }, terminal);
  const question = backtestQuestion(wishes, inputs);
  const folder = openOutputFolder(resolve(terminal.cwd, out, basename(dirname(original))));
  try {
    const { origins, forecast, hash } = question;
    const work = openBacktestWork(join(dirname(folder.path), `.backtest-${wishes.seed}-${hash.slice(0, 16)}`));
    const done = await forecastAll({ origins, forecast, work, quiet: false }, terminal);
    if (!done) {
      folder.discard();
      terminal.stderr.write('Interrupted. Finished origins are kept, and the same command goes on from there.\n');
      return exitCode.interrupted;
    }
    const placed = await placeBacktest(
      {
        question,
        done,
        run: () => ({
          ...manifest.run,
          command: `garrison reproduce ${named}`,
          started,
          seconds: (performance.now() - before) / 1000,
          node: process.version,
          host: hostFacts(),
        }),
        figures: existsSync(join(original, 'figures')),
        report: existsSync(join(original, reportFiles.html)),
      },
      folder,
    );
    work.remove();
    if (placed.bug) throw placed.bug;
    return tellReproduced({ placed: placed.path, original, run: manifest.run, failed: false }, terminal);
  } catch (error) {
    folder.discard();
    throw error;
  }
}
