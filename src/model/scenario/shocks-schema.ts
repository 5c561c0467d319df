import { z } from 'zod';
import { quantity, quantityOr } from './quantity.js';
import { day, source, text } from './texts.js';

// What changes attack rates by date: regimes and strikes.

/** A time in which attack rates are multiplied by a gate. */
export const regime = z
  .strictObject({
    name: text('What it is called in figures.'),
    firstDay: day('First day on which it holds (from 00:00).'),
    lastDay: day('Last day on which it holds (to 24:00). None: to the end.').optional(),
    gate: quantity({
      about:
        'γ: multiplies the whole attack rate, provoked attacks too. 1 normal, below 1 a truce, above 1 an escalation.',
      unit: 'ratio',
      min: 0,
    }),
    activity: quantityOr({
      about: 'Multiplies routine supply while it holds: a pandemic pause. Tracks multiply.',
      unit: 'ratio',
      min: 0,
      max: 1,
      default: { value: 1 },
    }),
    actors: z.array(text('An actor key.')).optional().describe('Actors it gates. Default: all.'),
    track: text('Within a track a new regime replaces the old; gates of different tracks multiply.').default('main'),
    probability: quantityOr({
      about: 'Chance that it comes to pass, drawn once per replication.',
      unit: 'probability',
      min: 0,
      max: 1,
      default: { value: 1 },
    }),
    source,
    note: z.string().optional(),
  })
  .describe('A time in which attack rates are multiplied by a gate.');

const strike = z.strictObject({
  name: text('What it is called.').optional(),
  day: day('Day of the strike.'),
  magnitude: quantityOr({ about: 'Jump of the strike source.', unit: 'strikes', min: 0, default: { value: 1 } }),
  probability: quantityOr({
    about: 'Chance that it comes to pass, drawn once per replication.',
    unit: 'probability',
    min: 0,
    max: 1,
    default: { value: 1 },
  }),
  source,
  note: z.string().optional(),
});

/** Strikes by the coalition. */
export const strikes = z
  .strictObject({
    meanLagDays: quantityOr({
      about: '1/β of the strike source: mean time from a strike to an attack that it provokes.',
      unit: 'days',
      above: 0,
      default: { value: 20 },
    }),
    events: z.array(strike).default([]).describe('Strikes by date.'),
  })
  .prefault({})
  .describe('Strikes by the coalition; what they provoke stands in each actor’s branching.strikes.');
