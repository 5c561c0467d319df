import { describe, expect, test } from 'vitest';
import { traceReplication } from '../../src/experiment/run-replications.js';
import { planFaults } from '../../src/model/check-plan.js';
import { compileScenario, type CompiledScenario } from '../../src/model/compile.js';
import type { Happening } from '../../src/model/happening.js';
import { Simulator } from '../../src/model/replication.js';
import { faultText } from '../../src/model/scenario/fault.js';
import { readScenario } from '../../src/model/scenario/read-scenario.js';
import { plain, readOrFail, simulate } from './small-scenario.js';

const location = { lat: 0, lon: 0 };
const quiet = { militias: { ...plain.actors.militias, baselinePerDay: 0 } };

/** Three bases, 100 days, nobody attacks; groups of at most 100. */
const scenarioOf = (change: object): CompiledScenario =>
  compileScenario(
    readOrFail({
      ...plain,
      actors: quiet,
      bases: {
        alpha: { location, garrison: { us: 1000 } },
        beta: { location, garrison: { us: 400 } },
        gamma: { location },
      },
      ...change,
    }),
  );
const rowsOf = (scenario: CompiledScenario): Happening[] => traceReplication(scenario, { seed: 1, replication: 0 });
const departuresOf = (scenario: CompiledScenario): (readonly [number, string | undefined, number | undefined])[] =>
  rowsOf(scenario)
    .filter(({ kind }) => kind === 'departure')
    .map(({ day, base, persons }) => [day, base, persons] as const);
const outcomeOf = (scenario: CompiledScenario, name: string): number => simulate(scenario, { n: 1 })(name)[0]!;

/** 300 persons in three groups and 200 in two, ordered on day 10 and day 11. */
const two = [
  { day: '2020-01-11', name: 'first', move: { us: 300 }, fromBase: 'alpha', toBase: 'gamma' },
  { day: '2020-01-12', name: 'second', move: { us: 200 }, fromBase: 'beta', toBase: 'gamma' },
];

