import { z } from 'zod';
import { quantity, quantityOr } from './quantity.js';
import { key, source } from './texts.js';

// How moves by road go, what moves can be carried, and what keeps bases supplied.

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

/** Moves by road. */
export const convoys = z
  .strictObject({
    hazardPerConvoyDay: quantityOr({
      about: 'h_0: attacks per convoy-day at reference size and intensity.',
      unit: '1/convoy-day',
      min: 0,
      default: { value: 0.015, source: 'press: 93 attacks on 6,100 convoys in 2008, one day each' },
    }),
    convoySize: quantityOr({
      about: 'Largest number of persons in one convoy or one lift.',
      unit: 'persons',
      min: 1,
      whole: true,
      default: { value: 100 },
    }),
    referencePersons: quantityOr({
      about: 'n_ref: convoy size at which h_0 holds.',
      unit: 'persons',
      above: 0,
      default: { value: 100 },
    }),
    sizeExponent: quantityOr({
      about: 'α_c: how the hazard grows with the convoy’s size.',
      unit: 'exponent',
      min: 0,
      default: { value: 1 },
    }),
    transitDays: quantityOr({
      about: 'Days on the road of a convoy, unless its move says otherwise.',
      unit: 'days',
      min: 0,
      default: { value: 1 },
    }),
  })
  .prefault({})
  .describe('Moves by road are convoys that carry their people: they count in transit, at no base, until they arrive.');
