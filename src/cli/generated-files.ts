import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { scenarioJsonSchema } from '../model/scenario/known-keys.js';
import { resultJsonSchemas } from './result-schemas.js';

/** A file of the repository that is made from a schema. */
export interface GeneratedFile {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** The JSON Schema for editors, the TypeScript type of what a user writes with its hover text, and what a run writes. */
export async function generatedFiles(): Promise<GeneratedFile[]> {
  const schema = scenarioJsonSchema();
  // The type is named after the title.
  const named: JSONSchema = JSON.parse(JSON.stringify({ ...schema, title: 'ScenarioInput' }), referenceApart);
  const type = await compile(named, 'ScenarioInput', {
    additionalProperties: false,
    // A list with at least one item is still written as a list, not as a tuple.
    ignoreMinAndMaxItems: true,
    bannerComment: '// Generated from the scenario schema by `npm run generate`. Do not edit.',
    style: { singleQuote: true, printWidth: 120, trailingComma: 'all' },
  });
  const { manifest, summary } = resultJsonSchemas();
  const json = (node: object): string => `${JSON.stringify(node, null, 2)}\n`;
  return [
    { path: 'schema/scenario.json', text: json(schema) },
    { path: 'src/model/scenario/scenario-input.ts', text: type },
    { path: 'schema/manifest.json', text: json(manifest) },
    { path: 'schema/summary.json', text: json(summary) },
  ];
}

/** A reference beside other words would be written out where it stands; within `allOf` it stays the name of a type. */
function referenceApart(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return value;
  const { $ref } = value;
  return 'description' in value ? { description: value.description, allOf: [{ $ref }] } : { $ref };
}
