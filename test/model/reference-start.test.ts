import { describe, expect, test } from 'vitest';
import type { CompiledScenario } from '../../src/model/compile.js';
import { withReference } from '../../src/model/reference-start.js';
import { Simulator } from '../../src/model/replication.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { consolidationMultipliers } from '../../src/theory/consolidation.js';
import { expectClose } from '../cases/compare.js';
import { rich } from './rich-scenario.js';
import { compiled, endAfter, plain, simulate } from './small-scenario.js';

const location = { lat: 0, lon: 0 };

function equalBases(bases: number, persons: number, targetChoice: object): ScenarioInput {
  return {
    ...plain,
    bases: Object.fromEntries(
      Array.from({ length: bases }, (_, b) => [`b${b}`, { location, garrison: { us: persons / bases } }]),
    ),
    actors: { militias: { ...plain.actors.militias, targetChoice } },
  };
}

function expectedOf(scenario: CompiledScenario) {
  const outcome = simulate(scenario, { n: 2 });
  return { attacks: outcome('expectedAttacks')[0]!, personAttacks: outcome('expectedPersonAttacks')[0]! };
}

describe('a scenario measured against a baseline', () => {
  test('with itself as its baseline gives the same replications, bit for bit', () => {
    const own = compiled(rich);
    expect(withReference(own, own)).toEqual(own);
    // The same by way of the reference's own memory, draws and weights.
    const against = { ...own, reference: own };
    const [one, other] = [new Simulator(own), new Simulator(against)];
    expect(other.process.reference).toBeDefined();
    for (let replication = 0; replication < 8; replication++)
      expect(other.run({ seed: 3, replication })).toEqual(one.run({ seed: 3, replication }));
  });

  test('that starts in another world has its effort by the closed forms, where its own start would lose it', () => {
    for (const [sizeExponent, effortElasticity] of [
      [0.7, 0.3],
      [0.7, 1],
      [0.7, -0.5],
      [0.2, 0.6],
    ] as const) {
      const choice = { sizeExponent, effortElasticity };
      const baseline = compiled(equalBases(8, 5000, choice));
      const alternative = compiled(equalBases(4, 3000, choice));
      const [stay, go] = [expectedOf(baseline), expectedOf(withReference(alternative, baseline))];
      const exact = consolidationMultipliers({
        basesBefore: 8,
        basesAfter: 4,
        personnelBefore: 5000,
        personnelAfter: 3000,
        sizeExponent,
        effortElasticity,
      });
      expectClose(go.attacks / stay.attacks, exact.attacks, 1e-9, 'attacks');
      expectClose(go.personAttacks / stay.personAttacks, exact.personAttacks, 1e-9, 'person-attacks');
      expectClose(expectedOf(alternative).attacks, stay.attacks, 1e-9, 'attacks of a lone scenario');
    }
  });

  test('takes the draws of the baseline in the same replication', () => {
    const choice = {
      sizeExponent: { uniform: { low: 0.2, high: 1 } },
      effortElasticity: { uniform: { low: 0, high: 1 } },
    };
    const baseline = compiled(equalBases(2, 2000, choice));
    const alternative = withReference(compiled(equalBases(2, 500, choice)), baseline);
    const simulator = new Simulator(alternative);
    for (let replication = 0; replication < 5; replication++) {
      simulator.run({ seed: 9, replication });
      const [state] = simulator.process.states;
      // Weights are (N/1000)^α: 2 at the baseline's start, 2 (1/4)^α here.
      expectClose(state!.effort.referenceWeight, 2, 1e-12);
      expectClose(state!.effort.at(state!.hostWeight), 0.25 ** (state!.sizeExponent * state!.effort.elasticity), 1e-12);
    }
  });

  test('feels the vacuum of those whom the baseline had and it has not', () => {
    const days = 100;
    const [sensitivity, adjustDays] = [1.5, 40];
    const insurgent = { ...plain.actors.militias, branching: {}, vacuum: { sensitivity, adjustDays } };
    const of = (persons: number): CompiledScenario =>
      compiled({ ...equalBases(1, persons, { effortElasticity: 0 }), end: endAfter(days), actors: { insurgent } });
    const index = simulate(withReference(of(500), of(2000)), { n: 1 })('vacuumIndexFinal.actor.insurgent')[0];
    // v tends to 1 − 500/2000 from 0.
    expectClose(index, Math.exp(sensitivity * 0.75 * -Math.expm1(-days / adjustDays)), 1e-9);
    expect(simulate(of(500), { n: 1 })('vacuumIndexFinal.actor.insurgent')[0]).toBe(1);
  });

  test('has its convoys attacked as often as its rate stands above the baseline’s', () => {
    const of = (baselinePerDay: number): CompiledScenario =>
      compiled({
        ...equalBases(2, 2000, { effortElasticity: 0 }),
        actors: { militias: { ...plain.actors.militias, baselinePerDay } },
        plan: [{ day: '2020-01-11', move: 'all', fromBase: 'b0', toBase: 'b1', by: 'road' }],
      });
    const onRoad = (scenario: CompiledScenario) => {
      const simulator = new Simulator(scenario);
      simulator.run({ seed: 1, replication: 0 });
      return simulator.process.states[0]!.convoyFactor;
    };
    expectClose(onRoad(of(0.6)) * 0.6, 1, 1e-12);
    expectClose(onRoad(withReference(of(0.6), of(0.2))) * 0.6, 3, 1e-12);
  });

  test('is its own measure for an actor that the baseline does not have', () => {
    const baseline = compiled(equalBases(2, 2000, { effortElasticity: 0.5 }));
    const input = equalBases(2, 1000, { effortElasticity: 0.5 });
    const alternative = compiled({ ...input, actors: { ...input.actors, others: plain.actors.militias } });
    const simulator = new Simulator(withReference(alternative, baseline));
    simulator.run({ seed: 1, replication: 0 });
    const [militias, others] = simulator.process.states;
    expect(militias!.effort.referenceWeight).toBeGreaterThan(militias!.hostWeight);
    expect(others!.effort.referenceWeight).toBe(others!.hostWeight);
  });

  test('needs no reference where only what comes later differs', () => {
    const input = equalBases(2, 2000, { effortElasticity: 0.5 });
    const later: ScenarioInput = {
      ...input,
      title: 'another',
      plan: [{ day: '2020-02-01', close: 'b0', personnelTo: 'home', by: 'air' }],
    };
    const baseline = compiled(input);
    expect(withReference(compiled(later), baseline).reference).toBeUndefined();
    const noted: ScenarioInput = { ...later, convoys: { convoySize: { value: 100, note: 'as ever' } } };
    expect(withReference(compiled(noted), baseline).reference).toBeUndefined();
    const smaller = compiled(equalBases(2, 1000, { effortElasticity: 0.5 }));
    expect(withReference(smaller, baseline).reference).toBeDefined();
    expect(withReference(withReference(smaller, baseline), smaller).reference).toBeUndefined();
  });
});
