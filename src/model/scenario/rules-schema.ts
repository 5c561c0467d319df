import { z } from 'zod';
import { by, overDays, routeFactor, transitDays } from './plan-schema.js';
import { quantity, quantityOr } from './quantity.js';
import { broughtAirDefence } from './severity-schema.js';
import { source, text } from './texts.js';

// What happens makes people act: an event, a condition, and actions with their chance and delay. Every action stands here
// once as a schema, in compile-rules.ts as slots and in rule-actions.ts as what it does.

const record = 'public record: 27 to 29 December 2019, 11 to 13 March 2020';

const whole = (about: string, unit: string) => quantity({ about, unit, min: 1, whole: true }).optional();

const after = z
  .strictObject({
    killedAtLeast: whole('An attack killed so many, of whichever contingent.', 'persons'),
    ownKilledAtLeast: whole('An attack killed so many of the rule’s own contingent.', 'persons'),
    attacksAtLeast: whole('An attack is at least the so-manieth within `withinDays`.', 'attacks'),
    withinDays: quantity({
      about: 'Window of `attacksAtLeast`, back from the attack.',
      unit: 'days',
      above: 0,
    }).optional(),
    attacksOn: z
      .enum(['all', 'ownBases'])
      .optional()
      .describe(
        'Which attacks `attacksAtLeast` counts: all on bases and convoys (the default), or those on places where the rule’s contingent is.',
      ),
    daysWithoutStrike: quantity({
      about:
        'So many days have passed since the last strike, or since the start; tested once, and again after the next strike.',
      unit: 'days',
      above: 0,
    }).optional(),
  })
  .describe('When the rule is tested. Of several conditions one is enough; each attack tests it at most once.');

function chance(fallback: { readonly value: number; readonly source?: string }) {
  return quantityOr({
    about: 'Chance that this is done when the rule is tested. Those of one rule add up to at most 1.',
    unit: 'probability',
    min: 0,
    max: 1,
    default: fallback,
  });
}

/** A law of chance, not of what is not known: each time the rule fires a delay is drawn anew. */
function delay(mean: { readonly value: number; readonly source?: string }) {
  return z
    .strictObject({
      mean: quantityOr({ about: 'Mean delay; 0 is at once.', unit: 'days', min: 0, default: mean }),
      shape: quantityOr({
        about: 'Shape of the Gamma law: 1 is exponential, larger is more regular.',
        unit: 'shape',
        above: 0,
        default: { value: 2 },
      }),
    })
    .prefault({})
    .describe(
      'Days from the event to the action: a Gamma law, drawn anew each time the rule fires. Its mean and shape may be uncertain numbers, drawn once per replication.',
    );
}

const strike = z
  .strictObject({
    strike: z
      .strictObject({
        probability: chance({ value: 0.8, source: record }),
        delayDays: delay({ value: 3, source: record }),
        magnitude: quantityOr({ about: 'Jump of the strike source.', unit: 'strikes', min: 0, default: { value: 1 } }),
      })
      .describe('A strike follows. It provokes and deters like one by date.'),
  })
  .describe('A strike follows.');

const going = {
  probability: chance({ value: 0.15 }),
  delayDays: delay({ value: 0 }),
  fromBase: text('A base key. Default: all bases where the contingent is.').optional(),
  forDays: quantity({
    about: 'Days after which those who went come back. Default: they stay away.',
    unit: 'days',
    above: 0,
  }).optional(),
  overDays,
  transitDays,
  routeFactor,
};

const leave = z
  .strictObject({ leave: z.strictObject({ ...going, by: by.default('air') }).describe('The contingent goes home.') })
  .describe('The contingent goes home.');

const halve = z
  .strictObject({ halve: z.strictObject({ ...going, by: by.default('air') }).describe('Half of it goes home.') })
  .describe('Half of the contingent at each base goes home, rounded down.');

const relocate = z
  .strictObject({
    relocate: z
      .strictObject({ ...going, toBase: text('A base key.'), by: by.default('road') })
      .describe('The contingent goes to another base.'),
  })
  .describe('The contingent goes to another base.');

const pause = z
  .strictObject({
    pause: z
      .strictObject({
        probability: chance({ value: 1 }),
        delayDays: delay({ value: 0 }),
        forDays: quantityOr({
          about: 'Days for which training stops.',
          unit: 'days',
          above: 0,
          default: { value: 60, source: 'Stratfor 2020' },
        }),
      })
      .describe('The contingent’s training stops; its people stay.'),
  })
  .describe('The contingent’s training stops.');

const hold = z
  .strictObject({
    hold: z
      .strictObject({
        probability: chance({ value: 1 }),
        delayDays: delay({ value: 0 }),
        forDays: quantity({ about: 'Days by which they come later.', unit: 'days', above: 0 }),
      })
      .describe('Arrivals of the plan that have not begun come so much later.'),
  })
  .describe('Arrivals of the plan wait.');

const harden = z
  .strictObject({
    harden: z
      .strictObject({
        probability: chance({ value: 1 }),
        delayDays: delay({ value: 30 }),
        base: text('A base key. Default: the base that was attacked.').optional(),
        rise: quantity({ about: 'By how much its hardening rises.', unit: 'index', above: 0 }).optional(),
        airDefence: broughtAirDefence.optional(),
      })
      .describe('A base’s hardening rises, or air defence comes to it, or both, after a lead time, `delayDays`.'),
  })
  .describe('A base’s hardening rises, or air defence comes to it.');

const truce = z
  .strictObject({
    truce: z
      .strictObject({
        probability: chance({ value: 1 }),
        delayDays: delay({ value: 0 }),
        gate: quantityOr({
          about: 'γ: multiplies the whole attack rate, provoked attacks too.',
          unit: 'ratio',
          min: 0,
          max: 1,
          default: { value: 0.15 },
        }),
        forDays: quantity({ about: 'Days that it lasts if nothing breaks it.', unit: 'days', above: 0 }),
        brokenByStrike: quantityOr({
          about: 'p_b: chance that a strike breaks it.',
          unit: 'probability',
          min: 0,
          max: 1,
          default: { value: 0.5 },
        }),
        actors: z.array(text('An actor key.')).optional().describe('Actors it gates. Default: all.'),
      })
      .describe('A truce begins; it multiplies with the gates of regimes.'),
  })
  .describe('A truce begins.');

export const ruleActions = ['strike', 'leave', 'halve', 'relocate', 'pause', 'hold', 'harden', 'truce'] as const;

// An id of its own: it stands twice in a rule and once in the JSON Schema.
const action = z
  .union([strike, leave, halve, relocate, pause, hold, harden, truce], {
    error: `must be one of ${ruleActions.join(', ')}, such as { strike: { probability: 0.8 } }`,
  })
  .meta({ id: 'RuleAction', description: 'What a rule does, with its chance and delay.' });

export const ruleSchema = z
  .strictObject({
    name: text('What it is called in results; it names the rule’s draws.'),
    contingent: text(
      'A contingent key: whose own dead, own bases, departures or training the rule is about.',
    ).optional(),
    after,
    then: z
      .union([action, z.array(action).min(1)], { error: 'must be an action, or a list of which at most one is done' })
      .describe('What is done: one action, or a list of which at most one is done, each with its probability.'),
    coolDownDays: quantityOr({
      about: 'Days after the event in which the rule is not tested again; they count only if something was done.',
      unit: 'days',
      min: 0,
      default: { value: 14, source: record },
    }),
    source,
    note: z.string().optional(),
  })
  .describe('What happens makes people act: event, condition, actions.');

export type Rule = z.output<typeof ruleSchema>;
export type RuleAction = z.output<typeof action>;
