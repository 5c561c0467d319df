import { z } from 'zod';
import { day, source, text } from './texts.js';

/** One dated attack. */
export const recordRow = z.strictObject({
  date: day('Day of the attack.'),
  base: z.string().describe('Name of the place as the record has it.'),
  scope: z.string().describe('base, embassy/Green Zone, convoy or other.'),
  mode: z.string(),
  killed: z.number().min(0).default(0),
  wounded: z.number().min(0).default(0),
});

/** The public record of attacks. */
export const record = z
  .strictObject({
    file: text('CSV of dated attacks, relative to the scenario file. It is read in and kept as rows.').optional(),
    rows: z.array(recordRow).default([]).describe('Dated attacks, where they do not stand in a file.'),
    until: day('Last day that the record covers. Default: that of its last row.').optional(),
    countingRule: z.string().optional().describe('What the record counts; publishers differ by a factor of two.'),
    source,
  })
  .describe(
    'The public record of attacks: drawn as black dots beside the simulated ones, and the history of a warm start.',
  );
