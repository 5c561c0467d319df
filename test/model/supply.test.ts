import { describe, expect, test } from 'vitest';
import { openRunner, traceReplication } from '../../src/experiment/run-replications.js';
import { planFaults } from '../../src/model/check-plan.js';
import { compileScenario, type CompiledScenario } from '../../src/model/compile.js';
import { lastingSpectralRadius } from '../../src/model/draw-values.js';
import { outcomeColumns } from '../../src/model/outcome-columns.js';
import { Simulator } from '../../src/model/replication.js';
import { faultText } from '../../src/model/scenario/fault.js';
import { readScenario } from '../../src/model/scenario/read-scenario.js';
import { keyOf } from '../../src/random/mark.js';
import { expectClose } from '../cases/compare.js';
import { expectMean, expectRejected, expectVariance } from '../kernel/z-score.js';
import { plain, readOrFail, simulate } from './small-scenario.js';

const location = { lat: 0, lon: 0 };
const scenarioOf = (input: unknown): CompiledScenario => compileScenario(readOrFail(input));

const days = 100;
const supply = {
  contingent: 'drivers',
  convoysPerBaseDay: 0.4,
  personsPerConvoy: 30,
  transitDays: 3,
  routeFactor: 2,
};
/** h of one convoy: h_0 (30/100)^1 ρ. */
const hazardPerDay = 0.1 * 0.3 * 2;
const convoys = { hazardPerConvoyDay: 0.1 };

/** Two bases that host and one where nobody is; one actor, 0.2 attacks a day, nothing provokes anything. */
const supplied = {
  ...plain,
  contingents: { us: {}, drivers: { tags: ['contractor'] } },
  bases: {
    alpha: { location, garrison: { us: 1000 } },
    beta: { location, garrison: { us: 500 } },
    gamma: { location },
  },
  convoys,
  supply,
};
const bases = 2;
const convoyDays = bases * supply.convoysPerBaseDay * days * supply.transitDays;

