import { basename, extname, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { commandLine } from '../command-words.js';
import { exitCode } from '../exit-code.js';
import { hostFacts } from '../manifest.js';
import { openOutputFolder } from '../output-folder.js';
import type { RecordRun } from '../record/record-manifest.js';
import type { Terminal } from '../terminal.js';
import { calibrationCard } from './calibration-card.js';
import { calibrationObject } from './calibration-object.js';
import { findCalibration, type CalibrateOptions } from './calibration.js';
import { Interrupted, openSteps } from './open-steps.js';
import { calibrateWords, placeCalibration } from './place-calibration.js';
import { shownPath } from '../shown-path.js';

export interface CalibrateCommand extends CalibrateOptions {
  readonly out: string;
  readonly figures: boolean;
  readonly report: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** `garrison calibrate`: from a record and a scenario to a card and a folder. Ctrl-C leaves nothing behind. */
export async function calibrateScenario(options: CalibrateCommand, terminal: Terminal): Promise<number> {
  const started = new Date().toISOString();
  const before = performance.now();
  const { step, end } = openSteps(options, terminal);
  const name = basename(options.scenario, extname(options.scenario));
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, `${name}-calibrate`));
  const elapsed = (): number => (performance.now() - before) / 1000;
  try {
    const calibration = await findCalibration(options, { terminal, step });
    const run = (): RecordRun => ({
      record: options.record,
      file: options.scenario,
      ...(options.rules === undefined ? {} : { rules: options.rules }),
      set: options.set,
      command: commandLine([...calibrateWords(options), '--out', options.out]),
      started,
      seconds: elapsed(),
      node: process.version,
      host: hostFacts(),
    });
    const { figures, report } = options;
    const placed = await placeCalibration({ calibration, run, figures, report, step }, folder);
    end();
    const path = shownPath(placed.path, terminal.cwd);
    const object = { ok: true, folder: path, folderIs: placed.kind, ...calibrationObject(calibration) };
    terminal.stdout.write(
      options.json
        ? `${JSON.stringify(object, null, 2)}\n`
        : calibrationCard({ calibration, placed, path, seconds: elapsed() }, terminal),
    );
    if (placed.bug) throw placed.bug;
    return exitCode.done;
  } catch (error) {
    end();
    folder.discard();
    if (!(error instanceof Interrupted)) throw error;
    terminal.stderr.write('Interrupted. Nothing was written.\n');
    return exitCode.interrupted;
  }
}
