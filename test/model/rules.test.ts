import { describe, expect, test } from 'vitest';
import { traceReplication } from '../../src/experiment/run-replications.js';
import { planFaults } from '../../src/model/check-plan.js';
import { compileScenario, type CompiledScenario } from '../../src/model/compile.js';
import { Simulator } from '../../src/model/replication.js';
import { faultText } from '../../src/model/scenario/fault.js';
import { readScenario } from '../../src/model/scenario/read-scenario.js';
import { expectClose } from '../cases/compare.js';
import { countEvents } from './count-events.js';
import { countInTheatre, fewestAnywhere } from './count-persons.js';
import { plain, readOrFail, simulate } from './small-scenario.js';

const compiled = (change: object): CompiledScenario => compileScenario(readOrFail({ ...plain, ...change }));
const location = { lat: 0, lon: 0 };
const militias = plain.actors.militias;
const bases = {
  alpha: { location, garrison: { us: 900, uk: 301 } },
  beta: { location, garrison: { us: 200, uk: 100 } },
};
const contingents = { us: {}, uk: { salience: 0.5 } };
const lively = {
  contingents,
  bases,
  convoys: { hazardPerConvoyDay: 0.05 },
  actors: { militias: { baselinePerDay: 0.3, emboldening: { returnFactor: 0.5 } } },
};
const always = { probability: 1, delayDays: { mean: 0 } };
/** Tests its rule on day 20, for certain and once. */
const onDay20 = (then: object, more: object = {}) => [
  { name: 'rule', contingent: 'uk', after: { daysWithoutStrike: 20 }, then, coolDownDays: 0, ...more },
];

describe('what rules do goes through the same paths as what is scheduled', () => {
  const same = [
    'attacks',
    'personAttacks',
    'expectedPersonAttacks',
    'attacksOnConvoys',
    'personDaysInTransit',
    'killed',
  ];
  const compare = (byRule: object, byPlan: object): void => {
    const [rule, plan] = [
      simulate(compiled({ ...lively, ...byRule }), { n: 25 }),
      simulate(compiled({ ...lively, ...byPlan }), { n: 25 }),
    ];
    // Marks of convoys are named by the order, so single attacks on the road may fall on another convoy.
    for (const name of same) {
      // Tests of rules cut the integral of the rate into more pieces.
      if (name.startsWith('expected')) expectClose(rule(name), plan(name), 1e-9);
      else expect(rule(name), name).toEqual(plan(name));
    }
  };
  const date = '2020-01-21';

  test('leaving for a time is a withdrawal with a day of return', () => {
    compare(
      { rules: onDay20({ leave: { ...always, fromBase: 'alpha', forDays: 30 } }) },
      { plan: [{ day: date, withdraw: { uk: 'all' }, fromBase: 'alpha', returnDay: '2020-02-20' }] },
    );
  });

  test('halving at every base is a withdrawal of half from each', () => {
    compare(
      { rules: onDay20({ halve: always }) },
      {
        plan: [
          { day: date, withdraw: { uk: 150 }, fromBase: 'alpha' },
          { day: date, withdraw: { uk: 50 }, fromBase: 'beta' },
        ],
      },
    );
  });

  test('relocating for a time is a move and a move back, by convoys on the road', () => {
    compare(
      { rules: onDay20({ relocate: { ...always, toBase: 'beta', fromBase: 'alpha', forDays: 30 } }) },
      {
        plan: [
          { day: date, move: { uk: 'all' }, fromBase: 'alpha', toBase: 'beta' },
          { day: '2020-02-20', move: { uk: 301 }, fromBase: 'beta', toBase: 'alpha' },
        ],
      },
    );
  });

  test('hardening a base is what the plan orders on that day, and turns attackers away by its law', () => {
    compare(
      { rules: onDay20({ harden: { ...always, base: 'alpha', rise: 0.8 } }) },
      { plan: [{ day: date, harden: 'alpha', to: 0.8 }] },
    );
    const one = compiled({
      actors: { militias: { ...militias, targetChoice: { effortElasticity: 1, hardeningAversion: 0.5 } } },
      plan: [{ day: date, harden: 'alpha', to: 2 }],
    });
    const exact = 0.2 * (20 + 80 * Math.exp(-0.5 * 2));
    expect(simulate(one, { n: 1 })('expectedAttacks')[0]).toBeCloseTo(exact, 9);
  });

  test('a strike by a rule is a strike by date', () => {
    const actors = {
      militias: { ...militias, branching: { militias: 0.3, strikes: 2 }, deterrence: { depth: 1 } },
    };
    compare(
      { actors, rules: onDay20({ strike: { ...always, magnitude: 1.5 } }, { coolDownDays: 100 }) },
      { actors, strikes: { events: [{ day: date, magnitude: 1.5 }] } },
    );
  });

  test('holding makes arrivals that have not begun come so much later, and leaves the others', () => {
    const arrive = (day: string) => ({ day, arrive: { us: 100 }, toBase: 'beta', overDays: 10 });
    compare(
      { plan: [arrive('2020-01-18'), arrive('2020-02-01')], rules: onDay20({ hold: { ...always, forDays: 15 } }) },
      { plan: [arrive('2020-01-18'), arrive('2020-02-16')] },
    );
  });

  test('holding leaves alone an arrival that a branch point keeps from coming to pass', () => {
    const outcome = simulate(
      compiled({
        contingents,
        bases,
        branches: [{ name: 'surge', day: '2020-01-10', probability: 0.5, then: { plan: ['surge'] } }],
        plan: [{ name: 'surge', day: '2020-02-01', arrive: { us: 100 }, toBase: 'beta' }],
        rules: onDay20({ hold: { ...always, forDays: 15 } }),
      }),
      { n: 20 },
    );
    // From 16 February 00:00, day 46, to the end of day 100.
    const more = outcome('branch.surge').map((taken) => taken * 100 * (100 - 46));
    const [without] = outcome('personDays').map((days, r) => days - more[r]!);
    expect(outcome('personDays').map((days, r) => days - more[r]!)).toEqual(more.map(() => without));
    expect(new Set(more).size).toBe(2);
  });
});

