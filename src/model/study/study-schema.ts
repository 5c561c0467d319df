import { z } from 'zod';
import { key, text } from '../scenario/texts.js';

// A study asks one question of several scenarios. Its keys, ranges and defaults stand here and nowhere else; the type of
// what a user writes and schema/study.json come from it (`npm run generate`).

/** Marks a place where a scenario stands, which has a schema of its own. */
export const SCENARIO_HERE = 'x-garrison-scenario';

const file = text('Path of a scenario file, relative to this file.');

const inline = z
  .record(z.string(), z.unknown())
  .meta({ [SCENARIO_HERE]: true, description: 'A scenario, written out or imported.' });

const changed = z
  .strictObject({
    scenario: z.union([file, inline], { error: 'must be the path of a scenario file, or a scenario' }),
    set: z
      .record(z.string(), z.unknown())
      .default({})
      .describe('Values put in by path, as with --set: { "convoys.convoySize": 50 }.'),
  })
  .describe('A scenario with some values changed.');

const member = z
  .union([file, changed, inline], {
    error: 'must be the path of a scenario file, a scenario, or { scenario, set }',
  })
  .describe('A path relative to this file, a scenario, or { scenario, set }.');

const metric = z
  .strictObject({
    outcome: text('A column of replications.csv, such as personAttacks.'),
    per: text('A column that divides it: what is compared is the ratio of the two sums over replications.').optional(),
    direction: z.enum(['lower', 'higher']).default('lower').describe('Which is better. Default: lower.'),
    indifference: z
      .number()
      .min(0)
      .default(0)
      .describe(
        'A difference of means up to this is of no practical importance, in the unit of the metric. Default: 0.',
      ),
    threshold: z
      .number()
      .optional()
      .describe('What would do: in what share of replications is it at most this (at least, where higher is better)?'),
  })
  .describe('What the scenarios are compared by.');

export const studySchema = z
  .strictObject({
    title: text('Says what is compared; it heads the comparison.'),
    question: z.string().optional().describe('The question in one sentence.'),
    baseline: member.describe('What all others are held against: a path, a scenario, or { scenario, set }.'),
    alternatives: z.record(key('scenario'), member).describe('The others, by a short key that names them in tables.'),
    metrics: z
      .array(metric)
      .min(1, { error: 'must hold at least one metric' })
      .default([
        { outcome: 'personAttacks', direction: 'lower', indifference: 0 },
        { outcome: 'personAttacksPer1000PersonDays', direction: 'lower', indifference: 0 },
        { outcome: 'killed', direction: 'lower', indifference: 0 },
        { outcome: 'attacks', direction: 'lower', indifference: 0 },
      ])
      .describe(
        'What they are compared by; the first is the headline. Default: person-attacks, the same per 1,000 person-days, killed, attacks; lower is better.',
      ),
    replications: z.int().min(2).default(2000).describe('How many times each is simulated. Default: 2000.'),
    precision: text(
      'Instead of replications: simulate until the differences are so precise. 5% of the baseline’s mean for every metric, or METRIC=HALF-WIDTH or METRIC=SHARE%, with commas.',
    ).optional(),
    maxReplications: z.int().min(2).optional().describe('At most so many, beside precision. Default: 100000.'),
    seed: z.int().default(1).describe('The seed that all share: same seed, same numbers. Default: 1.'),
  })
  .meta({
    title: 'garrison study',
    description: 'A study of garrison: one baseline, alternatives to it, and what they are compared by.',
  });

/** A study as the schema reads it: every default filled in, its scenarios not yet read. */
export type Study = z.output<typeof studySchema>;
export type StudyMember = z.output<typeof member>;
export type StudyMetric = z.output<typeof metric>;

/** What a study compares by where it does not say: total risk and risk per person, deaths, attacks. */
export function defaultMetrics(): readonly StudyMetric[] {
  return studySchema.shape.metrics.parse(undefined);
}

export function defaultReplications(): number {
  return studySchema.shape.replications.parse(undefined);
}
