import { z } from 'zod';
import { isoDay } from './iso-date.js';
import { liftSchema, supplySchema } from './logistics-schema.js';
import { planItemSchema } from './plan-schema.js';
import { quantity, quantityOr } from './quantity.js';
import { defaultMode } from './reference-faults.js';
import { airDefence, mode, severity } from './severity-schema.js';
import { branchSchema, regimeChainSchema } from './regime-schema.js';
import { ruleSchema } from './rules-schema.js';
import { day, key, source, text } from './texts.js';

// The one place where a scenario's keys, ranges and defaults are written. From here come the check, the resolved
// scenario, the JSON Schema (editors), and through it the TypeScript type with its hover text (`npm run generate`).
// Numbers of section 11 of the model carry their source; what has none is "assumed".

const location = z
  .strictObject({
    lat: z.number().min(-90).max(90).describe('Degrees north.'),
    lon: z.number().min(-180).max(180).describe('Degrees east.'),
  })
  .describe('A position at town level; never a site plan.');

const contingent = z
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

const base = z
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
    recordNames: z
      .array(text('A name in the record.'))
      .optional()
      .describe('Names of this base in the attack record. Default: its name.'),
    source,
    note: z.string().optional(),
  })
  .describe('A site that hosts foreign personnel.');

const targetChoice = z
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

const actor = z
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

const handOverResidual = z
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

const convoys = z
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

const regime = z
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

const strikes = z
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

const recordRow = z.strictObject({
  date: day('Day of the attack.'),
  base: z.string().describe('Name of the place as the record has it.'),
  scope: z.string().describe('base, embassy/Green Zone, convoy or other.'),
  mode: z.string(),
  killed: z.number().min(0).default(0),
  wounded: z.number().min(0).default(0),
});

const record = z
  .strictObject({
    file: text('CSV of dated attacks, relative to the scenario file. It is read in and kept as rows.').optional(),
    rows: z.array(recordRow).default([]),
    until: day('Last day that the record covers. Default: that of its last row.').optional(),
    countingRule: z.string().optional().describe('What the record counts; publishers differ by a factor of two.'),
    source,
  })
  .describe(
    'The public record of attacks: drawn as black dots beside the simulated ones, and the history of a warm start.',
  );

export const scenarioSchema = z
  .strictObject({
    title: text('Says what is asked; it heads every figure.'),
    question: z.string().optional().describe('The question in one sentence.'),
    start: day('First day, from 00:00 UTC.'),
    end: day('Last day, included.'),
    country: text('Country whose outline the map draws, by its English name in Natural Earth.').optional(),
    contingents: z.record(key('contingent'), contingent).describe('Whose personnel they are, by key.'),
    bases: z.record(key('base'), base).describe('Where they are, by key.'),
    actors: z.record(key('actor'), actor).describe('Who attacks, by key.'),
    convoys,
    handOverResidual,
    modes: z
      .record(key('mode'), mode)
      .prefault({ [defaultMode]: {} })
      .describe('Ways of attacking, by key. Default: rocket, with its defaults.'),
    severity,
    strikes,
    regimes: z.array(regime).default([]).describe('Truces and escalations by date.'),
    branches: z
      .array(branchSchema)
      .default([])
      .describe('Branch points: with a probability at a date one course is taken, else the other.'),
    regimeChains: z
      .array(regimeChainSchema)
      .default([])
      .describe(
        'Regimes that follow one another by chance; each chain multiplies with the others and with all tracks.',
      ),
    plan: z
      .array(planItemSchema)
      .default([])
      .describe('Moves, withdrawals, arrivals, hand-overs and closures by date.'),
    lift: liftSchema.optional(),
    supply: supplySchema.optional(),
    rules: z
      .array(ruleSchema)
      .default([])
      .describe('What happens makes people act: retaliate, leave and return, pause, hold, harden, agree on a truce.'),
    record: record.optional(),
    warmStart: z
      .strictObject({ actor: text('The actor to whom all earlier attacks are put down.') })
      .optional()
      .describe(
        'Start with the excitation that the record’s earlier attacks left (bases and embassy zone, no ballistic missiles). Without it the start is cold.',
      ),
    maxEvents: z
      .int()
      .min(1000)
      .default(1_000_000)
      .describe('Cap on events per replication; a runaway is kept as a lower bound and reported.'),
  })
  .meta({
    title: 'garrison scenario',
    description:
      'A scenario of garrison: plain data. Any number may be a law of what is not known, and may carry its source.',
  });

/** A scenario as the schema reads it: every default filled in, every number a {@link Quantity}. */
export type Scenario = z.output<typeof scenarioSchema>;
export type Base = Scenario['bases'][string];
export type Actor = Scenario['actors'][string];
export type Regime = Scenario['regimes'][number];
export type RecordRow = z.output<typeof recordRow>;

/** Whole days from the start to the end, both included: the horizon T. */
export function horizonDays(scenario: { readonly start: string; readonly end: string }): number {
  return isoDay(scenario.end) - isoDay(scenario.start) + 1;
}
