import type { Fault } from '../scenario/fault.js';
import { keysAt } from '../scenario/known-keys.js';
import { plainDataFaults } from '../scenario/plain-data.js';
import { schemaFaults } from '../scenario/schema-faults.js';
import { studyJsonSchema } from './study-json-schema.js';
import { studySchema, type Study } from './study-schema.js';

export type ReadStudy =
  { readonly kind: 'study'; readonly study: Study } | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/** Whether what a file exports is meant as a study: it has a key that a scenario does not have. */
export function isStudy(input: unknown): boolean {
  return input !== null && typeof input === 'object' && ('baseline' in input || 'alternatives' in input);
}

/** Reads what a user wrote: a study with every default filled in, or all of its faults. Its scenarios are not read here. */
export function readStudy(input: unknown): ReadStudy {
  const unplain = plainDataFaults(input);
  if (unplain.length > 0) return { kind: 'faults', faults: unplain };
  const parsed = studySchema.safeParse(input);
  const known = (path: readonly PropertyKey[]) => keysAt(studyJsonSchema(), path);
  const faults = [
    ...(parsed.success ? [] : schemaFaults(parsed.error.issues, input, known)),
    ...(parsed.success ? memberFaults(parsed.data) : []),
    ...sizeFaults(input),
  ];
  if (!parsed.success || faults.length > 0) return { kind: 'faults', faults };
  return { kind: 'study', study: parsed.data };
}

/** How many replications is said once: by number, or by precision with its bound. */
function sizeFaults(input: unknown): Fault[] {
  if (typeof input !== 'object' || input === null) return [];
  const has = (key: string): boolean => Reflect.get(input, key) !== undefined;
  const hint = 'precision finds out how many it takes, maxReplications bounds them';
  if (has('precision'))
    return has('replications') ? [{ path: 'replications', rule: 'must be left out beside precision', hint }] : [];
  return has('maxReplications') ? [{ path: 'maxReplications', rule: 'must stand beside precision only', hint }] : [];
}

function memberFaults({ baseline, alternatives }: Study): Fault[] {
  const keys = Object.keys(alternatives);
  const faults: Fault[] = [];
  if (keys.length === 0) faults.push({ path: 'alternatives', rule: 'must hold at least one scenario' });
  if (keys.includes('baseline'))
    faults.push({ path: 'alternatives.baseline', rule: 'must have another key: the baseline is there already' });
  const wrapped = Object.entries({ baseline, ...prefixed(alternatives) });
  for (const [path, member] of wrapped) {
    // { scenario, sett } is a slip, not a scenario: no scenario has a key of that name.
    if (typeof member !== 'object' || !('scenario' in member)) continue;
    if (typeof member.scenario !== 'string' && (typeof member.scenario !== 'object' || member.scenario === null))
      faults.push({
        path: `${path}.scenario`,
        value: member.scenario,
        rule: 'must be the path of a scenario file, or a scenario',
      });
    for (const key of Object.keys(member))
      if (key !== 'scenario' && key !== 'set')
        faults.push({ path: `${path}.${key}`, rule: 'must be left out beside scenario', hint: 'did you mean set?' });
  }
  return faults;
}

function prefixed<Value>(values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`alternatives.${key}`, value]));
}