describe('lift', () => {
  test('groups leave one after another, each when its persons have been paid for', () => {
    const scenario = scenarioOf({ lift: { byRoad: 50 }, plan: two });
    expect(departuresOf(scenario)).toEqual([
      [12, 'alpha', 100],
      [14, 'alpha', 100],
      [16, 'alpha', 100],
      [18, 'beta', 100],
      [20, 'beta', 100],
    ]);
    // 100 persons each: 2 + 4 + 6 days after day 10, and 7 + 9 days after day 11.
    expect(outcomeOf(scenario, 'liftWaitDays')).toBe(100 * (2 + 4 + 6 + 7 + 9));
    expect(outcomeOf(scenario, 'lastDepartureDay')).toBe(20);
    expect(outcomeOf(scenario, 'movesUnfinished')).toBe(0);
  });

  test('an order with a higher priority goes first, but no turn that has begun is broken off', () => {
    const [first, second] = two;
    const later = scenarioOf({ lift: { byRoad: 50 }, plan: [first, { ...second, priority: 1 }] });
    expect(departuresOf(later).map(([day, base]) => [day, base])).toEqual([
      [12, 'alpha'],
      [14, 'beta'],
      [16, 'beta'],
      [18, 'alpha'],
      [20, 'alpha'],
    ]);
    const together = scenarioOf({
      lift: { byRoad: 50 },
      plan: [first, { ...second, day: '2020-01-11', priority: 1 }],
    });
    expect(departuresOf(together).map(([, base]) => base)).toEqual(['beta', 'beta', 'alpha', 'alpha', 'alpha']);
  });

  test('the last departure follows from capacity, whatever days were wished for', () => {
    for (const perDay of [20, 75, 400]) {
      for (const overDays of [0, 1]) {
        const plan = [{ ...two[0]!, move: 'all', overDays }];
        const last = outcomeOf(scenarioOf({ lift: { byRoad: perDay }, plan }), 'lastDepartureDay');
        // Groups are planned at (i − ½)/10 of the days; while they queue the server never rests after the first.
        const exact = Math.max(10 + overDays / 20 + 1000 / perDay, 10 + (overDays * 19) / 20 + 100 / perDay);
        expect(last, `${perDay} a day over ${overDays}`).toBeCloseTo(exact, 9);
      }
    }
  });

  test('roads and aircraft are two queues, and a way without a number is no limit', () => {
    const plan = [two[0]!, { ...two[1]!, by: 'air' }];
    expect(departuresOf(scenarioOf({ lift: { byRoad: 50 }, plan })).map(([day, base]) => [day, base])).toEqual([
      [11, 'beta'],
      [11, 'beta'],
      [12, 'alpha'],
      [14, 'alpha'],
      [16, 'alpha'],
    ]);
    const both = departuresOf(scenarioOf({ lift: { byRoad: 50, byAir: 200 }, plan }));
    expect(both.map(([day]) => day)).toEqual([11.5, 12, 12, 14, 16]);
    const ample = scenarioOf({ lift: { byRoad: 1e9, byAir: 1e9 }, plan });
    const free = departuresOf(scenarioOf({ plan }));
    departuresOf(ample).forEach(([day, base, persons], i) => {
      expect(day).toBeCloseTo(free[i]![0], 5);
      expect([base, persons]).toEqual(free[i]!.slice(1));
    });
  });

  test('those who cannot leave before the end are counted, with the days they waited until then', () => {
    const scenario = scenarioOf({ end: '2020-01-20', lift: { byRoad: 40 }, plan: [two[0]!] });
    // T = 20: groups leave on days 12.5, 15 and 17.5; with 20 a day on 15, 20 and never.
    expect(outcomeOf(scenario, 'movesUnfinished')).toBe(0);
    const slow = scenarioOf({ end: '2020-01-20', lift: { byRoad: 20 }, plan: [two[0]!] });
    expect(outcomeOf(slow, 'movesUnfinished')).toBe(100);
    expect(outcomeOf(slow, 'liftWaitDays')).toBe(100 * (5 + 10 + 10));
    expect(outcomeOf(slow, 'lastDepartureDay')).toBe(20);
    const never = scenarioOf({ lift: { byRoad: 0 }, plan: [two[0]!] });
    expect(outcomeOf(never, 'movesUnfinished')).toBe(300);
    expect(outcomeOf(never, 'liftWaitDays')).toBe(300 * 90);
    expect(outcomeOf(never, 'lastDepartureDay')).toBeNaN();
  });

  test('without lift nobody waits', () => {
    const scenario = scenarioOf({ plan: two });
    expect(outcomeOf(scenario, 'liftWaitDays')).toBe(0);
    expect(outcomeOf(scenario, 'lastDepartureDay')).toBe(11);
    expect(outcomeOf(scenarioOf({}), 'lastDepartureDay')).toBeNaN();
    expect(rowsOf(scenario).some(({ kind }) => kind === 'waitsForLift')).toBe(false);
  });

  test('a hand-over waits for the last, and those who come meanwhile are carried and paid for too', () => {
    const handOver = { day: '2020-01-11', handOver: 'beta', personnelTo: 'gamma' };
    const kinds = (plan: readonly object[]): (readonly [string, number, number | undefined])[] =>
      rowsOf(scenarioOf({ lift: { byRoad: 50 }, plan }))
        .filter(({ kind }) => kind === 'departure' || kind === 'handOver')
        .map(({ kind, day, persons }) => [kind, day, persons] as const);
    expect(kinds([handOver]).at(-1)).toEqual(['handOver', 18, undefined]);
    // 50 more on day 17, while the last hundred are being carried: one more day.
    expect(kinds([handOver, { day: '2020-01-18', arrive: { us: 50 }, toBase: 'beta' }]).slice(-2)).toEqual([
      ['departure', 19, 150],
      ['handOver', 19, undefined],
    ]);
    // 50 more after the last have left and before the day of the hand-over: they queue as well.
    const dated = { ...handOver, handOverDay: '2020-01-31' };
    expect(kinds([dated, { day: '2020-01-25', arrive: { us: 50 }, toBase: 'beta' }]).slice(-2)).toEqual([
      ['departure', 31, 50],
      ['handOver', 31, undefined],
    ]);
  });

  test('a base that is empty is handed over without waiting for lift', () => {
    const rows = rowsOf(
      scenarioOf({
        lift: { byRoad: 1 },
        plan: [two[0]!, { day: '2020-01-11', handOver: 'gamma', personnelTo: 'home' }],
      }),
    );
    expect(rows.find(({ kind }) => kind === 'handOver')?.day).toBe(10);
  });

  test('personnel are conserved in every instant', () => {
    const plan = [
      ...two,
      {
        day: '2020-01-13',
        withdraw: { us: { share: 0.37 } },
        fromBase: 'alpha',
        overDays: 20,
        returnDay: '2020-03-01',
      },
      { day: '2020-01-20', handOver: 'beta', personnelTo: 'home', by: 'air', priority: 2 },
      { day: '2020-01-21', arrive: { us: 90 }, toBase: 'beta', overDays: 9 },
    ];
    for (const perDay of [0, 7, 33, 250]) {
      const simulator = new Simulator(scenarioOf({ lift: { byRoad: perDay, byAir: perDay }, plan }));
      simulator.run({ seed: 1, replication: 0 }, ({ kind }) => {
        if (kind === 'waitsForLift') expect(simulator.world.everywhere(0)).toBe(1400);
        expect(Math.min(...simulator.world.present)).toBeGreaterThanOrEqual(0);
      });
      expect(simulator.world.everywhere(0)).toBe(1400);
    }
  });
});

