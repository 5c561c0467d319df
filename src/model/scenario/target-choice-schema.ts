import { z } from 'zod';
import { quantity, quantityOr } from './quantity.js';
import { key } from './texts.js';

/** Which base an attack falls on. */
export const targetChoice = z
  .strictObject({
    sizeExponent: quantityOr({
      about: 'α_N: how a base’s weight grows with the personnel there.',
      unit: 'exponent',
      min: 0,
      default: { value: 0.7 },
    }),
    effortElasticity: quantityOr({
      about:
        'ε: how total effort follows the total of target weights. 0: effort is fixed and displaced; 1: no displacement; below 0: effort grows as targets vanish.',
      unit: 'exponent',
      default: { value: 0.3 },
    }),
    sameTargetRepeat: quantityOr({
      about:
        'π_s: chance that a provoked attack hits the base of the attack that provoked it, if people are still there.',
      unit: 'probability',
      min: 0,
      max: 1,
      default: { value: 0 },
    }),
    roadWeight: quantityOr({
      about:
        'κ: weight of a convoy on the road among an actor’s targets, against that of a base with as many people and no protection. Attacks that fall on convoys by it are taken from the bases; 0 leaves convoys to convoys.hazardPerConvoyDay, which adds attacks.',
      unit: 'ratio',
      min: 0,
      default: { value: 0 },
    }),
    baseWeights: z
      .record(key('base'), quantity({ about: 'Pull of a base beyond its size, against 1.', unit: 'ratio', min: 0 }))
      .default({})
      .describe(
        'Pull of single bases beyond what their personnel explain, against 1; for actors with targets of their own.',
      ),
    hardeningAversion: quantityOr({
      about: 'α_H: how strongly hardening turns attackers away.',
      unit: 'per unit of hardening',
      min: 0,
      default: { value: 0.5 },
    }),
    distanceAversion: quantityOr({
      about: 'α_D: how strongly distance from the actor’s own region turns it away.',
      unit: 'per 100 km',
      min: 0,
      default: { value: 0.3 },
    }),
    airDefenceAversion: quantityOr({
      about: 'α_A: how strongly air defence turns attackers away from a base, per unit of mean interception.',
      unit: 'per unit of interception',
      min: 0,
      default: { value: 0.3 },
    }),
    interceptionAversion: quantityOr({
      about: 'χ: how strongly actors turn away from modes that a base stops.',
      unit: 'per unit of interception',
      min: 0,
      default: { value: 0 },
    }),
    maxEffort: quantityOr({
      about: 'A_max: cap on the growth of effort; reaching it is a warning in the result.',
      unit: 'ratio',
      above: 0,
      default: { value: 5 },
    }),
  })
  .prefault({})
  .describe('Which base an attack falls on, and how total effort answers to what there is to attack.');
