import { z } from 'zod';
import { SCENARIO_HERE, studySchema } from './study-schema.js';

type Node = z.core.JSONSchema.JSONSchema;

/**
 * The JSON Schema (draft 2020-12) of what a user writes in a study. `scenario` is what stands where a scenario does: a
 * reference to its own schema for editors, its type for the compiler.
 */
export function studyJsonSchema(scenario: Node = { $ref: 'scenario.json' }): Node {
  return z.toJSONSchema(studySchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema[SCENARIO_HERE] !== true) return;
      const { description } = jsonSchema;
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      Object.assign(jsonSchema, scenario, { description });
    },
  });
}
