import { z } from 'zod';

const names = z.array(z.string().min(1));
const scope = z.enum(['base', 'embassy', 'convoy', 'other']);

/** What an ACLED sub-event counts as. */
const kind = z.strictObject({
  mode: z.string().min(1).describe('As a scenario’s modes have it: rocket, drone …'),
  scope: scope.describe('Where it falls: base for attacks on a place, convoy for those on the road, or other.'),
});

/** Sub-events of ACLED that may be attacks on a base, and those on the road. Protests, arrests and the like are none. */
const acledKinds = {
  'Shelling/artillery/missile attack': { mode: 'rocket', scope: 'base' },
  'Air/drone strike': { mode: 'drone', scope: 'base' },
  'Suicide bomb': { mode: 'suicide bomb', scope: 'base' },
  Grenade: { mode: 'grenade', scope: 'base' },
  'Remote explosive/landmine/IED': { mode: 'IED convoy', scope: 'convoy' },
} as const;

/** What counts as an attack, where it fell and whose it was: the counting rule of a record, as data. */
export const recordRules = z
  .strictObject({
    scopes: z
      .array(scope)
      .min(1)
      .default(['base', 'embassy'])
      .describe('Where an attack must fall to count: base, embassy, convoy, other. Default: base and embassy.'),
    leaveOutModes: names
      .default(['ballistic missile'])
      .describe('Modes that do not count. Default: ballistic missile, which are a state’s.'),
    knownToMonth: z
      .enum(['spread', 'leaveOut'])
      .default('spread')
      .describe(
        'What becomes of a row whose day is not known: its day is drawn within what is known, or it is left out.',
      ),
    places: z
      .record(z.string(), names)
      .default({})
      .describe('Other names of a base in the record, by the base’s key in the scenario.'),
    withinKm: z
      .number()
      .min(0)
      .default(5)
      .describe('A place without a known name is the base at most so far away, in km. 0: names only. Default: 5.'),
    actors: z
      .record(z.string(), names)
      .default({})
      .describe(
        'Names of armed groups in the record, by the actor’s key in the scenario; name* for all that begin so.',
      ),
    others: z
      .string()
      .optional()
      .describe(
        'Key of the actor that stands for every other group; or leaveOut. Default: as docs/calibration.md says.',
      ),
    targets: names
      .optional()
      .describe('ACLED: only attacks on one of these (actor2 or assoc_actor_2). Default: whoever was there.'),
    kinds: z
      .record(z.string(), kind)
      .default(acledKinds)
      .describe('ACLED: sub-events that count, and what each is. Others do not count.'),
    violence: z
      .array(z.enum(['state-based', 'non-state', 'one-sided']))
      .default(['state-based'])
      .describe('UCDP: kinds of violence that count. Default: state-based.'),
  })
  .describe('What counts as an attack, where it fell and whose it was.');

export type RecordRules = z.output<typeof recordRules>;

/** The JSON Schema of a file of rules, for editors. */
export function recordRulesJsonSchema() {
  return z.toJSONSchema(recordRules.meta({ title: 'garrison rules of a record' }), { io: 'input' });
}