describe('routine supply', () => {
  test('convoy attacks are rate × bases × days × h, and expected attacks say so without bias', () => {
    const outcome = simulate(scenarioOf(supplied), { n: 2000 });
    const mean = convoyDays * hazardPerDay;
    // ∫K dt of a Poisson stream of convoys, each on the road D days, over T ≥ D: variance r (D²T − D³/3) per base.
    const { convoysPerBaseDay: r, transitDays: D } = supply;
    const spread = bases * r * (D ** 2 * days - D ** 3 / 3);
    expectMean('attacks on convoys', outcome('attacksOnConvoys'), mean);
    expectVariance('attacks on convoys', outcome('attacksOnConvoys'), {
      mean,
      variance: mean + hazardPerDay ** 2 * spread,
    });
    const beyondBases = outcome('expectedAttacks').map((attacks) => attacks - 0.2 * days);
    expectMean('expected attacks on convoys', beyondBases, mean);
    expectVariance('expected attacks on convoys', beyondBases, { mean, variance: hazardPerDay ** 2 * spread });
    // A start without convoys on the road would miss D²/2 convoy-days of each base.
    expectRejected('a cold start', beyondBases, mean - (bases * r * D ** 2 * hazardPerDay) / 2);
    expect(outcome('attacksOnSupply')).toEqual(outcome('attacksOnConvoys'));
  });

  test('its people count in transit, in person-days and person-attacks', () => {
    const outcome = simulate(scenarioOf(supplied), { n: 1000 });
    const { personsPerConvoy } = supply;
    expectMean('convoys', outcome('supplyConvoys'), bases * supply.convoysPerBaseDay * days);
    expectMean('person-days', outcome('personDaysInTransit'), personsPerConvoy * convoyDays);
    expectMean('person-days of drivers', outcome('personDays.contingent.drivers'), personsPerConvoy * convoyDays);
    expectMean('person-attacks', outcome('personAttacksInTransit'), personsPerConvoy * convoyDays * hazardPerDay);
    for (const person of ['personDays', 'personAttacks'] as const) {
      expect(outcome(`${person}.tag.contractor`)).toEqual(outcome(`${person}.contingent.drivers`));
      expect(outcome(`${person}OnSupply`)).toEqual(outcome(`${person}InTransit`));
    }
    const atBases = outcome('personDaysAtBases');
    atBases.forEach((personDays) => expectClose(personDays, 1500 * days, 1e-12));
  });

  test('people come from outside and go back: personnel are conserved in every instant', () => {
    const simulator = new Simulator(scenarioOf(supplied));
    const { world } = simulator;
    let most = 0;
    for (let replication = 0; replication < 20; replication++) {
      simulator.run({ seed: 1, replication }, () => {
        expect([world.everywhere(0), world.everywhere(1)]).toEqual([1500, 0]);
        expect(world.outside[1]! + world.onSupply[1]!).toBe(0);
        expect(world.personsInTransit).toBe(world.personsOnSupply);
        most = Math.max(most, world.personsOnSupply);
      });
    }
    expect(most).toBeGreaterThan(30);
    // Places of those who came back are used again.
    expect(world.convoyCount).toBeLessThanOrEqual(15);
  });

  test('only bases where personnel are get supply, from when they come until they leave', () => {
    const scenario = scenarioOf({
      ...supplied,
      plan: [
        { day: '2020-01-31', handOver: 'beta', personnelTo: 'home', by: 'air' },
        { day: '2020-03-01', arrive: { us: 100 }, toBase: 'gamma' },
      ],
    });
    const setOut = new Map<string, number[]>();
    const n = 200;
    for (let replication = 0; replication < n; replication++) {
      const rows = traceReplication(scenario, { seed: 1, replication }).filter(({ kind }) => kind === 'supplySetOut');
      for (const { name, day } of rows) setOut.set(name!, [...(setOut.get(name!) ?? []), day]);
    }
    expect(Math.max(...setOut.get('supply of beta')!)).toBeLessThan(30);
    expect(Math.min(...setOut.get('supply of gamma')!)).toBeGreaterThan(60);
    const convoysOf = (baseDays: number): number => n * supply.convoysPerBaseDay * baseDays;
    for (const [base, baseDays] of [
      ['alpha', 100],
      ['beta', 30],
      ['gamma', 40],
    ] as const) {
      const count = setOut.get(`supply of ${base}`)!.length;
      const z = (count - convoysOf(baseDays)) / Math.sqrt(convoysOf(baseDays));
      expect(Math.abs(z), `${base}: ${count} convoys`).toBeLessThanOrEqual(4);
    }
  });

  test('a factor thins it from the instant it is set; factors of two sources multiply', () => {
    const scenario = scenarioOf({
      ...supplied,
      regimes: [
        { name: 'pause', firstDay: '2020-01-31', gate: 1 },
        { name: 'more', firstDay: '2020-03-01', gate: 1 },
      ],
    });
    const simulator = new Simulator(scenario);
    const counts: number[] = [];
    for (let replication = 0; replication < 1000; replication++) {
      simulator.run({ seed: 1, replication }, ({ kind, name }) => {
        if (kind !== 'regime') return;
        if (name === 'pause') simulator.supply?.setSupplyFactor({ source: 'second', factor: 0.5 });
        else simulator.supply?.setSupplyFactor({ source: 'first', base: 0, factor: 3 });
      });
      counts.push(simulator.supply!.convoys);
    }
    // Base-days at full rate: 2 × 30, then 2 × 30 at half, then 40 at 1½ for alpha and 40 at ½ for beta.
    const mean = supply.convoysPerBaseDay * (60 + 30 + 60 + 20);
    expectMean('convoys', counts, mean);
    expectVariance('convoys', counts, { mean, variance: mean });
  });
});

describe('chance', () => {
  const convoysFor = (input: unknown, base: string): unknown[] =>
    Array.from({ length: 20 }, (_, replication) =>
      traceReplication(scenarioOf(input), { seed: 1, replication })
        .filter(({ kind, name }) => kind === 'supplySetOut' && name === `supply of ${base}`)
        .map(({ day }) => day),
    );

  test('a base added shifts nobody’s supply, and a lower rate only takes convoys away', () => {
    const before = convoysFor(supplied, 'beta');
    const more = { ...supplied, bases: { aaa: { location, garrison: { us: 50 } }, ...supplied.bases } };
    expect(convoysFor(more, 'beta')).toEqual(before);
    const fewer = convoysFor({ ...supplied, supply: { ...supply, convoysPerBaseDay: 0.3 } }, 'beta');
    expect(before.flat()).toEqual(expect.arrayContaining(fewer.flat()));
    expect(fewer.flat().length).toBeLessThan(before.flat().length);
  });

  test('supply leaves attacks on bases as they are where attacks provoke nothing', () => {
    const actor = {
      branching: { militias: 0, others: 0, strikes: 0.5 },
      targetChoice: { effortElasticity: 0.5 },
      emboldening: { perShareWithdrawn: 2 },
      vacuum: { sensitivity: 1 },
      season: { amplitude: 0.5 },
    };
    const input = {
      ...supplied,
      actors: { militias: { ...actor, baselinePerDay: 0.3 }, others: { ...actor, baselinePerDay: 0.1 } },
      strikes: { events: [{ day: '2020-02-01' }] },
      plan: [
        { day: '2020-01-20', handOver: 'beta', personnelTo: 'alpha', overDays: 10 },
        { day: '2020-03-01', withdraw: { us: 600 }, fromBase: 'alpha', overDays: 20 },
      ],
    };
    const none = { ...input, supply: undefined };
    const [plainly, withSupply] = [none, input].map((of) => simulate(scenarioOf(of), { n: 200 }));
    for (const name of ['attacksOnBases', 'attacks.base.alpha', 'attacks.base.beta', 'attacksOnHandedOver'])
      expect(withSupply!(name), name).toEqual(plainly!(name));
    expect(withSupply!('attacksOnConvoys')).not.toEqual(plainly!('attacksOnConvoys'));
  });
});

