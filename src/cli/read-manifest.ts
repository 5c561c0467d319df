import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compilePlain, type PlainScenario } from '../model/compared-together.js';
import type { CompiledScenario } from '../model/compile.js';
import type { Past } from '../model/luck.js';
import { isoDay } from '../model/scenario/iso-date.js';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import { readScenario } from '../model/scenario/read-scenario.js';
import { engine } from './engine.js';
import { errorCode } from './error-code.js';
import type { Manifest } from './manifest.js';
import { canonicalJson, measuredHash, scenarioHash } from './scenario-hash.js';

/** The manifest of a run, or of a trace, which tells one replication. */
export type AnyManifest =
  | (Manifest & { readonly kind?: undefined })
  | (Pick<Manifest, 'hash' | 'seed' | 'garrison' | 'scenario'> & {
      readonly kind: 'trace';
      readonly replication: number;
    });

export interface ReadManifest {
  readonly manifest: AnyManifest;
  readonly compiled: CompiledScenario;
  /** The past that its replications share. */
  readonly past: Past | undefined;
}

/**
 * Reads a manifest whose numbers this engine can give again.
 * @throws UserFault that names what differs: version, scenario, or how this engine reads it.
 */
export function readManifest(file: string, cwd: string): ReadManifest {
  const manifest: AnyManifest | null = parseManifest(file, cwd);
  if (typeof manifest?.hash !== 'string' || typeof manifest.scenario !== 'object') {
    const isComparison = Reflect.get(Object(manifest), 'kind') === 'comparison';
    const hint = isComparison ? 'those of the scenarios compared lie in the folders below scenarios/' : undefined;
    throw new UserFault([{ path: file, rule: 'must be a manifest of garrison run or garrison trace', hint }]);
  }
  const { garrison, hash, scenario } = manifest;
  mustBeOfThisVersion(file, garrison);
  const past = pastOf(manifest);
  const compared = 'compared' in manifest ? (manifest.compared ?? []) : [];
  const { reference, drawnWith, antithetic } = manifest.kind === 'trace' ? {} : manifest;
  const plain: PlainScenario = { scenario, reference, drawnWith, antithetic };
  const faults = [
    { path: 'scenario', hash, plain, past },
    ...compared.map((other, i) => ({ path: `compared[${i}].scenario`, hash: other.hash, plain: other })),
  ].flatMap((each) => differenceOf({ ...each, path: `${file}: ${each.path}` }));
  if (faults.length > 0) throw new UserFault(faults);
  return { manifest, compiled: compilePlain(plain), past };
}

/** What a file holds, as JSON. */
export function parseManifest(file: string, cwd: string) {
  try {
    return JSON.parse(readFileSync(resolve(cwd, file), 'utf8'));
  } catch (error) {
    const rule = `must be a manifest that can be read (${errorCode(error) ?? 'it is no JSON'})`;
    throw new UserFault([{ path: file, rule, hint: 'garrison run writes manifest.json into its folder' }]);
  }
}

export function mustBeOfThisVersion(file: string, version: string): void {
  if (version === engine().version) return;
  const rule = `differs in version: it must be of the garrison that repeats it, ${engine().version}`;
  throw new UserFault([{ path: file, value: version, rule, hint: 'use that version' }]);
}

function pastOf(manifest: AnyManifest): Past | undefined {
  if (!('past' in manifest) || manifest.past === undefined) return undefined;
  const { seed, replication, day } = manifest.past;
  return { seed, replication, day: isoDay(day) - isoDay(manifest.scenario.start) };
}

/** What of a scenario is not as it was run, or is read another way by this engine. */
export function differenceOf(about: {
  readonly path: string;
  readonly hash: string;
  readonly plain: PlainScenario;
  readonly past?: Past | undefined;
}): Fault[] {
  const { path, hash, plain, past } = about;
  const { scenario } = plain;
  const found = past ? scenarioHash(scenario, past) : measuredHash(plain);
  if (found !== hash) {
    const rule = `differs in the scenario: it must be the one that was run (${hash.slice(0, 8)})`;
    return [{ path, value: found.slice(0, 8), rule, hint: 'take the manifest as it was written' }];
  }
  const read = readScenario(scenario);
  if (read.kind === 'faults') return read.faults.map((fault) => ({ ...fault, path: `${path}: ${fault.path}` }));
  const at = firstPath(scenario, read.scenario);
  if (at === undefined) return [];
  const rule = `differs in the engine: of the same version, but this one reads ${at} another way`;
  return [{ path, rule, hint: 'use the state of garrison that wrote it' }];
}

/** Where two plain values first differ: "bases.camp.hostForces"; undefined where they do not. */
function firstPath(one: unknown, other: unknown, path = ''): string | undefined {
  if (canonicalJson(one) === canonicalJson(other)) return undefined;
  if (!isObject(one) || !isObject(other)) return path;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = firstPath(Reflect.get(one, key), Reflect.get(other, key), path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return path;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
