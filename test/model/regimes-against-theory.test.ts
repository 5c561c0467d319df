import { describe, expect, test } from 'vitest';
import { traceReplication } from '../../src/experiment/run-replications.js';
import type { CompiledScenario } from '../../src/model/compile.js';
import { planFaults } from '../../src/model/check-plan.js';
import { Simulator } from '../../src/model/replication.js';
import { faultText } from '../../src/model/scenario/fault.js';
import { worstStretch } from '../../src/model/worst-stretch.js';
import { expectedCounts, growthPerDay } from '../../src/theory/network-counts.js';
import { expectMean, expectRejected } from '../kernel/z-score.js';
import { rich } from './rich-scenario.js';
import { compileScenario } from '../../src/model/compile.js';
import { compiled, endAfter, plain, readOrFail, simulate } from './small-scenario.js';

// Branch points, chains of regimes and growth, through the engine, against exact answers. |z| ≤ 4, seeds fixed.

const read = (input: unknown): CompiledScenario => compileScenario(readOrFail(input));
const location = { lat: 0, lon: 0 };
const oneIf = (truth: boolean): number => (truth ? 1 : 0);

/** Working fails at 0.1 per day and is repaired at 0.5 (shape 1: memoryless stays). */
const availability = (days: number, gates = { up: 1, down: 0 }): CompiledScenario =>
  read({
    ...plain,
    end: endAfter(days),
    regimeChains: [
      {
        name: 'machine',
        start: 'up',
        states: {
          up: { gate: gates.up, stayDays: { shape: 1, scale: 10 }, next: { down: 1 } },
          down: { gate: gates.down, stayDays: { scale: 2 }, next: { up: 1 } },
        },
      },
    ],
  });

/** ∫ A(t) dt of A(t) = 5/6 + e^{−0.6t}/6. */
const upDays = (days: number): number => (5 / 6) * days - Math.expm1(-0.6 * days) / 6 / 0.6;

describe('a chain of regimes', () => {
  test('is in its state as often as an alternating renewal process: 0.833333 in the long run, 0.8835324 on day 2', () => {
    const hundred = simulate(availability(100), { n: 1500 });
    expectMean('days up', hundred('regimeDays.machine.up'), upDays(100));
    expect(upDays(1e7) / 1e7).toBeCloseTo(0.833333, 6);
    const two = availability(2);
    const simulator = new Simulator(two);
    const upOnDay2 = Array.from({ length: 4000 }, (_, replication) => {
      let last = '';
      simulator.run({ seed: 1, replication }, ({ kind, name = '' }) => {
        if (kind === 'regime') last = name;
      });
      return oneIf(last === 'machine: up');
    });
    expectMean('up on day 2', upOnDay2, 0.8835324);
    expectRejected('up on day 2, as in the long run', upOnDay2, 0.833333);
  });

  test('days in its states add up to the days it runs, from its first day to its last', () => {
    const outcome = simulate(availability(100), { n: 200 });
    const down = outcome('regimeDays.machine.down');
    outcome('regimeDays.machine.up').forEach((up, i) => {
      expect(up + down[i]!).toBeCloseTo(100, 9);
    });
    const part = read({
      ...plain,
      regimeChains: [
        { name: 'late', start: 'on', firstDay: '2020-01-11', lastDay: '2020-01-30', states: { on: { gate: 3 } } },
      ],
    });
    const late = simulate(part, { n: 1 });
    expect(late('regimeDays.late.on')).toEqual([20]);
    expect(late('expectedAttacks')[0]).toBeCloseTo(0.2 * (80 + 20 * 3), 9);
  });

  test('mean attacks follow the mean of its gate, and it multiplies with a regime of a track', () => {
    const [up, down] = [0.5, 4];
    const mean = 0.2 * (up * upDays(100) + down * (100 - upDays(100)));
    const outcome = simulate(availability(100, { up, down }), { n: 1500 });
    expectMean('attacks', outcome('attacks'), mean);
    expectMean('integrated rate', outcome('expectedAttacks'), mean);
    const doubled = read({
      ...availability(100, { up, down }).scenario,
      regimes: [{ name: 'more', firstDay: '2020-01-01', gate: 2 }],
    });
    const twice = simulate(doubled, { n: 50 })('expectedAttacks');
    simulate(availability(100, { up, down }), { n: 50 })('expectedAttacks').forEach((once, i) => {
      expect(twice[i]).toBeCloseTo(2 * once, 9);
    });
  });

  test('stays have the Gamma law, by shape and scale or by mean and sd', () => {
    for (const stayDays of [
      { shape: 2, scale: 10 },
      { mean: 20, sd: 20 / Math.SQRT2 },
    ]) {
      const scenario = read({
        ...plain,
        end: endAfter(30),
        regimeChains: [{ name: 'c', start: 'a', states: { a: { gate: 1, stayDays, next: { b: 1 } }, b: { gate: 1 } } }],
      });
      const inA = simulate(scenario, { n: 2000 })('regimeDays.c.a');
      // Survival of a Gamma of shape 2 is (1 + x)e^{−x}, x = 30/10, and ∫₀ᵀ of it 20 − 10(2 + x)e^{−x}.
      expectMean(
        'still there on day 30',
        inA.map((days) => oneIf(days === 30)),
        4 * Math.exp(-3),
      );
      expectMean('days there', inA, 20 - 10 * 5 * Math.exp(-3));
    }
  });

  test('the next state is chosen by weight, and a state without a next lasts for ever', () => {
    const scenario = read({
      ...plain,
      regimeChains: [
        {
          name: 'c',
          start: 'a',
          states: {
            a: { gate: 1, stayDays: { scale: 5 }, next: { b: 3, d: 7, never: 0 } },
            b: { gate: 0 },
            d: { gate: 2 },
            never: { gate: 1 },
          },
        },
      ],
    });
    const outcome = simulate(scenario, { n: 2000 });
    const left = 1 - Math.exp(-20);
    expectMean(
      'ends in b',
      outcome('regimeDays.c.b').map((days) => oneIf(days > 0)),
      0.3 * left,
    );
    expectMean('days in d', outcome('regimeDays.c.d'), 0.7 * (100 - 5 * left));
    expect(Math.max(...outcome('regimeDays.c.never'))).toBe(0);
  });

  test('draws from a stream of its own: at gates of 1 every attack stays as it was', () => {
    const with1 = read({ ...rich, regimeChains: availability(100, { up: 1, down: 1 }).scenario.regimeChains });
    for (const name of ['attacks', 'personAttacks', 'killed', 'regimeDays.truce'])
      expect(simulate(with1, { n: 40 })(name), name).toEqual(simulate(compiled(rich), { n: 40 })(name));
  });
});

