import { createHash } from 'node:crypto';
import type { PlainScenario } from '../model/compared-together.js';
import type { Past } from '../model/luck.js';
import { engine } from './engine.js';

/** SHA-256, in hex, of what decides the numbers beside seed and n: the resolved scenario, the engine's version, and a past. */
export function scenarioHash(scenario: object, past?: Past): string {
  return createHash('sha256')
    .update(canonicalJson({ engine: engine().version, scenario, ...(past ? { past } : {}) }))
    .digest('hex');
}

/** The same of a scenario as it is simulated: with those that it is measured against and drawn with, if any. */
export function measuredHash(plain: PlainScenario): string {
  const { scenario, reference, drawnWith, antithetic } = plain;
  return scenarioHash(reference || drawnWith || antithetic ? { scenario, reference, drawnWith, antithetic } : scenario);
}

/** JSON with the keys of every object sorted, so that their order in a file does not matter. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, node: unknown) => {
    if (node === null || typeof node !== 'object' || Array.isArray(node)) return node;
    return Object.fromEntries(Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
