import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { UserFault, type Fault } from '../../model/scenario/fault.js';
import { readScenario } from '../../model/scenario/read-scenario.js';
import type { Figure } from '../../report/index.js';
import { isBacktestManifest, type BacktestManifest } from '../backtest/backtest-manifest.js';
import { backtestSchema, type BacktestFile } from '../backtest/backtest-schema.js';
import { isCalibrationManifest, type CalibrationManifest } from '../calibrate/calibration-manifest.js';
import { calibrationSchema, type CalibrationFile } from '../calibrate/calibration-schema.js';
import { errorCode } from '../error-code.js';
import { notWhole } from '../record/read-record-manifest.js';
import { readDesignTables, type ResultTable } from './read-design-tables.js';
import { readFigures } from './read-figures.js';

interface Beside {
  readonly figures: readonly Figure[];
  readonly tables: readonly ResultTable[];
}

/** A folder that `calibrate` or `backtest` wrote. */
export type RecordFolder =
  | ({
      readonly kind: 'calibration';
      readonly manifest: CalibrationManifest;
      readonly result: CalibrationFile;
    } & Beside)
  | ({ readonly kind: 'backtest'; readonly manifest: BacktestManifest; readonly result: BacktestFile } & Beside);

/**
 * Reads what lies beside a manifest that says it is of a fit or a back-test.
 * @throws UserFault with everything that is missing or damaged, all at once.
 */
export function readRecordFolder(folder: string, manifest: unknown): RecordFolder {
  const path = join(folder, 'manifest.json');
  if (isCalibrationManifest(manifest)) {
    const result = readResult(join(folder, 'calibration.json'), calibrationSchema);
    return { kind: 'calibration', manifest, ...beside(folder, { manifest, path, result }) };
  }
  if (isBacktestManifest(manifest)) {
    const result = readResult(join(folder, 'backtest.json'), backtestSchema);
    return { kind: 'backtest', manifest, ...beside(folder, { manifest, path, result }) };
  }
  const kind = Reflect.get(Object(manifest), 'kind') === 'backtest' ? 'backtest' : 'calibration';
  throw new UserFault([{ path, rule: notWhole(kind), hint: again }]);
}

const again = 'run its command again';

interface Read<Result> {
  readonly value?: Result;
  readonly faults: readonly Fault[];
}

/** All that a report needs beside the manifest. */
function beside<Result>(
  folder: string,
  about: {
    readonly manifest: CalibrationManifest | BacktestManifest;
    readonly path: string;
    readonly result: Read<Result>;
  },
): Beside & { readonly result: Result } {
  const { manifest, path, result } = about;
  const scenario = readScenario(manifest.scenario);
  const { figures, faults: ofFigures } = readFigures(folder, manifest.title);
  const faults = [
    ...(scenario.kind === 'faults'
      ? scenario.faults.map((fault) => ({ ...fault, path: `${path}: ${fault.path}` }))
      : []),
    ...result.faults,
    ...ofFigures,
  ];
  if (faults.length > 0 || result.value === undefined) throw new UserFault(faults);
  const tables = readDesignTables(folder, (file) => !file.startsWith('draws-'));
  return { result: result.value, figures, tables };
}

function readResult<Schema extends z.ZodType>(path: string, schema: Schema): Read<z.output<Schema>> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const rule = `must be there, and JSON (${errorCode(error) ?? 'it is damaged or cut off'})`;
    return { faults: [{ path, rule, hint: again }] };
  }
  const read = schema.safeParse(value);
  if (read.success) return { value: read.data, faults: [] };
  return {
    faults: read.error.issues.map((issue) => ({
      path: `${path}: ${issue.path.map(String).join('.')}`,
      rule: `must be as garrison writes it (${issue.message})`,
      hint: again,
    })),
  };
}