test('of two regimes of one track that began before the start the later one holds, however they are listed', () => {
  const regimes = [
    { name: 'newer', firstDay: '2019-12-01', gate: 3 },
    { name: 'older', firstDay: '2019-11-01', gate: 2 },
  ];
  for (const listed of [regimes, regimes.toReversed()]) {
    const outcome = simulate(read({ ...plain, regimes: listed }), { n: 1 });
    expect(outcome('regimeDays.newer')).toEqual([100]);
    expect(outcome('expectedAttacks')[0]).toBeCloseTo(60, 9);
  }
});

test('where a draw leaves every next state without weight, the chain stays where it is', () => {
  const weight = { choice: [{ value: 0 }] };
  const states = { a: { gate: 1, stayDays: { scale: 5 }, next: { b: weight } }, b: { gate: 0 } };
  const outcome = simulate(read({ ...plain, regimeChains: [{ name: 'c', start: 'a', states }] }), { n: 5 });
  expect(outcome('regimeDays.c.a')).toEqual([100, 100, 100, 100, 100]);
});

describe('a branch point', () => {
  const branched = (probability: unknown): CompiledScenario =>
    read({
      ...plain,
      bases: { ...plain.bases, beta: { location } },
      regimes: [
        { name: 'truce', firstDay: '2020-02-20', gate: 0 },
        { name: 'war', firstDay: '2020-02-20', gate: 3 },
      ],
      plan: [
        { name: 'go', day: '2020-03-01', withdraw: 'all', fromBase: 'alpha' },
        { name: 'come', day: '2020-03-11', arrive: { us: 500 }, toBase: 'beta' },
      ],
      branches: [
        {
          name: 'talks',
          day: '2020-02-20',
          probability,
          then: { regimes: ['truce'], plan: ['go'] },
          otherwise: { regimes: ['war'], plan: ['come'] },
        },
      ],
    });

  test('takes its first course with its probability, and mean attacks are p a + (1 − p) b', () => {
    const outcome = simulate(branched(0.3), { n: 2000 });
    // Fifty days at gate 1, then fifty at 0 or at 3.
    const [a, b] = [0.2 * 50, 0.2 * (50 + 3 * 50)];
    expectMean('branch', outcome('branch.talks'), 0.3);
    expectMean('attacks', outcome('attacks'), 0.3 * a + 0.7 * b);
    const branch = outcome('branch.talks');
    outcome('expectedAttacks').forEach((expected, i) => {
      expect(expected).toBeCloseTo(branch[i] === 1 ? a : b, 9);
    });
    outcome('regimeDays.war').forEach((days, i) => {
      expect(days).toBe(branch[i] === 1 ? 0 : 50);
    });
  });

  test('switches lines of the plan: those of the other course never enter the calendar', () => {
    const outcome = simulate(branched(0.3), { n: 200 });
    const branch = outcome('branch.talks');
    outcome('personDays').forEach((personDays, i) => {
      expect(personDays).toBeCloseTo(branch[i] === 1 ? 60_000 : 100_000 + 500 * 30, 6);
    });
    for (let replication = 0; replication < 20; replication++) {
      const rows = traceReplication(branched(0.3), { seed: 1, replication });
      const told = rows.filter(({ kind }) => kind === 'branch');
      expect(told).toEqual([
        { kind: 'branch', day: 50, name: branch[replication] === 1 ? 'talks: then' : 'talks: otherwise' },
      ]);
      expect(rows.filter(({ kind }) => kind === 'departure')).toHaveLength(branch[replication] === 1 ? 10 : 0);
    }
  });

  test('at probability 0 or 1 there is no chance left, and its probability may itself be uncertain', () => {
    expect(new Set(simulate(branched(0), { n: 50 })('branch.talks'))).toEqual(new Set([0]));
    expect(new Set(simulate(branched(1), { n: 50 })('branch.talks'))).toEqual(new Set([1]));
    const unsure = simulate(branched({ uniform: { low: 0.2, high: 0.6 } }), { n: 2000 });
    expectMean('branch', unsure('branch.talks'), 0.4);
  });

  test('what two branch points name happens only if both say so', () => {
    const { scenario } = branched(0.5);
    const both = read({
      ...scenario,
      branches: [
        ...scenario.branches,
        { name: 'vote', day: '2020-02-01', probability: 0.5, then: { regimes: ['war'] } },
      ],
    });
    const outcome = simulate(both, { n: 400 });
    const [talks, vote] = [outcome('branch.talks'), outcome('branch.vote')];
    outcome('regimeDays.war').forEach((days, i) => {
      expect(days).toBe(talks[i] === 0 && vote[i] === 1 ? 50 : 0);
    });
    expectMean('war', outcome('regimeDays.war'), 12.5);
  });

  test('every course of the plan is tried before a run', () => {
    const { scenario } = branched(0.5);
    const item = (name: string) => ({ name, day: '2020-03-20', withdraw: { us: 600 }, fromBase: 'alpha' });
    const twice = { ...scenario, plan: [...scenario.plan, item('late')] };
    expect(planFaults(read(twice)).map(faultText)[0]).toMatch(/^plan\[2\] must move no more us than are there: only 0/);
    const [talks] = scenario.branches;
    const apart = { ...talks, otherwise: { ...talks!.otherwise, plan: ['come', 'late'] } };
    expect(planFaults(read({ ...twice, branches: [apart] }))).toEqual([]);
  });
});

