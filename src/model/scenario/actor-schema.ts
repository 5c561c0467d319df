import { z } from 'zod';
import { location } from './places-schema.js';
import { quantity, quantityOr } from './quantity.js';
import { targetChoice } from './target-choice-schema.js';
import { key, source, text } from './texts.js';

const emboldening = z
  .strictObject({
    perShareWithdrawn: quantityOr({
      about: 'η_w: log rise of the baseline rate just after everybody has left at once; may be negative.',
      unit: 'log ratio',
      default: { value: 0.35, source: 'Iyengar and Monten 2008: a quarter out goes with 7 to 10 % more attacks' },
    }),
    decayDays: quantityOr({
      about: 'τ_w: mean life of the effect.',
      unit: 'days',
      above: 0,
      default: { value: 15, source: 'Iyengar and Monten 2008: gone within a month' },
    }),
    betweenBasesFactor: quantityOr({
      about: 'κ_m: weight of a departure to another base, against 1 for a departure for home.',
      unit: 'ratio',
      default: { value: 1 },
    }),
    announcementFactor: quantityOr({
      about: 'κ_a: weight of an announcement, against 1 for the departure itself; below 0 it lulls.',
      unit: 'ratio',
      default: { value: 0 },
    }),
    returnFactor: quantityOr({
      about: 'κ_r: weight of a return after a temporary withdrawal.',
      unit: 'ratio',
      default: { value: 0 },
    }),
  })
  .prefault({})
  .describe('What announcements, departures and returns signal.');

const deterrence = z
  .strictObject({
    depth: quantityOr({
      about: 'd: log fall of the whole attack rate just after a strike of magnitude 1.',
      unit: 'log ratio',
      min: 0,
      default: { value: 0 },
    }),
    decayDays: quantityOr({ about: 'τ_d: mean life of the effect.', unit: 'days', above: 0, default: { value: 30 } }),
  })
  .prefault({})
  .describe('How strikes hold an actor down. What they provoke stands in branching.strikes; which wins is contested.');

const vacuum = z
  .strictObject({
    sensitivity: quantityOr({
      about: 'η_v: log rise of the baseline once everybody has been gone for long.',
      unit: 'log ratio',
      default: { value: 0 },
    }),
    adjustDays: quantityOr({
      about: 'τ_v: mean time over which the country adjusts to fewer personnel.',
      unit: 'days',
      above: 0,
      default: { value: 180 },
    }),
  })
  .prefault({})
  .describe('How an insurgency fills the room that departing personnel leave. For actors of that kind; 0 for others.');

const season = z
  .strictObject({
    amplitude: quantityOr({
      about: 'a: log height of the season over its mean; 0 none.',
      unit: 'log ratio',
      min: 0,
      default: { value: 0 },
    }),
    peakDayOfYear: quantityOr({
      about: 'φ: day of the year of its height; 0 is 1 January.',
      unit: 'days',
      default: { value: 0 },
    }),
  })
  .prefault({})
  .describe('A season of the baseline rate with mean 1 over a year.');

/** An armed group. */
export const actor = z
  .strictObject({
    name: text('Display name; changing it changes no number.').optional(),
    baselinePerDay: quantityOr({
      about: 'μ: attacks per day on bases that nothing recent provoked.',
      unit: '1/day',
      min: 0,
      default: { value: 0.11, source: 'BIC 2020: nearly 30 attacks in 152 days, times the unprovoked 60 %' },
    }),
    branching: z
      .record(
        key('actor, or strikes'),
        quantity({
          about: 'Attacks by this actor that one attack of that source, or one strike, provokes directly.',
          unit: 'attacks',
          min: 0,
        }),
      )
      .default({})
      .describe('n: expected attacks that one event of each source provokes directly; below 1 for the actor itself.'),
    meanLagDays: quantityOr({
      about: '1/β: mean time from one of this actor’s attacks to an attack that it provokes.',
      unit: 'days',
      above: 0,
      default: { value: 10, source: 'Lewis et al. 2012: at most two to six weeks' },
    }),
    fatalBoost: quantityOr({
      about: 'θ_f: extra weight of an attack that killed, as a source of others.',
      unit: 'ratio',
      min: 0,
      default: { value: 0.5 },
    }),
    targetChoice,
    emboldening,
    deterrence,
    vacuum,
    season,
    modeShares: z
      .record(
        key('mode'),
        quantity({ about: 'π: share of this mode where nothing is stopped.', unit: 'share', min: 0 }),
      )
      .default({})
      .describe('How often the actor attacks in each mode, scaled to add up to 1. Default: the first mode only.'),
    region: z
      .array(location)
      .default([])
      .describe('Points of the actor’s own region, for distance. None: distance plays no part.'),
    convoyShare: quantity({
      about: 'ω: this actor’s share of the convoy hazard; the shares are scaled to add up to 1.',
      unit: 'share',
      min: 0,
    }).optional(),
    source,
  })
  .describe('An armed group: aggregate rates only.');
