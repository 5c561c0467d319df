import fc from 'fast-check';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { endAfter } from './small-scenario.js';

// Scenarios in which everything may meet everything: rules, lift, supply, branch points, chains, regimes, returns, hand-overs.

type Part<K extends keyof ScenarioInput> = fc.Arbitrary<NonNullable<ScenarioInput[K]>>;
type Plan = NonNullable<ScenarioInput['plan']>;

/** Evenly spread, both ends included: fast-check's own doubles are nearly all next to 0. */
const real = (min: number, max: number): fc.Arbitrary<number> =>
  fc.noBias(fc.integer({ min: 0, max: 1000 })).map((i) => min + ((max - min) * i) / 1000);
const base = fc.constantFrom('alpha', 'beta', 'gamma');
const dayFrom = (first: number): fc.Arbitrary<string> =>
  fc.integer({ min: first, max: 99 }).map((d) => endAfter(d + 1));
const day = dayFrom(0);
const by = fc.constantFrom('road' as const, 'air' as const);
const count = fc.oneof(fc.nat({ max: 400 }), fc.constant('all' as const), fc.record({ share: real(0, 1) }));
/** Some keys of a record, or none. */
const some = <T extends object>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(parts, { requiredKeys: [] });

const going = {
  day,
  by,
  overDays: real(0, 30),
  priority: fc.integer({ min: 0, max: 3 }),
  transitDays: real(0, 12),
};
const planItem = fc.oneof(
  fc
    .record({ ...going, move: fc.record({ us: count, uk: count }), fromBase: base, toBase: base })
    .filter(({ fromBase, toBase }) => fromBase !== toBase),
  fc
    .record({ ...going, withdraw: fc.record({ us: count, uk: count }), fromBase: base, announced: day, returnDay: day })
    .map((item) => {
      const [announced, start, returnDay] = [item.announced, item.day, item.returnDay].sort();
      return { ...item, announced: announced!, day: start!, returnDay: returnDay! };
    }),
  fc.record({
    day,
    arrive: fc.record({ us: fc.nat({ max: 500 }) }),
    toBase: base,
    overDays: real(0, 30),
    everyDays: fc.integer({ min: 1, max: 9 }),
  }),
  { weight: 2, arbitrary: fc.record({ ...going, handOver: base, personnelTo: fc.constant('home') }) },
  fc.record({ ...going, close: base, personnelTo: fc.constant('home') }),
  fc.record({ day, harden: base, to: real(0, 2) }),
);
const plan: Part<'plan'> = fc
  .array(planItem, { minLength: 2, maxLength: 7, size: 'max' })
  .map((items) => items.map((item, i) => ({ name: `item ${i}`, ...item })) as Plan);

const chance = { probability: real(0.1, 0.33), delayDays: fc.record({ mean: real(0, 10) }) };
const goes = { ...chance, forDays: real(1, 40), overDays: real(0, 10), by };
const after = fc.oneof(
  fc.record({ killedAtLeast: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ ownKilledAtLeast: fc.constant(1) }),
  fc.record({
    attacksAtLeast: fc.integer({ min: 1, max: 4 }),
    withinDays: real(1, 30),
    attacksOn: fc.constantFrom('all' as const, 'ownBases' as const),
  }),
);
const defence = fc.record({ interception: fc.record({ rocket: real(0, 0.9) }), capacityRounds: fc.nat({ max: 9 }) });
const action = fc.oneof(
  fc.record({ leave: fc.record(goes) }),
  fc.record({ halve: fc.record(goes) }),
  fc.record({ relocate: fc.record({ ...goes, toBase: base }) }),
  fc.record({ pause: fc.record({ ...chance, forDays: real(1, 40) }) }),
  fc.record({ hold: fc.record({ ...chance, forDays: real(1, 40) }) }),
  fc.record({ harden: fc.record({ ...chance, rise: real(0.1, 1), airDefence: defence }) }),
  fc.record({ truce: fc.record({ ...chance, gate: real(0, 1), forDays: real(1, 30) }) }),
);
const rules: Part<'rules'> = fc.tuple(
  fc.record({
    name: fc.constant('strike back'),
    after,
    contingent: fc.constant('us'),
    then: fc.record({ strike: fc.record({ ...chance, magnitude: real(0, 2) }) }),
    coolDownDays: real(0, 20),
  }),
  fc.record({
    name: fc.constant('quiet'),
    after: fc.record({ daysWithoutStrike: real(1, 60) }),
    then: fc.record({ truce: fc.record({ ...chance, forDays: real(1, 30) }) }),
  }),
  ...['us', 'uk'].map((contingent) =>
    fc.record({
      name: fc.constant(`${contingent} acts`),
      contingent: fc.constant(contingent),
      after,
      then: fc.array(action, { minLength: 1, maxLength: 3 }),
      coolDownDays: real(0, 20),
    }),
  ),
);