describe('growth above criticality', () => {
  const self = { ...plain.actors.militias, baselinePerDay: 0.1, branching: { militias: 0.4 }, meanLagDays: 10 };
  const war = { name: 'war', firstDay: '2020-02-01', lastDay: '2020-02-20', gate: 3 };

  test('of a regime that ends is e^{gL} with g = β(γn − 1), and is told with its days', () => {
    const scenario = read({ ...plain, actors: { militias: self }, regimes: [war] });
    expect(planFaults(scenario)).toEqual([]);
    const outcome = simulate(scenario, { n: 2 });
    expect(outcome('regimeGrowth')[0]).toBeCloseTo(Math.exp(0.1 * (3 * 0.4 - 1) * 20), 12);
    expect(outcome('supercriticalDays')).toEqual([20, 20]);
    expect(worstStretch(scenario, { seed: 1, replication: 0 })).toEqual({
      days: 20,
      exponent: expect.closeTo(0.4, 12) as number,
      names: 'war',
    });
    const calm = simulate(read({ ...plain, actors: { militias: self }, regimes: [{ ...war, gate: 2 }] }), { n: 1 });
    expect(calm('regimeGrowth')).toEqual([1]);
    expect(calm('supercriticalDays')).toEqual([0]);
  });

  test('adds up over regimes that follow one another, with fatal attacks and several actors as in the theory', () => {
    const actors = {
      a: { ...self, branching: { a: 0.4, b: 0.2 }, fatalBoost: 0.5, meanLagDays: 5 },
      b: { ...self, branching: { a: 0.1, b: 0.3 }, fatalBoost: 1 },
    };
    const scenario = read({
      ...plain,
      actors,
      severity: { fatalProbability: 0.1 },
      regimes: [war, { ...war, name: 'worse', firstDay: '2020-02-21', lastDay: '2020-02-25', gate: 4, actors: ['b'] }],
    });
    const g = (gates: readonly [number, number]): number =>
      growthPerDay({
        branching: [
          [0.4 * gates[0], 0.2 * gates[0]],
          [0.1 * gates[1], 0.3 * gates[1]],
        ],
        decay: [0.2, 0.1],
        jumps: [
          { mean: 1.05, meanSquare: NaN },
          { mean: 1.1, meanSquare: NaN },
        ],
      });
    expect(g([3, 3])).toBeGreaterThan(0);
    expect(g([1, 4])).toBeGreaterThan(0);
    expect(simulate(scenario, { n: 1 })('regimeGrowth')[0]).toBeCloseTo(Math.exp(20 * g([3, 3]) + 5 * g([1, 4])), 9);
  });

  test('attacks under it have the mean of the moment equations, which need no stability', () => {
    const days = 60;
    const all = { name: 'war', firstDay: '2020-01-01', lastDay: endAfter(days), gate: 3 };
    const scenario = read({ ...plain, end: endAfter(days), actors: { militias: self }, regimes: [all] });
    const [mean] = expectedCounts({ baseline: [0.3], branching: [[1.2]], decay: [0.1], start: [0], horizon: days });
    expectMean('attacks', simulate(scenario, { n: 1500 })('attacks'), mean!);
  });

  test('a chain must leave a state before growth outruns the tail of its stay: g θ < 1', () => {
    const chain = (scale: unknown) => [
      {
        name: 'conflict',
        start: 'calm',
        states: {
          calm: { gate: 1, stayDays: { scale: 30 }, next: { war: 1 } },
          war: { gate: 3, stayDays: { shape: 2, scale }, next: { calm: 1 } },
        },
      },
    ];
    const scenario = (scale: unknown) => read({ ...plain, actors: { militias: self }, regimeChains: chain(scale) });
    // g = 0.1 (1.2 − 1) = 0.02 per day, so the scale must stay below 50 days.
    expect(planFaults(scenario(49.9))).toEqual([]);
    expect(planFaults(scenario(50.1)).map(faultText)).toEqual([
      'regimeChains[0].states.war.stayDays must have a scale below 1 over the growth of attacks per day in that state, got growth times scale 1.002; mean attacks would have no bound; lower the gate, branching, or the scale (sd²/mean) of the stay',
    ]);
    expect(planFaults(scenario({ uniform: { low: 40, high: 60 } }))).toEqual([]);
    const drawn = simulate(scenario({ uniform: { low: 40, high: 60 } }), { n: 600 });
    // Half of the draws fail: redraws are geometric with mean 1.
    expectMean('redraws', drawn('parameterRedraws'), 1);
  });

  test('a chain state that lasts for ever must be stable, and so must the worst course of a branch', () => {
    const ends = (gate: number) =>
      read({
        ...plain,
        actors: { militias: self },
        regimeChains: [
          {
            name: 'c',
            start: 'a',
            states: { a: { gate: 1, stayDays: { scale: 5 }, next: { b: 1 } }, b: { gate } },
          },
        ],
      });
    expect(planFaults(ends(2.4))).toEqual([]);
    expect(planFaults(ends(2.6))[0]!.rule).toMatch(/spectral radius below 1 in every regime that can last, got 1\.04/);
    // Gates of 2 in two tracks multiply to 4, unless they belong to two courses of one branch.
    const regimes = ['one', 'other'].map((name) => ({ name, track: name, firstDay: '2020-02-01', gate: 2 }));
    const together = { ...plain, actors: { militias: self }, regimes };
    expect(planFaults(read(together))).toHaveLength(1);
    const branch = { name: 'x', day: '2020-02-01', probability: 0.5 };
    const [then, otherwise] = [{ regimes: ['one'] }, { regimes: ['other'] }];
    expect(planFaults(read({ ...together, branches: [{ ...branch, then, otherwise }] }))).toEqual([]);
  });
});

test('a scenario without branches and chains gives the numbers that are pinned: new ones need a line in the changelog', () => {
  const outcome = simulate(compiled(rich), { n: 8, seed: 5 });
  expect(outcome('fingerprint')).toEqual([
    6394427230368242, 97495087457899, 8201418482878341, 3421413278010589, 6488569577943065, 1957564993294969,
    6937074843678397, 7653042178513822,
  ]);
  expect(outcome('attacks')).toEqual([24, 61, 42, 17, 55, 31, 14, 38]);
  expect(outcome('personAttacks')).toEqual([38384, 92994, 64060, 25769, 75341, 45302, 16472, 54402]);
  expect(outcome('expectedAttacks')).toEqual([
    27.67415464013616, 60.618271340468816, 37.76680818422941, 17.21216228496711, 50.71141291875437, 29.312716402456616,
    15.686216921306345, 45.35266287181644,
  ]);
});
