import { z } from 'zod';
import { actor } from './actor-schema.js';
import { claimSchema, windowSchema } from './claims-schema.js';
import { isoDay } from './iso-date.js';
import { convoys, liftSchema, supplySchema } from './logistics-schema.js';
import { mapSchema } from './map-schema.js';
import { base, contingent, handOverResidual } from './places-schema.js';
import { planItemSchema } from './plan-schema.js';
import { record, type recordRow } from './record-schema.js';
import { defaultMode } from './reference-faults.js';
import { mode, severity } from './severity-schema.js';
import { regime, strikes } from './shocks-schema.js';
import { branchSchema, regimeChainSchema } from './regime-schema.js';
import { ruleSchema } from './rules-schema.js';
import { day, key, text } from './texts.js';

// A scenario's keys, ranges and defaults are written once, here and in the *-schema.ts files of its parts. From them come
// the check, the resolved scenario, the JSON Schema (editors), and through it the TypeScript type with its hover text
// (`npm run generate`). A number that has a source carries it; what has none is "assumed".

export const scenarioSchema = z
  .strictObject({
    title: text('Says what is asked; it heads every figure.'),
    question: z.string().optional().describe('The question in one sentence.'),
    name: text('Two or three words that name it beside others, in tables and figures: "by air, in three months".')
      .max(40, { error: 'must be at most 40 letters: the title may be long' })
      .optional(),
    start: day('First day, from 00:00 UTC.'),
    end: day('Last day, included.'),
    country: text('Country whose outline the map draws, by its English name in Natural Earth.').optional(),
    map: mapSchema.optional(),
    contingents: z.record(key('contingent'), contingent).describe('Whose personnel they are, by key.'),
    bases: z.record(key('base'), base).describe('Where they are, by key.'),
    actors: z.record(key('actor'), actor).describe('Who attacks, by key.'),
    convoys,
    handOverResidual,
    modes: z
      .record(key('mode'), mode)
      .prefault({ [defaultMode]: {} })
      .describe('Ways of attacking, by key. Default: rocket, with its defaults.'),
    severity,
    strikes,
    regimes: z.array(regime).default([]).describe('Truces and escalations by date.'),
    branches: z
      .array(branchSchema)
      .default([])
      .describe('Branch points: with a probability at a date one course is taken, else the other.'),
    regimeChains: z
      .array(regimeChainSchema)
      .default([])
      .describe(
        'Regimes that follow one another by chance; each chain multiplies with the others and with all tracks.',
      ),
    plan: z
      .array(planItemSchema)
      .default([])
      .describe('Moves, withdrawals, arrivals, hand-overs and closures by date.'),
    lift: liftSchema.optional(),
    supply: supplySchema.optional(),
    rules: z
      .array(ruleSchema)
      .default([])
      .describe('What happens makes people act: retaliate, leave and return, pause, hold, harden, agree on a truce.'),
    windows: z
      .record(key('window'), windowSchema)
      .default({})
      .describe('Parts of the time with outcomes of their own, by key: before, after …'),
    claims: z.array(claimSchema).default([]).describe('What documents claim, to be held against every replication.'),
    record: record.optional(),
    warmStart: z
      .strictObject({ actor: text('The actor to whom all earlier attacks are put down.') })
      .optional()
      .describe(
        'Start with the excitation that the record’s earlier attacks left (bases and embassy zone, no ballistic missiles). Without it the start is cold.',
      ),
    maxEvents: z
      .int()
      .min(1000)
      .default(1_000_000)
      .describe('Cap on events per replication; a runaway is kept as a lower bound and reported.'),
  })
  .meta({
    title: 'garrison scenario',
    description:
      'A scenario of garrison: plain data. Any number may be a law of what is not known, and may carry its source.',
  });

/** A scenario as the schema reads it: every default filled in, every number a {@link Quantity}. */
export type Scenario = z.output<typeof scenarioSchema>;
export type Base = Scenario['bases'][string];
export type Actor = Scenario['actors'][string];
export type Regime = Scenario['regimes'][number];
export type RecordRow = z.output<typeof recordRow>;

/** Whole days from the start to the end, both included: the horizon T. */
export function horizonDays(scenario: { readonly start: string; readonly end: string }): number {
  return isoDay(scenario.end) - isoDay(scenario.start) + 1;
}
