import { describe, expect, test } from 'vitest';
import { closedForm } from '../../src/experiment/closed-form.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { compiled, plain } from '../model/small-scenario.js';

const militia = plain.actors.militias;
const rows = [
  { date: '2019-12-30', base: 'alpha', scope: 'base', mode: 'rocket', killed: 2 },
  { date: '2019-12-20', base: 'alpha', scope: 'base', mode: 'rocket' },
];
const scenario: ScenarioInput = {
  ...plain,
  severity: { fatalProbability: 0.3 },
  actors: {
    a: { ...militia, branching: { a: 0.4, b: 0.2 }, fatalBoost: 1 },
    b: { ...militia, baselinePerDay: { uniform: { low: 0.02, high: 0.1 } }, branching: { b: 0.1, a: 0.1 } },
  },
  record: { rows },
  warmStart: { actor: 'a' },
};

describe('expected attacks in closed form', () => {
  test('agree with the simulated ones, with several actors, a warm start, uncertain rates and weight on fatal attacks', () => {
    const { exact, simulated } = closedForm(compiled(scenario), 4000)!;
    const standardError = (simulated.high - simulated.low) / 2 / 1.96;
    expect(Math.abs(simulated.value - exact) / standardError).toBeLessThanOrEqual(4);
  });

  test('a wrong branching is told apart', () => {
    const { exact } = closedForm(
      compiled({
        ...scenario,
        actors: { ...scenario.actors, a: { ...militia, branching: { a: 0.3, b: 0.2 }, fatalBoost: 1 } },
      }),
      400,
    )!;
    const { simulated } = closedForm(compiled(scenario), 4000)!;
    expect(Math.abs(simulated.value - exact) / ((simulated.high - simulated.low) / 2 / 1.96)).toBeGreaterThan(4);
  });

  test('are not offered where the scenario does not allow them', () => {
    expect(
      closedForm(compiled({ ...scenario, regimes: [{ name: 'truce', firstDay: '2020-02-01', gate: 0.5 }] }), 2),
    ).toBeUndefined();
    expect(closedForm(compiled({ ...scenario, severity: { law: 'chain' } }), 2)).toBeUndefined();
  });
});
