import { z } from 'zod';
import { baseTag } from './claims-schema.js';
import { quantity, quantityOr } from './quantity.js';
import { airDefence } from './severity-schema.js';
import { key, source, text } from './texts.js';

// Whose personnel they are, where they are, and what stays of a place once they have left.

/** A position at town level. */
export const location = z
  .strictObject({
    lat: z.number().min(-90).max(90).describe('Degrees north.'),
    lon: z.number().min(-180).max(180).describe('Degrees east.'),
  })
  .describe('A position at town level; never a site plan.');

/** Personnel of one nation or mission. */
export const contingent = z
  .strictObject({
    name: text('Display name; changing it changes no number.').optional(),
    combatWeight: quantityOr({
      about:
        'k_c: how much a person of this contingent counts against the vacuum that an insurgency fills: 1 for combat roles, less for training.',
      unit: 'ratio',
      min: 0,
      default: { value: 1 },
    }),
    salience: quantityOr({
      about: 'How strongly a person of this contingent draws attacks, against 1 for the reference contingent.',
      unit: 'ratio',
      min: 0,
      default: { value: 1 },
    }),
    tags: z.array(text('A group.')).default([]).describe('Groups in which results are added up: EU, NMI, contractor …'),
    source,
  })
  .describe('Personnel of one nation or mission.');

/** A site that hosts foreign personnel. */
export const base = z
  .strictObject({
    name: text('Display name; changing it changes no number.').optional(),
    location,
    garrison: z
      .record(
        key('contingent'),
        quantity({ about: 'Persons there at the start.', unit: 'persons', min: 0, whole: true }),
      )
      .default({})
      .describe('Persons at the start, by contingent.'),
    hardening: quantityOr({
      about:
        'Protection that a sheltered attacker can see, H in the model: 0 none, 1 full. A placeholder, never an estimate of a real site.',
      unit: 'index',
      min: 0,
      default: { value: 0 },
    }),
    capacity: quantity({
      about: 'Persons it was built for: gives the density of people. Without it density is 1.',
      unit: 'persons',
      above: 0,
    }).optional(),
    airDefence: airDefence.optional(),
    tags: z.array(baseTag).default([]).describe('Groups in which results are added up: kept, handed over …'),
    hostForces: quantity({
      about:
        'Persons of the host nation there, the same number all the time. They draw no attacks and are in no exposure; attacks on the base, also after its hand-over, cause casualties among them that are counted apart.',
      unit: 'persons',
      min: 0,
      whole: true,
    }).optional(),
    recordNames: z
      .array(text('A name in the record.'))
      .optional()
      .describe('Names of this base in the attack record. Default: its name.'),
    source,
    note: z.string().optional(),
  })
  .describe('A site that hosts foreign personnel.');

/** How attractive a base stays after it was handed over. */
export const handOverResidual = z
  .strictObject({
    first: quantityOr({
      about: 'r_0: share of a base’s weight that stays just after its hand-over.',
      unit: 'share',
      min: 0,
      max: 1,
      default: { value: 0.1, source: 'BIC 2020, in words: less attacked, not immune' },
    }),
    final: quantityOr({
      about: 'r_∞: share that stays in the long run.',
      unit: 'share',
      min: 0,
      max: 1,
      default: { value: 0.1, source: 'BIC 2020, in words: less attacked, not immune' },
    }),
    decayDays: quantityOr({
      about: 'τ_h: mean life of the change between the two.',
      unit: 'days',
      above: 0,
      default: { value: 60 },
    }),
  })
  .prefault({})
  .describe('How attractive a base stays after it was handed over.');