describe('stability', () => {
  test('supply adds 1 + ω h̄/λ_ref to each row: one actor in closed form', () => {
    const branching = 0.4;
    const input = {
      ...supplied,
      actors: { militias: { ...plain.actors.militias, branching: { militias: branching } } },
    };
    const radiusOf = (scenario: CompiledScenario): number =>
      lastingSpectralRadius(scenario, scenario.parameters.points);
    const onRoad = bases * supply.convoysPerBaseDay * supply.transitDays * hazardPerDay;
    const exact = branching * (1 + onRoad / (0.2 / (1 - branching)));
    expectClose(radiusOf(scenarioOf(input)), exact, 1e-12);
    // Where arrivals make the third base host too, it counts.
    const arrive = { day: '2020-02-01', arrive: { us: 10 }, toBase: 'gamma' };
    const more = branching * (1 + (1.5 * onRoad) / (0.2 / (1 - branching)));
    expectClose(radiusOf(scenarioOf({ ...input, plan: [arrive] })), more, 1e-12);
    const relocate = { relocate: { toBase: 'gamma' } };
    const rules = [{ name: 'go', contingent: 'us', after: { killedAtLeast: 1 }, then: relocate }];
    expectClose(radiusOf(scenarioOf({ ...input, rules })), more, 1e-12);

    const heavy = scenarioOf({ ...input, supply: { ...supply, convoysPerBaseDay: 20 } });
    expect(radiusOf(heavy)).toBeGreaterThan(1);
    expect(planFaults(heavy).map(faultText)[0]).toMatch(
      /^actors.militias.branching must give a spectral radius below 1.*lower branching, fatalBoost, supply,/,
    );
  });

  test('branching at or above 1 is told, not thrown, though no reference intensity exists', () => {
    const scenario = scenarioOf({
      ...supplied,
      actors: { militias: { ...plain.actors.militias, branching: { militias: 1.2 } } },
      regimes: [{ name: 'truce', firstDay: '2020-01-01', gate: 0.1 }],
    });
    expectClose(lastingSpectralRadius(scenario, scenario.parameters.points), 1.2, 1e-12);
    expect(planFaults(scenario)).toHaveLength(1);
  });
});

describe('reading', () => {
  test('a contingent that is none is told with the likely one, and numbers out of range with their rule', () => {
    const faultsOf = (change: object): string[] => {
      const read = readScenario({ ...supplied, supply: { ...supply, ...change } });
      return read.kind === 'faults' ? read.faults.map(faultText) : [];
    };
    expect(faultsOf({ contingent: 'driver' })).toEqual([
      'supply.contingent must name a contingent of this scenario, got "driver"; did you mean drivers?',
    ]);
    expect(faultsOf({ transitDays: 0 })[0]).toMatch(/^supply.transitDays must be more than 0/);
    expect(faultsOf({ convoysPerBaseDay: undefined })).toHaveLength(1);
  });
});

