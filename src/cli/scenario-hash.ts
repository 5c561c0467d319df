import { createHash } from 'node:crypto';
import type { Past } from '../model/luck.js';
import { engine } from './engine.js';

/** SHA-256, in hex, of what decides the numbers beside seed and n: the resolved scenario, the engine's version, and a past. */
export function scenarioHash(scenario: object, past?: Past): string {
  return createHash('sha256')
    .update(canonicalJson({ engine: engine().version, scenario, ...(past ? { past } : {}) }))
    .digest('hex');
}

/** The same of a scenario that may be measured against the start of another: alone it has its own hash. */
export function measuredHash(about: {
  readonly scenario: object;
  readonly reference?: { readonly scenario: object } | undefined;
}): string {
  const { scenario, reference } = about;
  return scenarioHash(reference ? { scenario, reference: reference.scenario } : scenario);
}

/** JSON with the keys of every object sorted, so that their order in a file does not matter. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, node: unknown) => {
    if (node === null || typeof node !== 'object' || Array.isArray(node)) return node;
    return Object.fromEntries(Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
