import { basename } from 'node:path';
import { excitationEvidence, type ExcitationEvidence } from '../../calibration/fit/excitation-evidence.js';
import { fitRecord, type RecordFit } from '../../calibration/fit/fit-record.js';
import { patched, scenarioPatch, type NamedTable, type ScenarioPatch } from '../../calibration/fit/scenario-patch.js';
import { recordChecks, type RecordChecks } from '../../calibration/fit/record-checks.js';
import { targetNumbers } from '../../calibration/fit/target-numbers.js';
import { severityNumbers, type SeverityNumbers } from '../../calibration/fit/severity-numbers.js';
import type { ChosenBases } from '../../calibration/record/choice-sets.js';
import { planFaults } from '../../model/check-plan.js';
import { compileScenario } from '../../model/compile.js';
import { UserFault, type Fault } from '../../model/scenario/fault.js';
import { isoDate, isoDay } from '../../model/scenario/iso-date.js';
import { readScenario } from '../../model/scenario/read-scenario.js';
import type { Scenario } from '../../model/scenario/schema.js';
import { loadScenario, type LoadedScenario } from '../load-scenario.js';
import { counted } from '../number-text.js';
import type { RecordInputs } from '../record/inputs-of-manifest.js';
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

/** A table of fitted numbers, and what they are about in two or three words. */
export interface CalibratedTable extends NamedTable {
  readonly about: string;
}

/** A scenario's attack process fitted to a record. */
export interface Calibration {
  readonly options: CalibrateOptions;
  readonly loaded: LoadedScenario;
  readonly record: LoadedRecord;
  readonly process: RecordFit;
  /** By actor with at least two attacks. */
  readonly evidence: readonly ExcitationEvidence[];
  /** Undefined where the record or the scenario has no place for it. */
  readonly severity: SeverityNumbers | undefined;
  /** Among which bases the attacks chose. */
  readonly chosen: ChosenBases;
  /** Undefined of records of several actors. */
  readonly checks: RecordChecks | undefined;
  readonly tables: readonly CalibratedTable[];
  /** What a scenario spreads. */
  readonly patch: ScenarioPatch;
  /** The scenario with the patch put in, without claims: those it is compared with are not fitted. */
  readonly scenario: Scenario;
  /** SHA-256 of all that decides the numbers beside the seed. */
  readonly hash: string;
  readonly warnings: readonly string[];
}

/** Hears what is done next, and may stop it. */
export type Step = (doing: string) => Promise<void>;

/** The last day to learn from: the one before the scenario starts, unless another is asked for. */
export function learntUntil({ until }: Pick<CalibrateOptions, 'until'>, { start }: Scenario): string {
  return until ?? isoDate(isoDay(start) - 1);
}

/**
 * Reads scenario and record and fits the one to the other. `step` hears what is done next, and may stop it.
 * @throws UserFault with every fault of either.
 */
export async function findCalibration(
  options: CalibrateOptions,
  { terminal, step }: { readonly terminal: Terminal; readonly step: Step },
): Promise<Calibration> {
  await step('reading');
  const loaded = await loadScenario({ file: options.scenario, set: options.set }, terminal);
  const { scenario } = loaded.compiled;
  const { rules, from } = options;
  const until = learntUntil(options, scenario);
  const record = await loadRecord({ file: options.record, rules, from, until, scenario }, terminal);
  return fitCalibration(options, { inputs: { loaded, record }, step });
}

/**
 * Fits the one to the other, both read.
 * @throws UserFault where what is asked does not fit the record.
 */
export async function fitCalibration(
  options: CalibrateOptions,
  { inputs: { loaded, record }, step }: { readonly inputs: RecordInputs; readonly step: Step },
): Promise<Calibration> {
  const { scenario } = loaded.compiled;
  mustLieWithin(options.periods, record);
  await step('fitting rates, branching and lags');
  const { seed, imputations, periods } = options;
  const process = fitRecord({ record: record.record, compiled: loaded.compiled, seed, imputations, periods });
  await step('asking whether attacks provoke attacks at all');
  const evidence = excitationEvidence(process, { seed });
  await step('fitting severity');
  const severity = severityNumbers(record.record.attacks, { scenario, seed });
  await step('fitting whom attacks fall on');
  const { targets, chosen } = targetNumbers(record.record, { compiled: loaded.compiled, actors: process.actors, seed });
  await step('checking the fit against simulated records');
  const checks = recordChecks({ record: record.record, compiled: loaded.compiled, process, targets, chosen, seed });
  const span = `${record.record.from} to ${record.record.to}`;
  const of = `the fit to ${basename(options.record)}, ${span}`;
  const tables = [
    { of, about: 'how often', table: process.numbers },
    ...targets.map(({ actor, numbers }) => ({
      of: `${of}: targets of ${actor}`,
      about: `on whom ${actor}`,
      table: numbers,
    })),
    ...(severity ? [{ of: `${of}: severity`, about: 'how bad', table: severity.numbers }] : []),
  ];
  const source = `garrison calibrate: ${counted(record.record.attacks.length, 'attack')} of ${basename(options.record)}, ${span}`;
  const patch = scenarioPatch(tables, { source, rows: options.draws });
  return {
    options,
    loaded,
    record,
    process,
    evidence,
    severity,
    chosen,
    checks,
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
    warnings: [...loaded.warnings, ...record.warnings, ...process.leftOut, ...targetWarnings(chosen, scenario.start)],
  };
}

/** What a reader must know of how it was found among which bases attacks chose. */
export function targetWarnings(
  { unexplained, beforeStart }: Pick<ChosenBases, 'unexplained' | 'beforeStart'>,
  start: string,
): string[] {
  return [
    ...(beforeStart > 0
      ? [
          `who was where before ${start} is taken from that day, the scenario’s first: ${counted(beforeStart, 'attack')} chose then`,
        ]
      : []),
    ...(unexplained.length > 0
      ? [
          `${counted(unexplained.length, 'attack')} on a base where the scenario has nobody that day: left out of the choice of targets`,
        ]
      : []),
  ];
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