test('an attack on the base hardens that base, after the lead time', () => {
  const scenario = compiled({
    contingents,
    bases,
    rules: [
      {
        name: 'dig in',
        after: { attacksAtLeast: 1, withinDays: 1 },
        then: { harden: { rise: 0.5 } },
        coolDownDays: 400,
      },
    ],
  });
  for (let replication = 0; replication < 20; replication++) {
    const rows = traceReplication(scenario, { seed: 1, replication });
    const first = rows.find(({ kind }) => kind === 'attackOnBase');
    const hardened = rows.find(({ kind }) => kind === 'hardening');
    if (!hardened) continue;
    expect(hardened.base).toBe(first?.base);
    expect(hardened.day).toBeGreaterThan(first?.day ?? Infinity);
  }
});

test('own bases are those where the contingent is', () => {
  const apart = { alpha: { location, garrison: { us: 500 } }, beta: { location, garrison: { uk: 500 } } };
  const outcome = simulate(
    compiled({
      contingents,
      bases: apart,
      rules: [
        {
          name: 'go',
          contingent: 'uk',
          after: { attacksAtLeast: 1, withinDays: 1, attacksOn: 'ownBases' },
          then: { pause: always },
          coolDownDays: 0,
        },
      ],
    }),
    { n: 100 },
  );
  expect(outcome('ruleFired.go')).toEqual(outcome('attacks.base.beta'));
  expect(outcome('attacks')).not.toEqual(outcome('attacks.base.beta'));
});

test('nobody comes back to a base that was handed over in the meantime', () => {
  const scenario = compiled({
    contingents,
    bases,
    plan: [{ day: '2020-02-01', handOver: 'alpha', personnelTo: 'home', by: 'air' }],
    rules: onDay20({ leave: { ...always, fromBase: 'alpha', forDays: 30 } }),
  });
  const simulator = new Simulator(scenario);
  simulator.run({ seed: 1, replication: 0 });
  expect([...simulator.world.status]).toEqual([1, 0]);
  expect(simulator.world.atBase[0]).toBe(0);
});

