import { z } from 'zod';
import type { ClaimResult } from '../experiment/claims.js';
import type { SummaryRow } from '../experiment/summarise.js';
import type { Manifest } from './manifest.js';
import type { RecordComparison } from './record-comparison.js';

// What a run writes as JSON, for those who read it. JSON has no NaN and no infinity: both stand as null.

const number = z.number().nullable();
const count = z.int().min(0);
const text = z.string();
const hash = text.regex(/^[0-9a-f]{64}$/).describe('SHA-256 of the resolved scenario and the engine’s version.');
const set = z.array(text).describe('What --set changed, as given.');
const scenario = z
  .looseObject({ title: text, start: text, end: text })
  .describe('The resolved scenario, every default filled in: see scenario.json.');

const estimate = {
  value: number.describe('The point estimate; null where there is none.'),
  low: number.describe('Lower end of the interval; null where there is none.'),
  high: number.describe('Upper end of the interval; null where there is none, or no bound.'),
  level: z.number().gt(0).lt(1).describe('Nominal confidence of the two-sided interval.'),
  n: count.describe('Independent observations behind it, replications most often.'),
  method: text,
  note: text.optional(),
};

/** Beside the estimate of a quantile. */
const ranks = {
  order: z.number().gt(0).lt(1).describe('Which quantile.').optional(),
  lowerRank: z
    .int()
    .describe('The interval ends at the value of this rank, from 1; 0 where none is low enough.')
    .optional(),
  upperRank: z.int().describe('The same above; n + 1 where none is high enough.').optional(),
  coverage: number.describe('Exact confidence of the interval.').optional(),
};

const precisionGoal = z.union([
  z.strictObject({ kind: z.literal('absolute'), halfWidth: z.number() }),
  z.strictObject({ kind: z.literal('relative'), share: z.number() }),
]);

/** What schemas of other results have in common with these. */
export const shared = { number, count, text, hash, set, scenario, estimate, precisionGoal };

const precision = z.strictObject({
  asked: text.describe('--precision, as given.'),
  cap: count,
  why: z.enum(['precise', 'cap', 'interrupted']).describe('Why it stopped.'),
  looks: z.array(count).describe('Replications at which it was looked, the decisive one last.'),
  metrics: z.array(
    z.strictObject({
      outcome: text,
      statistic: text,
      value: number,
      halfWidth: number,
      allowed: number.describe('The largest half-width that meets the goal.'),
      reached: z.boolean(),
      goal: precisionGoal,
    }),
  ),
});

export const manifestSchema = z.strictObject({
  formatVersion: z.literal(1),
  title: text,
  hash,
  seed: z.int(),
  replications: count,
  garrison: text.describe('Version of the engine.'),
  counts: z.strictObject({ failures: count, capped: count, redraws: count, shortfalls: count }),
  warnings: z.array(text),
  scenario,
  reference: scenario
    .describe('The scenario whose start effort, presence and the road are measured against, if not its own.')
    .optional(),
  drawnWith: z
    .array(scenario)
    .describe('The scenarios compared with it: a draw of the numbers is kept only where all of them are stable.')
    .optional(),
  antithetic: z.literal(true).describe('Replications 2i and 2i + 1 are an antithetic pair.').optional(),
  past: z
    .strictObject({
      seed: z.int(),
      replication: z.int().min(0),
      day: z.iso.date(),
      file: text,
      fingerprint: text.describe('Hash of every event before the day.'),
      totals: z.record(z.string(), number).describe('What had happened before the day.'),
    })
    .describe('The past that all replications share.')
    .optional(),
  compared: z
    .array(
      z.strictObject({
        file: text,
        hash,
        set,
        scenario,
        reference: scenario.optional(),
        drawnWith: z.array(scenario).optional(),
      }),
    )
    .optional(),
  run: z
    .strictObject({
      file: text,
      set,
      command: text.describe('Gives these numbers again.'),
      started: z.iso.datetime(),
      seconds: z.number().min(0),
      workers: z.union([count, z.literal('auto')]),
      node: text,
      host: z.strictObject({ cpu: text, cores: count, memoryBytes: count, platform: text }),
      precision: precision.optional(),
      interrupted: z.strictObject({ requested: count }).optional(),
    })
    .describe('How it came about: no part of the result.'),
});

const third = z.strictObject({ from: number, to: number, probability: z.strictObject(estimate) });
const thirds = z.strictObject({
  path: text,
  lower: third,
  upper: third,
  difference: z.strictObject(estimate),
  pValue: number,
});

export const summarySchema = z.strictObject({
  formatVersion: z.literal(1),
  title: text,
  hash,
  seed: z.int(),
  replications: count,
  failed: count.describe('Replications that failed; they are in no estimate.').optional(),
  rows: z.array(z.strictObject({ outcome: text, statistic: text, unit: text, ...estimate, ...ranks })),
  claims: z
    .array(
      z.strictObject({
        name: text,
        says: text,
        source: text,
        document: text.optional(),
        note: text.optional(),
        words: text,
        unit: text,
        probability: z.strictObject(estimate).describe('Share of replications in which it holds.'),
        word: text,
        answered: count,
        blanks: count,
        apart: count,
        ties: count,
        left: z.strictObject(estimate),
        right: z.strictObject(estimate),
        difference: z.strictObject(estimate),
        correlation: number,
        numbersTested: count,
        restsOn: z.array(thirds),
        wouldFlip: thirds.optional(),
      }),
    )
    .optional(),
  record: z
    .array(
      z.strictObject({
        outcome: text,
        what: text.describe('In words.'),
        record: number.describe('What the public record counts in the scenario’s days.'),
        low: number.describe('Lower end of the central 95 % of replications.'),
        high: number.describe('Upper end of the same.'),
        shareAtMost: number.describe('Share of replications with as few or fewer.'),
        isOutside: z.boolean(),
      }),
    )
    .describe('Where the scenario’s record covers all of its days.')
    .optional(),
});

/** Whether every value of a type is one of its schema, and no key of it is missing there. */
export type Fits<Value, Schema> = Value extends Schema ? (keyof Value extends keyof Schema ? true : never) : never;
export type Thawed<T> = T extends (infer Item)[]
  ? readonly Thawed<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Thawed<T[K]> }
    : T;
type SummaryOf = z.infer<typeof summarySchema>;
// A key that is new in one of these types must be told in its schema: else this does not compile.
const fits: readonly [
  Fits<Omit<Manifest, 'scenario' | 'compared'>, Thawed<Omit<z.infer<typeof manifestSchema>, 'scenario' | 'compared'>>>,
  Fits<Manifest['run'], Thawed<z.infer<typeof manifestSchema>['run']>>,
  Fits<SummaryRow, Thawed<SummaryOf['rows'][number]>>,
  Fits<ClaimResult, Thawed<NonNullable<SummaryOf['claims']>[number]>>,
  Fits<RecordComparison, Thawed<NonNullable<SummaryOf['record']>[number]>>,
] = [true, true, true, true, true];
void fits;

/** JSON Schemas (draft 2020-12) of manifest.json and summary.json. */
export function resultJsonSchemas() {
  return { manifest: z.toJSONSchema(manifestSchema), summary: z.toJSONSchema(summarySchema) };
}