describe('where a scenario has neither lift nor supply', () => {
  /** Outcomes that stood before either was modelled. */
  const standing = [
    'personDays personDaysAtBases personDaysInTransit attacks attacksOnBases attacksOnConvoys attacksOnHandedOver',
    'personAttacks personAttacksAtBases personAttacksInTransit expectedAttacks expectedPersonAttacks',
    'killed wounded maxKilled firstFatalDay hhiMean hhiPeak peakBasePopulation attackHhi',
    'attacksBackground attacksEmboldened attacksVacuum attacksProvokedByAttacks attacksProvokedByStrikes',
    'parameterRedraws shortfalls capped events fingerprint',
  ].flatMap((line) => line.split(' '));

  test('every number is what it was before', () => {
    const home = { lat: 33, lon: 44 };
    const scenario = scenarioOf({
      title: 'rich',
      start: '2020-01-01',
      end: '2020-04-09',
      contingents: { us: {}, uk: { salience: { uniform: { low: 0.3, high: 0.9 } }, tags: ['EU'] } },
      bases: {
        alpha: { location: home, garrison: { us: 1200, uk: 300 } },
        beta: { location: { lat: 34, lon: 43 }, garrison: { us: 600 } },
        gamma: { location: { lat: 35, lon: 44 }, garrison: { us: 250, uk: 50 } },
      },
      actors: {
        militias: {
          baselinePerDay: { lognormal: { p5: 0.05, p95: 0.25 } },
          branching: { militias: { beta: { mean: 0.4, sd: 0.2 } } },
          region: [home],
        },
        others: { baselinePerDay: 0.05 },
      },
      convoys: { hazardPerConvoyDay: 0.2 },
      strikes: { events: [{ day: '2020-02-20', name: 'raid' }] },
      regimes: [{ name: 'truce', firstDay: '2020-03-01', lastDay: '2020-03-20', gate: 0.1, probability: 0.6 }],
      plan: [
        { day: '2020-01-10', handOver: 'gamma', personnelTo: 'alpha', overDays: 6, handOverDay: '2020-01-20' },
        { day: '2020-01-15', withdraw: { uk: 100, us: { share: 0.25 } }, fromBase: 'alpha', overDays: 10 },
        { day: '2020-02-01', arrive: { us: 333 }, toBase: 'beta', overDays: 10 },
        { day: '2020-03-01', move: 'all', fromBase: 'beta', toBase: 'alpha', overDays: 3 },
      ],
    });
    const columns = outcomeColumns(scenario);
    const n = 40;
    const { values } = openRunner(scenario, 1)({ from: 0, to: n });
    const row = (name: string, replication: number): number =>
      values[replication * columns.length + columns.findIndex((column) => column.name === name)]!;
    // Pinned; made anew only where the changelog says that numbers are others.
    expect([0, 1, 2, 3, 4, 5].map((replication) => row('fingerprint', replication))).toEqual([
      2153410177218842, 1475035179062686, 5465186261042877, 4318543675777546, 733451072683462, 6701987543248923,
    ]);
    expect([0, 1, 2].map((replication) => row('expectedPersonAttacks', replication))).toEqual([
      37683.25077301812, 151620.75408056888, 27486.707261470663,
    ]);
    const all = Array.from({ length: n }, (_, r) => standing.map((name) => row(name, r)).join(' ')).join('\n');
    expect(keyOf(all)).toBe(3150989067);
  });
});

describe('what holds supply down', () => {
  const convoysOf = (change: object): number[] =>
    simulate(scenarioOf({ ...supplied, ...change }), { n: 600 })('supplyConvoys');
  const perDay = bases * supply.convoysPerBaseDay;

  test('a regime with less activity thins convoys while it holds, and nothing else', () => {
    const pandemic = { name: 'pandemic', firstDay: '2020-02-20', gate: 1, activity: 0.25 };
    expectMean('convoys', convoysOf({ regimes: [pandemic] }), perDay * (50 + 0.25 * 50));
    const two = [pandemic, { ...pandemic, name: 'holiday', track: 'other', activity: 0.5 }];
    expectMean('convoys of two tracks', convoysOf({ regimes: two }), perDay * (50 + 0.125 * 50));
    const attacks = (regimes: object[]) => simulate(scenarioOf({ ...supplied, regimes }), { n: 100 })('attacksOnBases');
    expect(attacks([pandemic])).toEqual(attacks([]));
  });

  test('paused training runs at its share of supply', () => {
    // Ten attacks a day keep the pause going: without it for the first 0.1 days a sixtieth of the tolerance is lost.
    const paused = {
      actors: { militias: { ...plain.actors.militias, baselinePerDay: 10 } },
      convoys: { hazardPerConvoyDay: 0 },
      supply: { ...supply, pausedSupplyShare: 0.3 },
      rules: [
        {
          name: 'stand down',
          contingent: 'us',
          after: { attacksAtLeast: 1, withinDays: 1 },
          then: { pause: { forDays: 5, delayDays: { mean: 0 } } },
          coolDownDays: 0,
        },
      ],
    };
    const convoys = simulate(scenarioOf({ ...supplied, ...paused }), { n: 150 })('supplyConvoys');
    expectMean('convoys', convoys, perDay * 0.3 * days);
  });
});
