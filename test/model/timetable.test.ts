import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timetableOf } from '../../src/model/compile-timetable.js';
import { compileScenario, type CompiledScenario } from '../../src/model/compile.js';
import { Detail } from '../../src/model/detail.js';
import { outcomeColumns, weekCount } from '../../src/model/outcome-columns.js';
import { recordOutcomes } from '../../src/model/record-outcomes.js';
import { Simulator } from '../../src/model/replication.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import type { World } from '../../src/model/world.js';
import { loadCompiled } from '../scenarios/load-scenario.js';
import { randomScenario } from './random-scenario.js';
import { rich } from './rich-scenario.js';
import { compiled } from './small-scenario.js';

/** Everything that a replication gives. Where somebody is told of it, each order is worked out on its day. */
function rowOf(simulator: Simulator, replication: number, sink?: () => undefined): number[] {
  const end = simulator.run({ seed: 5, replication }, sink);
  const row = new Float64Array(outcomeColumns(simulator.compiled).length);
  recordOutcomes(simulator, end, row);
  const { weeklyAttacks, weeklyPersonAttacks, weeklyPersonDays } = simulator.tally;
  return [...row, ...weeklyAttacks, ...weeklyPersonAttacks, ...weeklyPersonDays];
}

/** Where everybody is. */
function placesOf({ present, atBase, inTheatre, outside, personsAtBases, personsInTransit }: World): number[] {
  return [...present, ...atBase, ...inTheatre, ...outside, personsAtBases, personsInTransit];
}

function expectSame(scenario: CompiledScenario, replications: number): void {
  const simulator = new Simulator(scenario);
  for (let replication = 0; replication < replications; replication++) {
    const workedOut = rowOf(simulator, replication, () => undefined);
    expect(rowOf(simulator, replication)).toEqual(workedOut);
  }
}

describe('a plan gives by its timetable, bit for bit, what it gives worked out order by order', () => {
  test('of 2020, with moves by road, ramps and hand-overs', async () => {
    const scenario = await loadCompiled('iraq-2020-consolidation.ts');
    expect(timetableOf(scenario)?.events).toHaveLength(163);
    expectSame(scenario, 5);
  });

  test('with windows or detail, for which person-days are asked for on other days than the ends of weeks', async () => {
    const scenario = await loadCompiled('iraq-2020-consolidation.ts');
    const windows = {
      odd: { firstDay: '2020-03-04', lastDay: '2020-06-09' },
      late: { firstDay: '2020-09-01', lastDay: '2020-10-13' },
    };
    expectSame(compileScenario({ ...scenario.scenario, windows }), 2);
    const simulator = new Simulator(scenario);
    const weeks = weekCount(scenario.horizonDays);
    const bases = scenario.baseKeys.length;
    const periodOfDay = Array.from({ length: Math.ceil(scenario.horizonDays) }, () => 0);
    const detail = new Detail({ bases, weeks, actors: scenario.actorKeys.length, periodOfDay });
    simulator.tally.detail = detail;
    const workedOut = [rowOf(simulator, 0, () => undefined), detail.personDays.slice()];
    expect([rowOf(simulator, 0), detail.personDays.slice()]).toEqual(workedOut);
  });

  test('where the cap on events or the end of a shared past stops it', async () => {
    const scenario = await loadCompiled('iraq-2020-consolidation.ts');
    for (const maxEvents of [1, 2, 14, 40, 41, 42, 43, 120, 200]) {
      const capped = compileScenario({ ...scenario.scenario, maxEvents });
      expectSame(capped, 1);
      const simulator = new Simulator(capped);
      const workedOut = [rowOf(simulator, 0, () => undefined), placesOf(simulator.world)];
      expect([rowOf(simulator, 0), placesOf(simulator.world)]).toEqual(workedOut);
    }
    const simulator = new Simulator(scenario);
    for (const day of [0.5, 7, 60, 123.4]) {
      const past = (sink?: () => undefined): number[] => {
        const row = new Float64Array(outcomeColumns(scenario).length);
        recordOutcomes(simulator, simulator.runBefore({ seed: 5, replication: 0, day }, sink), row);
        return [...row, ...placesOf(simulator.world)];
      };
      const workedOut = past(() => undefined);
      expect(past()).toEqual(workedOut);
    }
  });

  test('where it stops on the last day before what is due on it', () => {
    const location = { lat: 33, lon: 44 };
    const scenario = compiled({
      title: 'Under way overnight',
      start: '2020-01-01',
      end: '2020-01-01',
      contingents: { us: {} },
      bases: { north: { location, garrison: { us: 100 } }, south: { location: { lat: 34, lon: 44 } } },
      actors: { militias: {} },
      convoys: { transitDays: 1 },
      plan: [{ day: '2020-01-01', move: 'all', fromBase: 'north', toBase: 'south', by: 'road' }],
    });
    const simulator = new Simulator(scenario);
    const stand = (sink?: () => undefined): number[] => {
      simulator.runBefore({ seed: 1, replication: 0, day: 1 }, sink);
      return placesOf(simulator.world);
    };
    const workedOut = stand(() => undefined);
    expect(simulator.world.personsInTransit).toBe(100);
    expect(stand()).toEqual(workedOut);
  });

  test('whatever is ordered: too many, back again, announced, all at once, to a base given up', () => {
    const free = randomScenario.map((input): ScenarioInput => {
      const { rules, lift, supply, branches, ...plain } = input;
      // What makes a plan depend on luck is left out.
      void [rules, lift, supply, branches];
      return plain;
    });
    fc.assert(
      fc.property(free, (input) => {
        const scenario = compiled(input);
        expect(timetableOf(scenario)).toBeDefined();
        expectSame(scenario, 2);
      }),
      { numRuns: 12, seed: 11 },
    );
  });

  test('steps with which nobody comes: person-days are added up there all the same', () => {
    const { alpha, beta } = rich.bases;
    const bases = { alpha: { ...alpha, garrison: { us: 1000 } }, beta: { ...beta, garrison: { us: 300 } } };
    const plan = [{ name: 'in', day: '2020-01-10', arrive: { us: 3 }, toBase: 'beta', overDays: 20.1, everyDays: 0.3 }];
    expectSame(compiled({ ...rich, bases, plan } as ScenarioInput), 5);
  });

  test('where the cap on events ends it too', () => {
    const { scenario, ...rest } = compiled(rich);
    for (const maxEvents of [3, 20, 40]) expectSame({ ...rest, scenario: { ...scenario, maxEvents } }, 2);
  });
});

test('a plan that hangs on what is drawn, or that rules can change, has no timetable', () => {
  const withdraws = (persons: NonNullable<ScenarioInput['plan']>[number]): ScenarioInput => ({
    ...rich,
    plan: [persons],
  });
  const order = { name: 'w', day: '2020-02-01', fromBase: 'alpha' } as const;
  const drawn = { uniform: { low: 10, high: 20 } };
  expect(timetableOf(compiled(withdraws({ ...order, withdraw: { us: 10 } })))).toBeDefined();
  expect(timetableOf(compiled(withdraws({ ...order, withdraw: { us: drawn } })))).toBeUndefined();
  expect(timetableOf(compiled(withdraws({ ...order, withdraw: { us: 10 }, overDays: drawn })))).toBeUndefined();
  const leaves = {
    ...rich,
    rules: [{ name: 'go', contingent: 'uk', after: { killedAtLeast: 1 }, then: { leave: {} } }],
  };
  expect(timetableOf(compiled(leaves as ScenarioInput))).toBeUndefined();
  expect(timetableOf(compiled({ ...rich, lift: { byRoad: 100 } }))).toBeUndefined();
});