describe('check', () => {
  const faultsOf = (change: object): string[] => planFaults(scenarioOf(change)).map(faultText);

  test('a lift of zero with orders that need it is told, and one that nobody needs is not', () => {
    expect(faultsOf({ lift: { byRoad: 0 }, plan: two })).toEqual([
      'lift.byRoad must be more than 0: plan[0], plan[1] would never leave by road, got 0; give a capacity, or leave it out for no limit',
    ]);
    expect(faultsOf({ lift: { byAir: 0 }, plan: two })).toEqual([]);
    const rules = [{ name: 'go', contingent: 'us', after: { killedAtLeast: 1 }, then: { leave: {} } }];
    expect(faultsOf({ lift: { byAir: 0 }, rules })[0]).toMatch(
      /^lift.byAir must be more than 0: rules\[0\] would never/,
    );
    expect(faultsOf({ lift: { byRoad: 0 }, rules })).toEqual([]);
  });

  test('a hand-over on a day that lift makes impossible is told with the day it would be reached', () => {
    const plan = [{ day: '2020-01-11', handOver: 'beta', personnelTo: 'gamma', handOverDay: '2020-01-18' }];
    expect(faultsOf({ lift: { byRoad: 100 }, plan })).toEqual([]);
    expect(faultsOf({ lift: { byRoad: 50 }, plan })).toEqual([
      'plan[0].handOverDay must not be before the last have left on 2020-01-19, got "2020-01-18"; start earlier, raise lift.byRoad, or give it a higher priority',
    ]);
    // Beyond the end of the scenario too: 400 persons at 2 a day take 200 days.
    expect(faultsOf({ lift: { byRoad: { uniform: { low: 2, high: 500 } } }, plan })[0]).toMatch(
      /must not be before the last have left on 2020-07-29/,
    );
  });

  test('a capacity below 0 is refused by the schema', () => {
    const read = readScenario({ ...plain, lift: { byRoad: -1, byAir: 'many' } });
    expect(read.kind === 'faults' ? read.faults.map(({ path }) => path) : []).toEqual(['lift.byRoad', 'lift.byAir']);
  });
});