describe('many rules at once', () => {
  const crowded = {
    ...lively,
    severity: { fatalProbability: 0.3 },
    plan: [
      { day: '2020-02-01', arrive: { us: 300 }, toBase: 'beta', overDays: 20 },
      { day: '2020-03-01', handOver: 'alpha', personnelTo: 'beta', overDays: 5 },
    ],
    rules: [
      { name: 'retaliate', after: { killedAtLeast: 1 }, then: { strike: {} } },
      ...['us', 'uk'].map((contingent) => ({
        name: `${contingent} goes`,
        contingent,
        after: { ownKilledAtLeast: 2, attacksAtLeast: 4, withinDays: 14 },
        then: [
          { leave: { probability: 0.2, forDays: 20 } },
          { halve: { probability: 0.3, forDays: { uniform: { low: 5, high: 40 } }, overDays: 4 } },
          { relocate: { probability: 0.4, toBase: 'beta', forDays: 10, overDays: 3 } },
        ],
        coolDownDays: 5,
      })),
      { name: 'hold', after: { attacksAtLeast: 5, withinDays: 20 }, then: { hold: { forDays: 10 } } },
      { name: 'truce', after: { daysWithoutStrike: 15 }, then: { truce: { forDays: 10 } } },
    ],
  };

  test('personnel are conserved, and never negative', () => {
    const simulator = new Simulator(compiled(crowded));
    const { world } = simulator;
    let fired = 0;
    for (let replication = 0; replication < 200; replication++) {
      simulator.run({ seed: 5, replication }, () => {
        expect(fewestAnywhere(world)).toBeGreaterThanOrEqual(0);
      });
      expect([world.everywhere(0), world.everywhere(1)]).toEqual([1100, 401]);
      expect([countInTheatre(world, 0), countInTheatre(world, 1)]).toEqual([...world.inTheatre]);
      fired += simulator.rules.fired.reduce((sum, times) => sum + times, 0);
    }
    expect(fired).toBeGreaterThan(500);
  });

  test('a replication is the same alone and after others', () => {
    const simulator = new Simulator(compiled(crowded));
    const fingerprints = [0, 1, 2, 3].map((replication) => simulator.run({ seed: 1, replication }).fingerprint);
    expect(new Simulator(compiled(crowded)).run({ seed: 1, replication: 3 }).fingerprint).toBe(fingerprints[3]);
  });

  test('everything that rules do passes through the calendar', () => {
    const simulator = new Simulator(compiled(crowded));
    for (let replication = 0; replication < 20; replication++) {
      const rows: string[] = [];
      const events = countEvents(simulator);
      const end = simulator.run({ seed: 1, replication }, ({ kind }) => rows.push(kind));
      expect(events.reduce((sum, n) => sum + n, 0)).toBe(end.events);
      expect(rows.filter((kind) => kind === 'strike')).toHaveLength(simulator.rules.strikes);
      const fired = simulator.rules.fired.reduce((sum, times) => sum + times, 0);
      expect(rows.filter((kind) => kind === 'rule')).toHaveLength(fired);
    }
  });
});

test('a rule that never fires changes no number', () => {
  const never = [{ name: 'never', after: { killedAtLeast: 1 }, then: { truce: { probability: 0, forDays: 1 } } }];
  const [without, with_] = [compiled(lively), compiled({ ...lively, rules: never })].map((scenario) =>
    simulate(scenario, { n: 30 }),
  );
  for (const name of ['fingerprint', 'expectedPersonAttacks', 'killed']) expect(with_!(name)).toEqual(without!(name));
});

test('a rule that sets itself off for ever is ended by the cap', () => {
  const scenario = compiled({
    maxEvents: 5000,
    rules: [
      {
        name: 'restless',
        after: { daysWithoutStrike: 0.001 },
        then: { strike: { ...always, magnitude: 0 } },
        coolDownDays: 0,
      },
    ],
  });
  const outcome = simulate(scenario, { n: 2 });
  expect(outcome('capped')).toEqual([1, 1]);
  expect(outcome('ruleFired.restless')[0]).toBeGreaterThan(1500);
});

