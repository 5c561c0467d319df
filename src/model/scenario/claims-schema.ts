import { z } from 'zod';
import { day, text } from './texts.js';

// What a document claims, as data: a comparison of outcomes that each replication upholds or does not.

/** A group of bases. No dot: the tag is one step of an outcome's name. */
export const baseTag = z
  .string({ error: 'must be a text' })
  .regex(/^[^.]+$/, { error: 'must be a tag without a dot, such as kept' })
  .describe('A group of bases.');

export const windowSchema = z
  .strictObject({
    firstDay: day('First day, from 00:00 UTC.'),
    lastDay: day('Last day, included.'),
  })
  .describe('A part of the scenario’s time, with outcomes of its own.');

const outcomeName = (about: string) => text(`${about} A column of replications.csv, such as attacks.baseTag.kept.`);

const other = z.strictObject({
  outcome: outcomeName('What is compared with.'),
  per: outcomeName('Divides it.').optional(),
  scenario: text(
    'File of another scenario, relative to this one: it is simulated too, with the same luck. Without it the outcome is of the same replication.',
  ).optional(),
});

export const claimSchema = z
  .strictObject({
    name: text('What the claim is called; each has a name of its own.'),
    says: text('The claim in words.'),
    source: text('Who says so, and where.'),
    document: text('Mark of the document that claims it, such as S000.').optional(),
    outcome: outcomeName('What the claim is about.'),
    per: outcomeName('Divides the outcome: what is claimed is a rate or a share.').optional(),
    relation: z
      .enum(['above', 'below', 'atLeast', 'atMost'])
      .describe('How the outcome is claimed to stand to what it is compared with.'),
    times: z
      .number()
      .gt(0)
      .default(1)
      .describe('Factor on what is compared with: 1.2 claims a fifth more, for relation above.'),
    than: z.union([z.number(), other]).describe('A number, or an outcome of this or of another scenario.'),
    note: z.string().optional(),
  })
  .describe('Something that a document claims, to be held against every replication. It changes no number.');

export type Claim = z.output<typeof claimSchema>;
export type Window = z.output<typeof windowSchema>;
