import { resolve } from 'node:path';
import { UserFault } from '../../model/scenario/fault.js';
import { hashOfRecord, matchRecord, readText, type LoadedRecord } from '../calibrate/load-record.js';
import { soundScenario, type LoadedScenario } from '../load-scenario.js';
import { differenceOf, mustBeOfThisVersion } from '../read-manifest.js';
import type { Terminal } from '../terminal.js';
import type { RecordManifest } from './record-manifest.js';

/** What a fit to a record and a back-test rest on. */
export interface RecordInputs {
  readonly loaded: LoadedScenario;
  readonly record: LoadedRecord;
}

/** A manifest of a fit or a back-test, and what is needed to repeat it. */
export interface AskedAgain<Manifest extends RecordManifest> {
  readonly manifest: Manifest;
  /** As named. */
  readonly file: string;
  /** Where the record's file lies; undefined: where the manifest says. */
  readonly record: string | undefined;
  /** First and last day that were asked for. */
  readonly window: { readonly from?: string | undefined; readonly until?: string | undefined };
}

/**
 * Scenario and record of a manifest: the scenario and the rules as it holds them, the record from its file, which must be
 * the same to the last byte.
 * @throws UserFault that names what differs.
 */
export async function inputsOfManifest<Manifest extends RecordManifest>(
  asked: AskedAgain<Manifest>,
  terminal: Terminal,
): Promise<RecordInputs> {
  const { manifest, file, window } = asked;
  const { scenario, scenarioHash: hash, run } = manifest;
  mustBeOfThisVersion(file, manifest.garrison);
  const faults = differenceOf({ path: `${file}: scenario`, hash, plain: { scenario } });
  if (faults.length > 0) throw new UserFault(faults);
  const source = { input: scenario, locate: () => undefined };
  const loaded = await soundScenario(source, { file: run.file, folder: terminal.cwd, set: [] });
  const text = recordText(asked, terminal.cwd);
  const { rules } = manifest.record;
  const record = matchRecord({ file: run.record, ...window, scenario: loaded.compiled.scenario, rules, text });
  return { loaded: { ...loaded, set: run.set }, record };
}

function recordText({ manifest, record }: AskedAgain<RecordManifest>, cwd: string): string {
  const name = record ?? manifest.run.record;
  const text = readText(resolve(cwd, name), name);
  const { sha256 } = manifest.record;
  if (hashOfRecord(text) === sha256) return text;
  throw new UserFault([
    {
      path: name,
      value: `SHA-256 ${hashOfRecord(text).slice(0, 8)}`,
      rule: `must be the record that was read, to the last byte (SHA-256 ${sha256.slice(0, 8)})`,
      hint: 'name that file with --record',
    },
  ]);
}