describe('faults', () => {
  const faultsOf = (rules: object[], more: object = {}): string[] => {
    const read = readScenario({ ...plain, contingents, bases, rules, ...more });
    if (read.kind === 'faults') return read.faults.map(faultText);
    return planFaults(compileScenario(read.scenario)).map(faultText);
  };

  test('the example of a scenario file is taken', () => {
    const retaliate = {
      name: 'retaliate',
      after: { killedAtLeast: 1 },
      then: { strike: { probability: 0.8, delayDays: { mean: 3, shape: 2 } } },
      coolDownDays: 14,
    };
    expect(faultsOf([retaliate])).toEqual([]);
  });

  test('names that are not there are told with what was meant', () => {
    expect(
      faultsOf([
        {
          name: 'a',
          contingent: 'ukk',
          after: { ownKilledAtLeast: 1 },
          then: [{ relocate: { fromBase: 'alpa', toBase: 'bta' } }, { truce: { forDays: 3, actors: ['militia'] } }],
        },
      ]),
    ).toEqual([
      'rules[0].contingent must name a contingent of this scenario, got "ukk"; did you mean uk?',
      'rules[0].then[0].relocate.fromBase must name a base of this scenario, got "alpa"; did you mean alpha?',
      'rules[0].then[0].relocate.toBase must name a base of this scenario, got "bta"; did you mean beta?',
      'rules[0].then[1].truce.actors must name an actor of this scenario, got "militia"; did you mean militias?',
    ]);
  });

  test('a misspelt action or condition is told with what was meant', () => {
    expect(faultsOf([{ name: 'a', after: { killdAtLeast: 1 }, then: { strik: {} } }])).toEqual([
      'rules[0].after.killdAtLeast must be a known key, got 1; did you mean killedAtLeast?',
      'rules[0].then.strik must be a known key, got {}; did you mean strike?',
    ]);
  });

  test('a condition without its other half, or without the contingent it is about, is told', () => {
    expect(faultsOf([{ name: 'a', after: { attacksAtLeast: 2 }, then: { leave: {} } }])).toEqual([
      'rules[0].after.attacksAtLeast must come with withinDays',
      'rules[0].contingent must be given; then.leave is about one contingent',
    ]);
    expect(faultsOf([{ name: 'a', after: {}, then: { strike: {} } }])[0]).toMatch(
      /^rules\[0\]\.after must hold at least one of killedAtLeast/,
    );
    expect(faultsOf([{ name: 'a', after: { daysWithoutStrike: 3 }, then: { harden: { rise: 1 } } }])[0]).toMatch(
      /^rules\[0\]\.then\.harden\.base must be given/,
    );
  });

  test('two rules of one name are told apart by nothing', () => {
    const rule = { name: 'a', after: { killedAtLeast: 1 }, then: { strike: {} } };
    expect(faultsOf([rule, rule])[0]).toMatch(/^rules\[1\]\.name must be a name of its own/);
  });

  test('alternatives add up to at most 1, at the upper ends of their laws', () => {
    const then = [{ leave: { probability: 0.6 } }, { halve: { probability: { uniform: { low: 0.1, high: 0.5 } } } }];
    expect(faultsOf([{ name: 'quit', contingent: 'uk', after: { ownKilledAtLeast: 1 }, then }])).toEqual([
      'rules[0].then of quit must have probabilities that add up to at most 1, got 1.1; at most one of them is done; lower them, or cut their laws with high',
    ]);
  });

  test('a truce that nobody can reach is told, also where strikes by date leave no such time', () => {
    const rules = [{ name: 'truce', after: { daysWithoutStrike: 60 }, then: { truce: { forDays: 30 } } }];
    expect(faultsOf(rules)).toEqual([]);
    expect(faultsOf([{ ...rules[0], after: { daysWithoutStrike: 101 } }])).toEqual([
      'rules[0].after.daysWithoutStrike of truce must be reached within the scenario: the longest time without a strike is 100 days, got 101; lower it, or end later',
    ]);
    expect(faultsOf(rules, { strikes: { events: [{ day: '2020-02-20' }] } })[0]).toMatch(/longest time .* is 50 days/);
    expect(faultsOf(rules, { strikes: { events: [{ day: '2020-02-20', probability: 0.5 }] } })).toEqual([]);
  });

  test('of two strikes before the start the later one counts for a truce that nobody can reach', () => {
    const rules = [{ name: 'truce', after: { daysWithoutStrike: 60 }, then: { truce: { forDays: 30 } } }];
    const events = [{ day: '2019-10-01' }, { day: '2019-12-31' }];
    expect(faultsOf(rules, { end: '2020-01-30', strikes: { events } })[0]).toMatch(/longest time .* is 31 days/);
  });

  test('under the chain of severity its own dead decide, not those of the quick law', () => {
    const rules = [{ name: 'r', after: { killedAtLeast: 1 }, then: { strike: { probability: 1 } } }];
    const actors = { militias: { ...militias, branching: { militias: 0.4, strikes: 6 } } };
    const deadly = { law: 'chain', chain: { casualtiesPerImpact: 6 } };
    expect(faultsOf(rules, { actors, severity: deadly })[0]).toMatch(/spectral radius below 1 /);
    const harmless = { law: 'chain', fatalProbability: 0.9, chain: { casualtiesPerImpact: 0.1 } };
    expect(faultsOf(rules, { actors, severity: harmless })).toEqual([]);
  });

  test('striking back that can only run away is told', () => {
    const rules = [{ name: 'r', after: { killedAtLeast: 1 }, then: { strike: { probability: 1 } } }];
    const actors = { militias: { ...militias, branching: { militias: 0.4, strikes: 4 } } };
    expect(faultsOf(rules, { actors, severity: { fatalProbability: 0.1 } })).toEqual([]);
    expect(faultsOf(rules, { actors, severity: { fatalProbability: 0.2 } })[0]).toMatch(
      /spectral radius below 1 .* or the chance of striking back$/,
    );
  });
});
