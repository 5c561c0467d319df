import { z } from 'zod';
import type { ComparisonRow } from '../experiment/compare/comparison-rows.js';
import type { Metric } from '../experiment/compare/index.js';
import type { AssumptionDifference } from './assumption-differences.js';
import type { comparisonObject } from './comparison-card.js';
import type { ComparisonManifest } from './comparison-manifest.js';
import { manifestSchema, shared, type Fits, type Thawed } from './result-schemas.js';

// What a comparison writes as JSON, for those who read it.

const { number, count, text, hash, set, scenario, estimate, precisionGoal } = shared;

export const metricSchema = z.strictObject({
  name: text,
  words: text,
  unit: text,
  numerator: text.describe('Outcome of a replication.'),
  meanBy: text.describe('Outcome of the same mean that spreads less: means are taken of it.').optional(),
  denominator: text.describe('Outcome that divides it; absent for a mean.').optional(),
  scale: z.number(),
  better: z.enum(['lower', 'higher']),
  indifference: z.number().min(0).describe('Differences up to this are of no practical importance.'),
  threshold: z.number().optional(),
});

export const comparisonManifestSchema = z.strictObject({
  formatVersion: z.literal(1),
  kind: z.literal('comparison'),
  title: text,
  question: text.optional(),
  hash: text
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the resolved scenarios, their keys and metrics, and the engine’s version.'),
  seed: z.int(),
  replications: count,
  garrison: text.describe('Version of the engine.'),
  metrics: z.array(metricSchema),
  warnings: z.array(text),
  scenarios: z
    .array(
      z.strictObject({
        key: text,
        hash,
        measuredAgainstBaseline: z
          .boolean()
          .describe('Measured against the start of the baseline, which is another than its own.'),
        failures: count.describe('Replications that failed: pairs with them are left out.'),
        set,
        warnings: z.array(text),
        compared: z.array(z.strictObject({ named: text, key: text })).optional(),
        scenario,
      }),
    )
    .min(2)
    .describe('The baseline first.'),
  drawnWith: z
    .array(scenario)
    .describe('Those of which all must be stable under a draw, where not all draw alike.')
    .optional(),
  antithetic: z.literal(true).describe('Replications 2i and 2i + 1 are an antithetic pair.').optional(),
  run: manifestSchema.shape.run.omit({ file: true, interrupted: true, precision: true }).extend({
    files: z.array(text),
    fileOf: z.record(text, text).describe('By key, as the study or the command named it.'),
    precision: z
      .strictObject({
        asked: text.describe('--precision, as given.'),
        cap: count,
        why: z.enum(['precise', 'cap', 'interrupted']).describe('Why it stopped.'),
        looks: z.array(count).describe('Replications at which it was looked, the decisive one last.'),
        differences: z.array(
          z.strictObject({
            metric: text,
            words: text,
            scenario: text,
            difference: number,
            halfWidth: number,
            allowed: number,
            reached: z.boolean(),
            baseline: number,
            goal: precisionGoal,
          }),
        ),
      })
      .optional(),
    interrupted: z.strictObject({ missing: z.array(text) }).optional(),
  }),
});

export const comparisonSchema = z.strictObject({
  formatVersion: z.literal(1),
  title: text,
  hash: text,
  seed: z.int(),
  replications: count,
  answer: text.describe('In a sentence, with its number and interval.'),
  baseline: text.describe('Key of the scenario that the others are held against.'),
  scenarios: z.array(
    z.strictObject({
      key: text,
      name: text.describe('What it is called in texts and figures.').optional(),
      title: text,
    }),
  ),
  metrics: z.array(metricSchema),
  differences: z.array(
    z.strictObject({
      key: text,
      title: text,
      differences: z.array(
        z.strictObject({
          path: text,
          kind: z.enum(['added', 'removed', 'changed']),
          baseline: text,
          alternative: text,
          unit: text,
          words: text,
        }),
      ),
    }),
  ),
  selections: z.array(
    z.strictObject({
      metric: text,
      kind: z.enum(['one', 'near', 'open']),
      scenarios: z.array(text),
      level: z.number(),
      words: text,
    }),
  ),
  rows: z.array(
    z.strictObject({
      scenario: text,
      against: text.describe('Key of the scenario that it is held against.').optional(),
      metric: text,
      statistic: text,
      unit: text,
      ...estimate,
      verdict: text.optional(),
    }),
  ),
});

type ManifestOf = Thawed<z.infer<typeof comparisonManifestSchema>>;
type Found = ReturnType<typeof comparisonObject>;
type FoundOf = Thawed<z.infer<typeof comparisonSchema>>;
// As in result-schemas.ts: a key that is new in one of these types must be told here.
const fits: readonly [
  Fits<Omit<ComparisonManifest, 'scenarios' | 'drawnWith'>, Omit<ManifestOf, 'scenarios' | 'drawnWith'>>,
  Fits<Omit<ComparisonManifest['scenarios'][number], 'scenario'>, Omit<ManifestOf['scenarios'][number], 'scenario'>>,
  Fits<ComparisonManifest['run'], ManifestOf['run']>,
  Fits<Metric, ManifestOf['metrics'][number]>,
  Fits<Found, Omit<FoundOf, 'formatVersion' | 'title' | 'hash' | 'seed' | 'replications'>>,
  Fits<AssumptionDifference, FoundOf['differences'][number]['differences'][number]>,
  Fits<ComparisonRow, FoundOf['rows'][number]>,
] = [true, true, true, true, true, true, true];
void fits;

/** JSON Schemas (draft 2020-12) of a comparison's manifest.json and of comparison.json. */
export function comparisonJsonSchemas() {
  return { manifest: z.toJSONSchema(comparisonManifestSchema), comparison: z.toJSONSchema(comparisonSchema) };
}
