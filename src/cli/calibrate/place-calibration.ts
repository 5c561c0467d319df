import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../command-words.js';
import type { OutputFolder, Placed } from '../output-folder.js';
import { seedName } from '../place-results.js';
import type { RecordRun } from '../record/record-manifest.js';
import { reportInto } from '../report/write-report.js';
import { calibrationFiles, jsonText } from './calibration-files.js';
import { calibrationManifest } from './calibration-manifest.js';
import type { CalibrateOptions, Calibration, Step } from './calibration.js';

/** A fit, and how it came about. */
export interface CalibrationRun {
  readonly calibration: Calibration;
  /** Asked when all is fitted. */
  readonly run: () => RecordRun;
  readonly figures: boolean;
  /** Write report.html and report.md. */
  readonly report: boolean;
  readonly step: Step;
}

export interface PlacedCalibration extends Placed {
  readonly figures: boolean;
  readonly report: boolean;
  /** What kept figures or the report from being made. */
  readonly bug: Error | undefined;
}

/** Writes the folder of a fit, and puts it in its place. */
export async function placeCalibration(
  { calibration, run, figures, report, step }: CalibrationRun,
  folder: OutputFolder,
): Promise<PlacedCalibration> {
  const { options, hash } = calibration;
  await step('writing');
  for (const [file, text] of calibrationFiles(calibration, commandLine(calibrateWords(options))))
    writeFileSync(join(folder.path, file), text);
  writeFileSync(join(folder.path, 'manifest.json'), jsonText(calibrationManifest(calibration, run())));
  if (figures) await step('drawing');
  const figureBug = figures ? await drawInto(join(folder.path, 'figures'), calibration) : undefined;
  const reportBug = report ? reportInto(folder.path) : undefined;
  const placed = folder.finish(`${seedName(options.seed)}-${options.draws}-${hash.slice(0, 8)}`);
  return {
    ...placed,
    figures: figures && figureBug === undefined,
    report: report && reportBug === undefined,
    bug: figureBug ?? reportBug,
  };
}

/** The words that fit the same again, wherever it is put. */
export function calibrateWords(options: CalibrateOptions): string[] {
  const { record, scenario, rules, from, until, periods, seed, imputations, draws, set } = options;
  const one = (word: string, value: string | undefined): string[] => (value === undefined ? [] : [word, value]);
  return [
    'calibrate',
    record,
    ...['--scenario', scenario],
    ...one('--rules', rules),
    ...one('--from', from),
    ...one('--until', until),
    ...periods.flatMap((date) => ['--period', date]),
    ...['--seed', String(seed), '--imputations', String(imputations), '--draws', String(draws)],
    ...set.flatMap((assignment) => ['--set', assignment]),
  ];
}

/** A figure that cannot be drawn is a bug, but none for which the fit may be lost. */
async function drawInto(folder: string, calibration: Calibration): Promise<Error | undefined> {
  try {
    const [{ pageOf, usualLook }, { writeDrawings }, { drawCalibration }] = await Promise.all([
      import('../../figures/index.js'),
      import('../write-drawing.js'),
      import('./calibration-drawings.js'),
    ]);
    mkdirSync(folder);
    await writeDrawings(drawCalibration(calibration, pageOf(usualLook)), folder);
    return undefined;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return error instanceof Error ? error : new Error(String(error));
  }
}
