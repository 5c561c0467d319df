import { commandLine } from '../command-words.js';
import { counted } from '../number-text.js';
import { differingTexts } from '../record/differing-texts.js';
import { inputsOfManifest } from '../record/inputs-of-manifest.js';
import type { ReadRecordManifest } from '../record/read-record-manifest.js';
import { tellVerified } from '../record/tell-verified.js';
import type { Terminal } from '../terminal.js';
import { calibrationFiles } from './calibration-files.js';
import { calibrateOptionsOf, type CalibrationManifest } from './calibration-manifest.js';
import { fitCalibration, learntUntil } from './calibration.js';
import { openSteps } from './open-steps.js';
import { calibrateWords } from './place-calibration.js';

/** `garrison verify` of a fit: fits the record again and compares every file of numbers, figures and report left aside. */
export async function verifyCalibration(
  { manifest, file, folder }: ReadRecordManifest<CalibrationManifest>,
  record: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const options = calibrateOptionsOf(manifest);
  const window = { from: options.from, until: learntUntil(options, manifest.scenario) };
  const inputs = await inputsOfManifest({ manifest, file, record, window }, terminal);
  const { step } = openSteps({ quiet: true }, terminal);
  const calibration = await fitCalibration(options, { inputs, step });
  const files = calibrationFiles(calibration, commandLine(calibrateWords(options)));
  const differences = differingTexts(folder, files);
  if (calibration.hash !== manifest.hash)
    differences.unshift(
      `What was asked differs: manifest.json has the hash ${manifest.hash.slice(0, 8)}, it is ${calibration.hash.slice(0, 8)} now.`,
    );
  return tellVerified(
    `the fit to ${counted(manifest.record.attacks, 'attack')}, ${files.size} files of numbers`,
    differences,
    terminal,
  );
}
