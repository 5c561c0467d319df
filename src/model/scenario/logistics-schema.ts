import { z } from 'zod';
import { quantity, quantityOr } from './quantity.js';
import { key, source } from './texts.js';

// What moves can be carried, and what keeps bases supplied. Both are absent unless a scenario gives them.

/** Lift for departures: a capacity that is not given is no limit. */
export const liftSchema = z
  .strictObject({
    byRoad: quantity({
      about: 'Persons who can leave by road per day. Default: no limit.',
      unit: 'persons/day',
      min: 0,
    }).optional(),
    byAir: quantity({
      about: 'Persons who can leave by air per day. Default: no limit.',
      unit: 'persons/day',
      min: 0,
    }).optional(),
    source,
  })
  .describe(
    'Lift: groups queue for it by priority, then first come, and leave once it has carried as many persons as they are.',
  );

/** Routine supply convoys to bases that host. */
export const supplySchema = z
  .strictObject({
    contingent: key('contingent').describe('Whose people are on them: a contingent of contractors.'),
    convoysPerBaseDay: quantity({
      about: 'Convoys that set out per day for each base where personnel are.',
      unit: '1/base-day',
      min: 0,
    }),
    pausedSupplyShare: quantityOr({
      about: 'Share of supply that runs while a rule has paused the training of any contingent.',
      unit: 'share',
      min: 0,
      max: 1,
      default: { value: 0.5 },
    }),
    personsPerConvoy: quantityOr({
      about: 'Persons on one convoy.',
      unit: 'persons',
      min: 1,
      whole: true,
      default: { value: 20 },
    }),
    transitDays: quantityOr({
      about: 'Days that one convoy is on the road, there and back together.',
      unit: 'days',
      above: 0,
      default: { value: 1 },
    }),
    routeFactor: quantityOr({
      about: 'ρ: hazard of supply routes against the usual one.',
      unit: 'ratio',
      min: 0,
      default: { value: 1 },
    }),
    source,
    note: z.string().optional(),
  })
  .describe(
    'Routine supply: convoys come from outside at random times and go back; they count in transit and add nothing to what departures signal.',
  );
