import { dirname, resolve } from 'node:path';
import { planFaults } from '../model/check-plan.js';
import { compileScenario, type CompiledScenario } from '../model/compile.js';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import { readScenario } from '../model/scenario/read-scenario.js';
import { field } from '../model/scenario/reference-faults.js';
import { isStudy } from '../model/study/read-study.js';
import { attachRecord } from './attach-record.js';
import { countryFault } from './country-fault.js';
import type { LocatedFault } from './faults-text.js';
import { countryOutline, type CountryOutline, farLocationWarnings, swappedLocationFaults } from './location-faults.js';
import { readScenarioFile, type ScenarioSource } from './read-scenario-file.js';
import { scenarioHash } from './scenario-hash.js';
import { setValues } from './set-values.js';
import type { Terminal } from './terminal.js';

/** A scenario file, read and found sound. */
export interface LoadedScenario {
  /** With the resolved scenario: every default filled in. */
  readonly compiled: CompiledScenario;
  /** The file as the user named it. */
  readonly file: string;
  /** What `--set` changed, as given. */
  readonly set: readonly string[];
  /** SHA-256 of the resolved scenario and the engine's version, in hex. */
  readonly hash: string;
  /** Faults with their lines, where the file has lines to point at. */
  readonly located: (faults: readonly Fault[]) => readonly LocatedFault[];
  /** What may be a slip, but can be simulated. */
  readonly warnings: readonly string[];
}

export interface LoadOptions {
  readonly file: string;
  readonly set: readonly string[];
  /** What is done to what the file holds before anything else. */
  readonly before?: (input: unknown) => unknown;
}

/**
 * Reads a scenario file, applies `--set`, reads its record in, and checks all of it.
 * @throws UserFault with every fault that could be found, each with its line where the file has lines to point at.
 */
export async function loadScenario(
  { file, set, before = (input) => input }: LoadOptions,
  terminal: Terminal,
): Promise<LoadedScenario> {
  const path = resolve(terminal.cwd, file);
  const source = await readScenarioFile({ path, name: file }, terminal);
  if (isStudy(source.input)) {
    const hint = `garrison compare ${file} runs a study`;
    throw new UserFault([{ path: file, rule: 'must be a scenario, but it is a study', hint }]);
  }
  return soundScenario({ ...source, input: before(source.input) }, { file, folder: dirname(path), set });
}

/**
 * Checks what a file holds, with `set` applied and its record read in from `folder`.
 * @throws UserFault as {@link loadScenario}.
 */
export async function soundScenario(
  source: ScenarioSource,
  { file, folder, set }: { readonly file: string; readonly folder: string; readonly set: readonly string[] },
): Promise<LoadedScenario> {
  const changed = setValues(source.input, set);
  const withRecord = attachRecord(changed.input, folder);
  const read = readScenario(withRecord.input);
  // A value given on the command line stands in no line of the file.
  const isSet = (path: string): boolean => set.some((assignment) => path.startsWith(assignment.split('=')[0] ?? ''));
  const located = (faults: readonly Fault[]): readonly LocatedFault[] =>
    faults.map((fault) => ({ ...fault, at: isSet(fault.path) ? undefined : source.locate(fault.path) }));

  const country = countryOf(withRecord.input);
  const outline = country === undefined ? await outlineOf(withRecord.input) : undefined;
  const early = [
    ...changed.faults,
    ...withRecord.faults,
    ...(country === undefined ? [] : [country]),
    ...(outline === undefined ? [] : swappedLocationFaults(withRecord.input, outline)),
  ];
  if (early.length > 0 || read.kind === 'faults')
    throw new UserFault(located([...early, ...(read.kind === 'faults' ? read.faults : [])]));
  const compiled = compileScenario(read.scenario);
  const faults = planFaults(compiled);
  if (faults.length > 0) throw new UserFault(located(faults));
  const warnings = outline === undefined ? [] : farLocationWarnings(compiled.scenario.bases, outline);
  return { compiled, file, set, hash: scenarioHash(compiled.scenario), warnings, located };
}

function countryOf(input: unknown): Fault | undefined {
  const country = field(input, 'country');
  return typeof country === 'string' && country !== '' ? countryFault(country) : undefined;
}

async function outlineOf(input: unknown): Promise<CountryOutline | undefined> {
  const country = field(input, 'country');
  return typeof country === 'string' && country !== '' ? countryOutline(country) : undefined;
}
