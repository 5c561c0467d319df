import { z } from 'zod';
import { quantity, quantityOr } from './quantity.js';
import { day, key, source, text } from './texts.js';

// What a plan may order. Which order an item gives is told by its one key of `move`, `withdraw`, `arrive`, `handOver`, `close`, `harden`.

const persons = { about: 'Persons.', unit: 'persons', min: 0, whole: true } as const;

const share = z
  .strictObject({
    share: quantity({ about: 'Share of those there when the move starts.', unit: 'share', min: 0, max: 1 }),
  })
  .describe('A share of those there when the move starts.');

const headcounts = z
  .union(
    [
      z.literal('all'),
      share,
      z.record(
        key('contingent'),
        z.union([z.literal('all'), quantity(persons), share], {
          error: 'must be a whole number of persons, { share }, or all',
        }),
      ),
    ],
    { error: 'must be all, { share }, or persons by contingent such as { us: 200 }' },
  )
  .describe('Who moves: `all`, a share of everybody, or by contingent a number, a share or `all`.');

export const overDays = quantityOr({
  about: 'Days over which departures are spread.',
  unit: 'days',
  min: 0,
  default: { value: 0 },
});
export const by = z.enum(['road', 'air']).describe('road: convoys, with their hazard; air: no road hazard.');
export const transitDays = quantity({
  about: 'Days on the way. Default: that of convoys by road, 0 by air.',
  unit: 'days',
  min: 0,
}).optional();
export const routeFactor = quantityOr({
  about: 'ρ: hazard of this route against the usual one.',
  unit: 'ratio',
  min: 0,
  default: { value: 1 },
});

const priority = z
  .number()
  .default(0)
  .describe('Who goes first where lift is short: higher first, then first come. Default: 0.');

const common = {
  day: day('Day on which it starts, 00:00 UTC.'),
  announced: day('Day on which it is announced, if before.').optional(),
  name: text('What it is called in figures.').optional(),
  source,
  note: z.string().optional(),
};

const move = z
  .strictObject({
    ...common,
    move: headcounts,
    fromBase: text('A base key.'),
    toBase: text('A base key.'),
    by: by.default('road'),
    overDays,
    transitDays,
    routeFactor,
    priority,
  })
  .describe('People go from one base to another.');

const withdraw = z
  .strictObject({
    returnDay: day('Day on which those who left come back to the base. Default: they stay away.').optional(),
    ...common,
    withdraw: headcounts,
    fromBase: text('A base key.'),
    by: by.default('air'),
    overDays,
    transitDays,
    routeFactor,
    priority,
  })
  .describe('People leave for home.');

const arrive = z
  .strictObject({
    ...common,
    announced: day('Day on which it is announced. A note: in the model only departures signal.').optional(),
    arrive: z.record(key('contingent'), quantity(persons)).describe('Persons by contingent.'),
    toBase: text('A base key.'),
    overDays: quantityOr({
      about: 'Days over which they arrive: a ramp.',
      unit: 'days',
      min: 0,
      default: { value: 0 },
    }),
    everyDays: quantityOr({
      about: 'Step of the ramp; each step falls at its end.',
      unit: 'days',
      above: 0,
      default: { value: 1 },
    }),
  })
  .describe('People arrive from outside the theatre, at once or in steps.');

const evacuation = {
  personnelTo: text('A base key, or home. Needed if anybody is there.').optional(),
  by: by.default('road'),
  overDays,
  transitDays,
  routeFactor,
  priority,
};

const handOver = z
  .strictObject({
    ...common,
    handOver: text('A base key.'),
    handedTo: text('Who takes it over.').optional(),
    ...evacuation,
    handOverDay: day('Day of the hand-over. Default: when the last has left.').optional(),
  })
  .describe('Everybody leaves a base and it is handed to the host country; it keeps a residual of its draw.');

const close = z
  .strictObject({
    ...common,
    close: text('A base key.'),
    ...evacuation,
    closeDay: day('Day of closure. Default: when the last has left.').optional(),
  })
  .describe('Everybody leaves a base and it is given up; it draws nothing any more.');

const harden = z
  .strictObject({
    day: common.day,
    name: common.name,
    source,
    note: common.note,
    harden: text('A base key.'),
    to: quantity({ about: 'Its hardening from then on.', unit: 'index', min: 0 }),
  })
  .describe('A base’s hardening changes on a day.');

export const planActions = ['move', 'withdraw', 'arrive', 'handOver', 'close', 'harden'] as const;

export const planItemSchema = z.union([move, withdraw, arrive, handOver, close, harden], {
  error: `must hold one of ${planActions.join(', ')}, with a day`,
});

export type PlanItem = z.output<typeof planItemSchema>;
export type Headcounts = z.output<typeof headcounts>;
