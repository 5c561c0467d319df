import { dirname, relative, resolve } from 'node:path';
import type { CompiledScenario } from '../model/compile.js';
import { checkClaims } from '../model/check-claims.js';
import { UserFault } from '../model/scenario/fault.js';
import { inPairs } from './antithetic.js';
import type { LocatedFault } from './faults-text.js';
import { loadScenario, type LoadedScenario } from './load-scenario.js';
import { setValues } from './set-values.js';
import type { Terminal } from './terminal.js';

/** A scenario that claims compare another with. */
export interface ComparedScenario extends LoadedScenario {
  /** As the claim names it. */
  readonly named: string;
}

export interface LoadedWithClaims extends LoadedScenario {
  /** By the text of `than.scenario`; texts that mean one file share one entry. */
  readonly compared: ReadonlyMap<string, ComparedScenario>;
  /** What a reader should know before trusting the claims. */
  readonly claimWarnings: readonly string[];
}

/**
 * Reads a scenario and those that its claims compare it with, and checks the claims against the outcomes of all of them.
 * What is set is set in every scenario that has it, so that they stay comparable; the claims of the others are not read.
 * @throws UserFault with the faults of the scenario, else with those of its claims and of the other scenarios, all at once.
 */
export async function loadWithClaims(
  options: { readonly file: string; readonly set: readonly string[]; readonly antithetic?: boolean },
  terminal: Terminal,
): Promise<LoadedWithClaims> {
  const { antithetic = false } = options;
  const loaded = inPairs(await loadScenario(options, terminal), antithetic);
  const { claims } = loaded.compiled.scenario;
  const own = resolve(terminal.cwd, options.file);
  const faults: LocatedFault[] = [];
  const warnings: string[] = [];
  const compared = new Map<string, ComparedScenario>();
  const byPath = new Map<string, ComparedScenario | 'faulty'>();
  const toItself: string[] = [];
  for (const [index, { name, than }] of claims.entries()) {
    if (typeof than === 'number' || than.scenario === undefined) continue;
    const named = than.scenario;
    const path = resolve(dirname(own), named);
    if (path === own) {
      toItself.push(`"${name}"`);
      continue;
    }
    let found = byPath.get(path);
    if (found === undefined) {
      const file = relative(terminal.cwd, path);
      const other = await loadCompared({ ...options, file, named }, terminal);
      if ('faults' in other) faults.push(...other.faults.map((fault) => inClaim(fault, { index, named, file })));
      else warnings.push(...other.warnings);
      found = 'faults' in other ? 'faulty' : inPairs(other.scenario, antithetic);
      byPath.set(path, found);
    }
    if (found !== 'faulty') compared.set(named, found);
  }
  const compiledOthers = new Map<string, CompiledScenario>(
    [...compared].map(([named, other]) => [named, other.compiled]),
  );
  const checked = checkClaims(loaded.compiled, compiledOthers);
  faults.push(...loaded.located(checked.faults));
  if (faults.length > 0) throw new UserFault(faults);
  if (toItself.length > 0) {
    const out = 'a variant can say which claims it keeps, none with claims: []';
    warnings.push(`Claims that compare this scenario with itself are left out (${toItself.join(', ')}); ${out}.`);
  }
  return { ...loaded, compared, claimWarnings: [...warnings, ...checked.warnings] };
}

/** What says what a scenario is, and not what world it stands in. */
const ownWords = ['title', 'name', 'question', 'claims'];

/** Of what is set in a scenario, what is set in one that it is compared with too: not its own words, nor its plan. */
export function worldSet(set: readonly string[]): readonly string[] {
  return set.filter((assignment) => !ownWords.includes(firstStep(assignment)) && !setsPlan(assignment));
}

export function setsPlan(assignment: string): boolean {
  return firstStep(assignment) === 'plan';
}

type Compared =
  | { readonly scenario: ComparedScenario; readonly warnings: readonly string[] }
  | { readonly faults: readonly LocatedFault[] };

async function loadCompared(
  { file, named, set }: { readonly file: string; readonly named: string; readonly set: readonly string[] },
  terminal: Terminal,
): Promise<Compared> {
  const inWorld = set.filter((assignment) => !ownWords.includes(firstStep(assignment)));
  const comparable = worldSet(set);
  let taken: readonly string[] = [];
  const before = (input: unknown): unknown => {
    taken = comparable.filter((assignment) => setValues(input, [assignment]).faults.length === 0);
    const withoutClaims =
      typeof input === 'object' && input !== null ? Object.assign({}, input, { claims: [] }) : input;
    return setValues(withoutClaims, taken).input;
  };
  try {
    const loaded = await loadScenario({ file, set: [], before }, terminal);
    const missed = inWorld.filter((assignment) => !taken.includes(assignment));
    return {
      scenario: { ...loaded, named, set: taken },
      warnings: missed.map((assignment) => `--set ${assignment} holds in this scenario only, not in ${named}.`),
    };
  } catch (error) {
    if (error instanceof UserFault) return { faults: error.faults };
    throw error;
  }
}

function firstStep(assignment: string): string {
  return /^\s*[^.[=\s]*/.exec(assignment)?.[0].trim() ?? '';
}

/** A fault of another scenario, told where the claim names it. */
function inClaim(
  fault: LocatedFault,
  { index, named, file }: { readonly index: number; readonly named: string; readonly file: string },
): LocatedFault {
  const at = `claims[${index}].than.scenario`;
  if (fault.path === file) return { ...fault, path: at, value: named };
  return { ...fault, path: `${at} (${named}): ${fault.path === '' ? 'the scenario' : fault.path}` };
}
