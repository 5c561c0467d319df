import { z } from 'zod';
import { quantity, quantityOr } from './quantity.js';
import { day, key, source, text } from './texts.js';

// Regimes that are not certain by date: branch points, and chains of states that follow one another by chance.

const sideOf = (about: string) =>
  z
    .strictObject({
      regimes: z.array(text('Name of a regime.')).default([]).describe('Names of regimes that come to pass then.'),
      plan: z.array(text('Name of a line of the plan.')).default([]).describe('Names of lines of the plan done then.'),
    })
    .prefault({})
    .describe(about);

export const branchSchema = z
  .strictObject({
    name: text('What is decided; it names the draw.'),
    day: day('Day on which it is decided, 00:00 UTC; what it switches begins then or later.'),
    probability: quantity({
      about: 'Chance of `then`, drawn once per replication; else `otherwise`.',
      unit: 'probability',
      min: 0,
      max: 1,
    }),
    then: sideOf('What happens only if the draw succeeds.'),
    otherwise: sideOf('What happens only if it does not.'),
    source,
    note: z.string().optional(),
  })
  .describe(
    'A branch point: one draw decides which of two sets of regimes and lines of the plan come to pass. What several branch points name happens only if all of them say so.',
  );

const stayDays = z
  .union(
    [
      z.strictObject({
        mean: quantity({ about: 'Mean days in the state.', unit: 'days', above: 0 }),
        sd: quantity({ about: 'Standard deviation of the days in the state.', unit: 'days', above: 0 }),
      }),
      z.strictObject({
        shape: quantityOr({
          about: 'Shape: 1 is memoryless, more is more regular.',
          unit: 'shape',
          above: 0,
          default: { value: 1 },
        }),
        scale: quantity({ about: 'Scale: mean days over shape.', unit: 'days', above: 0 }),
      }),
    ],
    { error: 'must be { mean, sd } or { shape, scale }, in days' },
  )
  .describe(
    'Gamma law of the days in the state, drawn anew at every visit: chance within a replication, not what is unknown.',
  );

const chainState = z
  .strictObject({
    gate: quantity({
      about: 'γ: multiplies the whole attack rate while the state holds, provoked attacks too.',
      unit: 'ratio',
      min: 0,
    }),
    stayDays: stayDays.optional(),
    next: z
      .record(
        key('state'),
        quantity({
          about: 'Weight of that state as the next; weights are scaled to add up to 1.',
          unit: 'ratio',
          min: 0,
        }),
      )
      .optional()
      .describe('Which state follows, by weight. Without it the state, once entered, lasts for ever.'),
  })
  .describe('A state of the chain.');

export const regimeChainSchema = z
  .strictObject({
    name: key('chain').describe('What it is called; it is a track of its own and names the draws.'),
    states: z.record(key('state'), chainState).describe('Its states, by key.'),
    start: text('Key of the state that holds first.'),
    firstDay: day('First day (from 00:00), in the start state. Default: the start of the scenario.').optional(),
    lastDay: day('Last day (to 24:00); the gate is 1 afterwards. Default: the end.').optional(),
    actors: z.array(text('An actor key.')).optional().describe('Actors it gates. Default: all.'),
    source,
    note: z.string().optional(),
  })
  .describe('Regimes that follow one another by chance: a semi-Markov chain with Gamma stays.');

export type Branch = z.output<typeof branchSchema>;
export type RegimeChain = z.output<typeof regimeChainSchema>;
