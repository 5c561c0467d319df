import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timetableOf } from '../../src/model/compile-timetable.js';
import type { CompiledScenario } from '../../src/model/compile.js';
import { outcomeColumns } from '../../src/model/outcome-columns.js';
import { recordOutcomes } from '../../src/model/record-outcomes.js';
import { Simulator } from '../../src/model/replication.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
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
    expect(timetableOf(scenario)?.events).toBe(163);
    expectSame(scenario, 5);
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
