import { z } from 'zod';
import { metricSchema } from '../comparison-schemas.js';
import { manifestSchema, shared, type Fits, type Thawed } from '../result-schemas.js';
import type { DesignManifest } from './design-manifest.js';
import { designMethod } from './design-method.js';

const { count, text, scenario } = shared;

/** A question over uncertain numbers in full, as a manifest and a job list hold it. */
const planShape = {
  command: text.describe('sensitivity-tornado, break-even.'),
  method: designMethod.describe('The way to ask, with its sizes.'),
  title: text,
  hash: text.regex(/^[0-9a-f]{64}$/).describe('SHA-256 of all that decides the numbers beside the seed.'),
  seed: z.int(),
  garrison: text.describe('Version of the engine.'),
  outcome: text,
  metrics: z
    .array(metricSchema)
    .describe('What scenarios are held against each other by, where it may be several.')
    .optional(),
  over: z.array(text).describe('Each --over, as given.'),
  inputs: z
    .array(z.strictObject({ name: text, paths: z.array(text).min(1) }))
    .min(1)
    .describe('What was varied as one: numbers, or groups of them, by their paths.'),
  ranges: z
    .record(text, z.strictObject({ low: z.number(), high: z.number() }))
    .describe('Ranges that stand in place of what the scenarios say, by path.'),
  warnings: z.array(text),
  scenarios: z
    .array(
      z.strictObject({
        key: text,
        file: text.describe('As named.'),
        scenario,
        reference: scenario.describe('The scenario whose start it is measured against, if not its own.').optional(),
        drawnWith: z.array(scenario).describe('Those of which all must be stable under a draw.').optional(),
        antithetic: z.literal(true).optional(),
      }),
    )
    .min(1)
    .describe('The first is what the second is held against.'),
};

/** As a job list holds it, among other things. */
export const designPlanShape = z.looseObject(planShape);

/** manifest.json of a design. */
export const designManifestSchema = z.strictObject({
  formatVersion: z.literal(1),
  kind: z.literal('design'),
  ...planShape,
  evaluations: count.describe('Replications at all points, of each scenario.'),
  failures: count,
  run: manifestSchema.shape.run
    .omit({ file: true, interrupted: true, precision: true })
    .extend({ files: z.array(text) })
    .describe('How it came about: no part of the result.'),
});

type ManifestOf = Thawed<z.infer<typeof designManifestSchema>>;
type Member = DesignManifest['scenarios'][number];
// As in result-schemas.ts: a key that is new in one of these types must be told here.
const fits: readonly [
  Fits<Omit<DesignManifest, 'scenarios'>, Omit<ManifestOf, 'scenarios'>>,
  Fits<keyof Member, keyof ManifestOf['scenarios'][number]>,
] = [true, true];
void fits;

/** JSON Schema (draft 2020-12) of a design's manifest.json. */
export function designManifestJsonSchema() {
  return z.toJSONSchema(designManifestSchema);
}
