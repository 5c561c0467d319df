import { z } from 'zod';
import { scenarioSchema } from './schema.js';

/**
 * Unit of the number at a path, as its description in the schema has it; undefined where the schema knows no number there.
 * Walks the schema itself: to make a JSON Schema of it for this would take longer than to read the scenario.
 */
export function unitAt(path: readonly PropertyKey[]): string | undefined {
  let types = formsOf(scenarioSchema);
  for (const step of path) types = types.flatMap((type) => partsOf(type, step)).flatMap(formsOf);
  const units = types.map((type) => / Unit: (.+?)\. Must /.exec(z.globalRegistry.get(type)?.description ?? '')?.[1]);
  return units.find((unit) => unit !== undefined);
}

/** A type, what it wraps, and all branches of its unions. */
function formsOf(type: z.core.$ZodType): z.core.$ZodType[] {
  const { def } = (type as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return [type, ...formsOf(def.innerType)];
    case 'pipe':
      return [type, ...formsOf(def.in)];
    case 'lazy':
      return [type, ...formsOf(def.getter())];
    case 'union':
      return [type, ...def.options.flatMap(formsOf)];
    case 'intersection':
      return [type, ...formsOf(def.left), ...formsOf(def.right)];
    default:
      return [type];
  }
}

/** What a type holds at one step of a path. */
function partsOf(type: z.core.$ZodType, step: PropertyKey): z.core.$ZodType[] {
  const { def } = (type as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return [def.shape[String(step)] ?? def.catchall ?? []].flat();
    case 'record':
      return [def.valueType];
    case 'array':
      // A step in brackets is the name of a list's item (quantities.ts): no key begins with one.
      return typeof step === 'number' || String(step).startsWith('[') ? [def.element] : [];
    default:
      return [];
  }
}
