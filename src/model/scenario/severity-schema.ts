import { z } from 'zod';
import { quantity, quantityOr } from './quantity.js';
import { day, key, source } from './texts.js';

const defence = {
  interception: z
    .record(
      key('mode'),
      quantity({
        about: 'p_int: chance that a round within its capacity is stopped.',
        unit: 'probability',
        min: 0,
        max: 1,
      }),
    )
    .describe('Interception probability by mode of attack.'),
  capacityRounds: quantityOr({
    about: 'C: rounds of one attack that it can engage.',
    unit: 'rounds',
    min: 0,
    whole: true,
    default: { value: 8 },
  }),
  source,
};

/** Air defence of a base, by date. */
export const airDefence = z
  .strictObject({ since: day('Day from which it works. Default: the start.').optional(), ...defence })
  .describe('Air defence of a base: a placeholder, never an estimate of a real site.');

/** Air defence that a rule brings. */
export const broughtAirDefence = z
  .strictObject(defence)
  .describe(
    'Air defence that comes to the base. Of what is there already the better stays: by mode the higher interception, and the larger capacity.',
  );

/** A way of attacking. */
export const mode = z
  .strictObject({
    salvoMean: quantityOr({
      about: 'k̄: mean rounds of an attack before the law is cut at one.',
      unit: 'rounds',
      min: 0,
      default: { value: 4, source: 'public reports: mean 4.4 of 60 rocket attacks with known rounds' },
    }),
    salvoSize: quantityOr({
      about: 'r: size of the negative binomial of rounds.',
      unit: 'shape',
      above: 0,
      default: { value: 1.2, source: 'public reports: median 2 of 60 rocket attacks with known rounds' },
    }),
    effectiveProbability: quantityOr({
      about: 'p_eff: chance that a round that is let through is an effective impact.',
      unit: 'probability',
      min: 0,
      max: 1,
      default: { value: 0.06 },
    }),
  })
  .describe('A way of attacking, such as rocket or drone; only abstract probabilities.');

const chain = z
  .strictObject({
    casualtiesPerImpact: quantityOr({
      about: 'ν_ref: mean casualties of an effective impact at density 1, without shelter or warning.',
      unit: 'persons',
      min: 0,
      default: { value: 2 },
    }),
    impactSize: quantityOr({
      about: 'k_Y: size of the negative binomial of casualties of one impact.',
      unit: 'shape',
      above: 0,
      default: { value: 0.5 },
    }),
    densityExponent: quantityOr({
      about: 'δ: how casualties grow with the density of people; needs the capacity of the base.',
      unit: 'exponent',
      min: 0,
      default: { value: 1 },
    }),
    densityReference: quantityOr({
      about: 'Persons per place at which ν_ref holds.',
      unit: 'ratio',
      above: 0,
      default: { value: 1 },
    }),
    shelterEffect: quantityOr({
      about: 'σ: share of casualties that full hardening prevents.',
      unit: 'share',
      min: 0,
      max: 1,
      default: { value: 0.6 },
    }),
    warningEffect: quantityOr({
      about: 'ω: share of casualties that a warning prevents.',
      unit: 'share',
      min: 0,
      max: 1,
      default: { value: 0.5 },
    }),
    tailProbability: quantityOr({
      about:
        'p_mc: chance that an impact is a mass-casualty one, whose casualties follow the zeta law of fatalityExponent.',
      unit: 'probability',
      min: 0,
      max: 1,
      default: { value: 0 },
    }),
    killedAlpha: quantityOr({
      about: 'a of the beta law of the share killed among casualties; its mean is a/(a + b).',
      unit: 'shape',
      above: 0,
      default: { value: 1.5 },
    }),
    killedBeta: quantityOr({
      about: 'b of the beta law of the share killed among casualties.',
      unit: 'shape',
      above: 0,
      default: { value: 8.5 },
    }),
    salvoCap: quantityOr({
      about: 'Most rounds in one attack.',
      unit: 'rounds',
      min: 1,
      whole: true,
      default: { value: 60 },
    }),
  })
  .prefault({})
  .describe('The full severity chain, used where law is chain. Weapon effects enter as abstract probabilities only.');

/** What one attack does. */
export const severity = z
  .strictObject({
    law: z
      .enum(['quick', 'chain'])
      .default('quick')
      .describe(
        'quick: a coin for fatal, a zeta law for killed, a negative binomial for wounded; blind to density, shelter, defence and warning. chain: rounds, interception, impacts, casualties, killed.',
      ),
    chain,
    warningProbability: quantityOr({
      about: 'Chance that an attack comes with a warning in time; counts in the chain only.',
      unit: 'probability',
      min: 0,
      max: 1,
      default: { value: 0 },
    }),
    fatalProbability: quantityOr({
      about: 'p_f: chance that an attack kills.',
      unit: 'probability',
      min: 0,
      max: 1,
      default: { value: 0.05, source: 'public record: 2 of 28 attacks up to March 2020' },
    }),
    fatalityExponent: quantityOr({
      about: 'α_z: exponent of the law of killed in a fatal attack; smaller means heavier tail.',
      unit: 'exponent',
      above: 1,
      default: { value: 2.5, source: 'Bohórquez et al. 2009' },
    }),
    woundedMean: quantityOr({ about: 'Mean wounded per attack.', unit: 'persons', min: 0, default: { value: 0.6 } }),
    woundedSize: quantityOr({
      about: 'Size of the negative binomial of wounded: smaller means more spread.',
      unit: 'shape',
      above: 0,
      default: { value: 0.5 },
    }),
  })
  .prefault({})
  .describe('What one attack does to the people who are there.');
