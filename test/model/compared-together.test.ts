import { describe, expect, test } from 'vitest';
import { drawnParameters } from '../../src/experiment/parameter-draws.js';
import { comparedTogether, compilePlain, plainOf } from '../../src/model/compared-together.js';
import type { CompiledScenario } from '../../src/model/compile.js';
import { Simulator } from '../../src/model/replication.js';
import { compiled, plain, simulate } from './small-scenario.js';

const n = 200;

/** Attacks provoke `high` others at most; above 1 the draw is thrown away. */
function withBranching(high: number): CompiledScenario {
  const baselinePerDay = { uniform: { low: 0.05, high: 0.3 } };
  const branching = { militias: { uniform: { low: 0.1, high } } };
  return compiled({ ...plain, actors: { militias: { ...plain.actors.militias, baselinePerDay, branching } } });
}

function draws(scenario: CompiledScenario, path: string): number[] {
  const found = [...drawnParameters(scenario, { seed: 4, n })].find((row) => row.path === path);
  return Array.from(found?.draws ?? []);
}

const [calm, wild, wilder] = [withBranching(0.5), withBranching(1.5), withBranching(2.5)];
const rate = 'actors.militias.baselinePerDay';
const branching = 'actors.militias.branching.militias';

describe('scenarios that are compared', () => {
  test('draw the same numbers in every replication, though only some of them can run away', () => {
    const alone = [calm, wild, wilder].map((scenario) => draws(scenario, rate));
    expect(alone[1]!.filter((value, r) => value !== alone[0]![r]).length).toBeGreaterThan(n / 5);
    const together = comparedTogether([calm, wild, wilder]).map((scenario) => draws(scenario, rate));
    expect(together[1]).toEqual(together[0]);
    expect(together[2]).toEqual(together[0]);
  });

  test('keep the first draw that is stable in all of them', () => {
    const [, second, third] = comparedTogether([calm, wild, wilder]);
    // One uniform behind both: branching of 0.1 + 1.4 u and 0.1 + 2.4 u, the second below 1 only where the first is.
    const uniforms = draws(second!, branching).map((value) => (value - 0.1) / 1.4);
    for (const [r, value] of draws(third!, branching).entries()) {
      expect(value).toBeLessThan(1);
      expect(value).toBeCloseTo(0.1 + 2.4 * uniforms[r]!, 12);
    }
    // As the wilder one alone does it, the numbers are its own.
    expect(draws(third!, branching)).toEqual(draws(wilder, branching));
  });

  test('have as many draws thrown away as the wildest alone, and simulate with what is told', () => {
    const [first, , third] = comparedTogether([calm, wild, wilder]);
    const redraws = simulate(wilder, { n: 60, seed: 4 })('parameterRedraws');
    expect(Math.max(...redraws)).toBeGreaterThan(0);
    expect(simulate(first!, { n: 60, seed: 4 })('parameterRedraws')).toEqual(redraws);
    const simulator = new Simulator(third!);
    simulator.run({ seed: 4, replication: 7 });
    expect(simulator.process.reference?.ratesPerDay.get('militias')).toBeCloseTo(
      draws(first!, rate)[7]! / (1 - draws(first!, branching)[7]!),
      12,
    );
  });

  test('are alone what they were: one scenario, or those that draw alike, carry nothing', () => {
    const [only] = comparedTogether([wild]);
    expect(only).toEqual(wild);
    const longer = compiled({ ...plain, end: '2020-06-30' });
    for (const member of comparedTogether([compiled(plain), longer])) expect(member.drawnWith).toBeUndefined();
  });

  test('are the same after a way through plain data', () => {
    for (const member of comparedTogether([calm, wild, wilder])) {
      const again = compilePlain(plainOf(member));
      expect(draws(again, rate)).toEqual(draws(member, rate));
      expect(simulate(again, { n: 5 })('fingerprint')).toEqual(simulate(member, { n: 5 })('fingerprint'));
    }
  });

  test('that are never stable together are refused with a way out', () => {
    const never = withBranching(1.5);
    const always = compiled({
      ...plain,
      actors: { militias: { ...plain.actors.militias, branching: { militias: { uniform: { low: 1.1, high: 1.2 } } } } },
    });
    const [first] = comparedTogether([never, always]);
    expect(() => draws(first!, rate)).toThrow(/in all scenarios that are compared/);
  });
});
