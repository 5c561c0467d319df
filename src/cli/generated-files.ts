import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { z } from 'zod';
import { ownFormJsonSchema } from '../calibration/record/own-form.js';
import { recordRulesJsonSchema } from '../calibration/record/record-rules.js';
import { scenarioJsonSchema } from '../model/scenario/known-keys.js';
import { studyJsonSchema } from '../model/study/study-json-schema.js';
import { backtestManifestSchema } from './backtest/backtest-manifest.js';
import { backtestSchema } from './backtest/backtest-schema.js';
import { calibrationManifestSchema } from './calibrate/calibration-manifest.js';
import { calibrationSchema } from './calibrate/calibration-schema.js';
import { comparisonJsonSchemas } from './comparison-schemas.js';
import { designManifestJsonSchema } from './design/design-schema.js';
import { resultJsonSchemas } from './result-schemas.js';

/** A file of the repository that is made from a schema. */
export interface GeneratedFile {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** The JSON Schemas for editors, the TypeScript types of what a user writes with their hover text, and what a run writes. */
export async function generatedFiles(): Promise<GeneratedFile[]> {
  const schema = scenarioJsonSchema();
  const study = studyJsonSchema();
  const { manifest, summary } = resultJsonSchemas();
  const compared = comparisonJsonSchemas();
  // Where a scenario stands in a study, the compiler is to look at the scenario's own type.
  const studyOfTypes = { ...studyJsonSchema({ tsType: 'ScenarioInput' }) };
  return [
    { path: 'schema/scenario.json', text: jsonText(schema) },
    {
      path: 'src/model/scenario/scenario-input.ts',
      text: await typeText(schema, {
        name: 'ScenarioInput',
        banner: '// Generated from the scenario schema by `npm run generate`. Do not edit.',
      }),
    },
    { path: 'schema/manifest.json', text: jsonText(manifest) },
    { path: 'schema/summary.json', text: jsonText(summary) },
    { path: 'schema/comparison-manifest.json', text: jsonText(compared.manifest) },
    { path: 'schema/comparison.json', text: jsonText(compared.comparison) },
    { path: 'schema/design-manifest.json', text: jsonText(designManifestJsonSchema()) },
    { path: 'schema/calibration-manifest.json', text: jsonText(z.toJSONSchema(calibrationManifestSchema)) },
    { path: 'schema/calibration.json', text: jsonText(z.toJSONSchema(calibrationSchema)) },
    { path: 'schema/backtest-manifest.json', text: jsonText(z.toJSONSchema(backtestManifestSchema)) },
    { path: 'schema/backtest.json', text: jsonText(z.toJSONSchema(backtestSchema)) },
    { path: 'schema/study.json', text: jsonText(study) },
    { path: 'schema/attack-record.json', text: jsonText(ownFormJsonSchema()) },
    { path: 'schema/record-rules.json', text: jsonText(recordRulesJsonSchema()) },
    {
      path: 'src/model/study/study-input.ts',
      text: await typeText(studyOfTypes, {
        name: 'StudyInput',
        banner: `// Generated from the study schema by \`npm run generate\`. Do not edit.\n\nimport type { ScenarioInput } from '../scenario/scenario-input.js';`,
      }),
    },
  ];
}

function jsonText(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

async function typeText(schema: object, about: { readonly name: string; readonly banner: string }): Promise<string> {
  // The type is named after the title.
  const named: JSONSchema = JSON.parse(JSON.stringify({ ...schema, title: about.name }), referenceApart);
  return compile(named, about.name, {
    additionalProperties: false,
    // A list with at least one item is still written as a list, not as a tuple.
    ignoreMinAndMaxItems: true,
    bannerComment: about.banner,
    style: { singleQuote: true, printWidth: 120, trailingComma: 'all', bracketSpacing: true },
  });
}

/** A reference beside other words would be written out where it stands; within `allOf` it stays the name of a type. */
function referenceApart(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return value;
  const { $ref } = value;
  return 'description' in value ? { description: value.description, allOf: [{ $ref }] } : { $ref };
}
