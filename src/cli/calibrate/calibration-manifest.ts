import { z } from 'zod';
import { engine } from '../engine.js';
import { recordManifestShape, studiedRecord, type RecordManifest, type RecordRun } from '../record/record-manifest.js';
import { readRecordManifest, type ReadRecordManifest } from '../record/read-record-manifest.js';
import { shared, type Fits, type Thawed } from '../result-schemas.js';
import type { CalibrateOptions, Calibration } from './calibration.js';

export const calibrationManifestSchema = z.strictObject({
  ...recordManifestShape,
  kind: z.literal('calibration'),
  asked: z
    .strictObject({
      from: z.iso.date().optional(),
      until: z.iso.date().describe('Absent: the day before the scenario starts.').optional(),
      periods: z.array(z.iso.date()).describe('Days on which the unprovoked rate may change.'),
      imputations: shared.count.describe('Ways of ordering the attacks of one day.'),
      draws: shared.count.describe('Rows of the table that scenarios take.'),
    })
    .describe('What was asked beside the seed.'),
});

/** What a fit to a record was: enough to repeat it, with the record. */
export interface CalibrationManifest extends RecordManifest {
  readonly kind: 'calibration';
  readonly asked: {
    readonly from?: string;
    readonly until?: string;
    readonly periods: readonly string[];
    readonly imputations: number;
    readonly draws: number;
  };
}

const fits: Fits<
  Omit<CalibrationManifest, 'scenario'>,
  Thawed<Omit<z.infer<typeof calibrationManifestSchema>, 'scenario'>>
> = true;
void fits;

export function calibrationManifest(calibration: Calibration, run: RecordRun): CalibrationManifest {
  const { options, loaded, record, hash, warnings } = calibration;
  const { from, until, periods, imputations, draws, seed } = options;
  const { scenario } = loaded.compiled;
  return {
    formatVersion: 1,
    kind: 'calibration',
    title: scenario.title,
    hash,
    seed,
    garrison: engine().version,
    scenarioHash: loaded.hash,
    asked: {
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
      periods,
      imputations,
      draws,
    },
    record: studiedRecord(record),
    warnings,
    scenario,
    run,
  };
}

/** Reads the manifest of a fit; undefined where it is of something else. */
export function readCalibration(file: string, cwd: string): ReadRecordManifest<CalibrationManifest> | undefined {
  return readRecordManifest({ file, cwd, kind: 'calibration', isWhole: isCalibrationManifest });
}

/** Whether something read is the whole manifest of a fit. */
export function isCalibrationManifest(value: unknown): value is CalibrationManifest {
  return calibrationManifestSchema.safeParse(value).success;
}

/** The options that a fit was made with. */
export function calibrateOptionsOf({ asked, run, seed }: CalibrationManifest): CalibrateOptions {
  const { from, until, periods, imputations, draws } = asked;
  const { record, file: scenario, rules, set } = run;
  return { record, scenario, rules, from, until, periods, seed, imputations, draws, set };
}
