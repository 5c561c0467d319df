import { basename } from 'node:path';
import type { FittedTable } from '../../calibration/fit/fitted-number.js';
import { fitRecord, type RecordFit } from '../../calibration/fit/fit-record.js';
import { patched, scenarioPatch, type ScenarioPatch } from '../../calibration/fit/scenario-patch.js';
import { planFaults } from '../../model/check-plan.js';
import { compileScenario } from '../../model/compile.js';
import { UserFault, type Fault } from '../../model/scenario/fault.js';
import { isoDate, isoDay } from '../../model/scenario/iso-date.js';
import { readScenario } from '../../model/scenario/read-scenario.js';
import type { Scenario } from '../../model/scenario/schema.js';
import { loadScenario, type LoadedScenario } from '../load-scenario.js';
import { counted } from '../number-text.js';
import { scenarioHash } from '../scenario-hash.js';
import type { Terminal } from '../terminal.js';
import { loadRecord, type LoadedRecord } from './load-record.js';

export interface CalibrateOptions {
  /** The record's file. */
  readonly record: string;
  readonly scenario: string;
  readonly rules: string | undefined;
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** Dates on which the rate without excitation may change. */
  readonly periods: readonly string[];
  readonly seed: number;
  readonly imputations: number;
  /** Rows of the table of draws that scenarios take. */
  readonly draws: number;
  readonly set: readonly string[];
}

/** A scenario's attack process fitted to a record. */
export interface Calibration {
  readonly options: CalibrateOptions;
  readonly loaded: LoadedScenario;
  readonly record: LoadedRecord;
  readonly process: RecordFit;
  readonly tables: readonly { readonly of: string; readonly table: FittedTable }[];
  /** What a scenario spreads. */
  readonly patch: ScenarioPatch;
  /** The scenario with the patch put in, without claims: those it is compared with are not fitted. */
  readonly scenario: Scenario;
  /** SHA-256 of all that decides the numbers beside the seed. */
  readonly hash: string;
  readonly warnings: readonly string[];
}

/**
 * Reads scenario and record and fits the one to the other. `step` hears what is done next.
 * @throws UserFault with every fault of either.
 */
export async function findCalibration(
  options: CalibrateOptions,
  { terminal, step }: { readonly terminal: Terminal; readonly step: (doing: string) => void },
): Promise<Calibration> {
  step('reading');
  const loaded = await loadScenario({ file: options.scenario, set: options.set }, terminal);
  const { scenario } = loaded.compiled;
  const until = options.until ?? isoDate(isoDay(scenario.start) - 1);
  const { rules, from } = options;
  const record = await loadRecord({ file: options.record, rules, from, until, scenario }, terminal);
  mustLieWithin(options.periods, record);
  step('fitting rates, branching and lags');
  const { seed, imputations, periods } = options;
  const process = fitRecord({ record: record.record, compiled: loaded.compiled, seed, imputations, periods });
  const span = `${record.record.from} to ${record.record.to}`;
  const tables = [{ of: `the fit to ${basename(options.record)}, ${span}`, table: process.numbers }];
  const source = `garrison calibrate: ${counted(record.record.attacks.length, 'attack')} of ${basename(options.record)}, ${span}`;
  const patch = scenarioPatch(tables, { source, rows: options.draws });
  return {
    options,
    loaded,
    record,
    process,
    tables,
    patch,
    scenario: withPatch(scenario, patch),
    hash: scenarioHash({
      scenario: loaded.hash,
      record: record.hash,
      rules: record.rules,
      from: record.record.from,
      until: record.record.to,
      periods,
      imputations,
      draws: options.draws,
    }),
    warnings: [...loaded.warnings, ...record.warnings, ...process.leftOut],
  };
}

/** Every number of the patch is within what the schema allows, or this is a bug that must not be written. */
function withPatch(scenario: Scenario, patch: ScenarioPatch): Scenario {
  const read = readScenario(patched({ ...scenario, claims: [] }, patch));
  if (read.kind === 'faults') throw new UserFault(read.faults);
  const faults = planFaults(compileScenario(read.scenario));
  if (faults.length > 0) throw new UserFault(faults);
  return read.scenario;
}

function mustLieWithin(periods: readonly string[], { record }: LoadedRecord): void {
  const outside = periods.filter((date) => date <= record.from || date > record.to);
  const faults = outside.map((value): Fault => ({
    path: '--period',
    value,
    rule: `must be a day after ${record.from} and no later than ${record.to}`,
    hint: 'it is the first day of another rate within the record',
  }));
  const twice = periods.filter((date, i) => periods.indexOf(date) < i);
  if (twice.length > 0)
    faults.push({ path: '--period', value: twice.join(', '), rule: 'must be given once for a day' });
  if (faults.length > 0) throw new UserFault(faults);
}
