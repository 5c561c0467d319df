import { z } from 'zod';

const count = z.string().regex(/^\d*$/).describe('A whole number; empty where it is not known.');

/** One row of garrison's own form, as its texts stand in the file. */
const ownRow = z
  .looseObject({
    date: z.string().describe('Day of the attack: 2020-03-16, or 16 March 2020.'),
    base: z.string().describe('The place, by a name that the scenario’s base has (recordNames) or the rules give it.'),
    scope: z.enum(['base', 'embassy', 'embassy/Green Zone', 'convoy', 'other']).describe('Where it fell.'),
    mode: z.string().describe('rocket, drone, ballistic missile, IED convoy …'),
    killed_coalition: count,
    wounded_coalition: count,
    latitude: z.string().optional().describe('Degrees north, for places without a known name.'),
    longitude: z.string().optional().describe('Degrees east.'),
    date_precision: z
      .enum(['', 'day', 'week', 'month'])
      .optional()
      .describe('How well the day is known; empty: day. A row known to its month has a placeholder day.'),
    claimed_by_or_attributed: z.string().optional().describe('The armed group; empty or unclaimed where nobody knows.'),
    note: z.string().optional().describe('What tells two attacks apart that are the same in every other column.'),
  })
  .describe('One attack. Further columns may stand beside these, in any order.');

/** The JSON Schema of a record in garrison's own form: its rows as objects of texts, by the columns of the CSV file. */
export function ownFormJsonSchema() {
  return z.toJSONSchema(
    z.array(ownRow).min(1).meta({
      title: 'garrison record of attacks',
      description: 'Rows of a CSV file with a header, in UTF-8; two attacks of one night are two rows.',
    }),
    { io: 'input' },
  );
}