const targetChoice = fc.record({
  sizeExponent: real(0, 1.2),
  effortElasticity: real(-0.5, 1.2),
  hardeningAversion: real(0, 2),
  airDefenceAversion: real(0, 2),
  interceptionAversion: real(0, 2),
  sameTargetRepeat: fc.oneof(fc.constant(0), real(0, 0.9)),
  roadWeight: fc.oneof(fc.constant(0), real(0, 5)),
});
const actor = (other: string) =>
  fc.record({
    baselinePerDay: real(0.05, 0.5),
    branching: fc.tuple(real(0, 0.2), real(0, 0.1), real(0, 0.2)).map(([own, others, strikes]) => ({
      [other === 'others' ? 'militias' : 'others']: own,
      [other]: others,
      strikes,
    })),
    fatalBoost: real(0, 0.5),
    meanLagDays: real(2, 20),
    targetChoice,
    emboldening: fc.record({
      perShareWithdrawn: fc.oneof(fc.constant(0), real(-0.5, 1.5)),
      announcementFactor: real(-1, 0.5),
      returnFactor: real(0, 1),
    }),
    deterrence: fc.record({ depth: real(0, 2) }),
    vacuum: fc.record({ sensitivity: fc.oneof(fc.constant(0), real(-1, 2)) }),
    season: fc.record({ amplitude: fc.oneof(fc.constant(0), real(0, 1.5)), peakDayOfYear: real(0, 365) }),
    modeShares: fc.record({ rocket: real(0.1, 1), drone: real(0, 1) }),
  });

const regimes: Part<'regimes'> = fc.tuple(
  fc.record({ name: fc.constant('calm'), firstDay: day, gate: real(0, 1), activity: real(0, 1) }),
  fc.record({ name: fc.constant('storm'), firstDay: dayFrom(50), gate: real(1, 1.5), track: fc.constant('storms') }),
);
const branches: Part<'branches'> = fc.record({ probability: real(0, 1), half: fc.boolean() }).map((side) => [
  {
    name: 'talks',
    day: '2020-01-01',
    probability: side.probability,
    then: { regimes: ['calm'] },
    otherwise: { regimes: side.half ? ['storm'] : [] },
  },
]);
const regimeChains: Part<'regimeChains'> = real(2, 20).map((scale) => [
  {
    name: 'mood',
    start: 'tense',
    states: {
      tense: { gate: 1, stayDays: { scale }, next: { open: 1, still: 1 } },
      open: { gate: 1.4, stayDays: { scale: 3 }, next: { tense: 1 } },
      still: { gate: 0, stayDays: { mean: 5, sd: 2 }, next: { tense: 1 } },
    },
  },
]);

/** Any of it, with or without each part. */
export const randomScenario: fc.Arbitrary<ScenarioInput> = fc
  .tuple(
    fc.record({
      plan,
      actors: fc.record({ militias: actor('others'), others: actor('militias') }),
      law: fc.constantFrom('quick' as const, 'chain' as const),
      hazardPerConvoyDay: real(0, 0.05),
      residual: fc.record({ first: real(0, 0.9), final: real(0, 0.4), decayDays: real(2, 60) }),
      defendedSince: day,
      strikeDay: day,
    }),
    some<Required<Pick<ScenarioInput, 'rules' | 'regimes' | 'regimeChains' | 'lift' | 'supply'>>>({
      rules,
      regimes,
      regimeChains,
      lift: fc.record({ byRoad: real(0, 300), byAir: real(1, 300) }),
      supply: fc.record({
        contingent: fc.constant('drivers'),
        convoysPerBaseDay: real(0, 0.3),
        transitDays: real(0.5, 2),
      }),
    }),
    branches,
  )
  .map(([given, parts, sides]) => ({
    title: 'any',
    start: '2020-01-01',
    end: endAfter(100),
    maxEvents: 20_000,
    contingents: { us: {}, uk: { salience: 0.5 }, drivers: { combatWeight: 0 } },
    bases: {
      alpha: { location: { lat: 33, lon: 44 }, garrison: { us: 900, uk: 300 }, capacity: 1000 },
      beta: {
        location: { lat: 34, lon: 43 },
        garrison: { us: 400, uk: 60 },
        airDefence: { since: given.defendedSince, interception: { rocket: 0.5 } },
      },
      gamma: { location: { lat: 35, lon: 44 }, garrison: { us: 150 }, hardening: 0.5 },
    },
    modes: { rocket: {}, drone: { salvoMean: 1 } },
    actors: given.actors,
    severity: { law: given.law, fatalProbability: 0.2 },
    convoys: { hazardPerConvoyDay: given.hazardPerConvoyDay, convoySize: 60 },
    handOverResidual: given.residual,
    strikes: { events: [{ day: given.strikeDay, probability: 0.5 }] },
    plan: given.plan,
    ...parts,
    ...(parts.regimes ? { branches: sides } : {}),
  }));
