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
import { calibrateOptionsOf, type CalibrationManifest } from './calibration-manifest.js';
import { fitCalibration, learntUntil } from './calibration.js';
import { Interrupted, openSteps } from './open-steps.js';
import { placeCalibration } from './place-calibration.js';

/** `garrison reproduce` of a fit: the same from its manifest and the record. */
export async function reproduceCalibration(
  { manifest, file, folder: original }: ReadRecordManifest<CalibrationManifest>,
  { record, out, manifest: named }: ReproduceOptions,
  terminal: Terminal,
): Promise<number> {
  const options = calibrateOptionsOf(manifest);
  const window = { from: options.from, until: learntUntil(options, manifest.scenario) };
  const started = new Date().toISOString();
  const before = performance.now();
  const inputs = await inputsOfManifest({ manifest, file, record, window }, terminal);
  const folder = openOutputFolder(resolve(terminal.cwd, out, basename(dirname(original))));
  const { step, end } = openSteps({ quiet: false }, terminal);
  try {
    const placed = await placeCalibration(
      {
        calibration: await fitCalibration(options, { inputs, step }),
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
        step,
      },
      folder,
    );
    end();
    if (placed.bug) throw placed.bug;
    return tellReproduced({ placed: placed.path, original, run: manifest.run, failed: false }, terminal);
  } catch (error) {
    end();
    folder.discard();
    if (!(error instanceof Interrupted)) throw error;
    terminal.stderr.write('Interrupted. Nothing was written.\n');
    return exitCode.interrupted;
  }
}
