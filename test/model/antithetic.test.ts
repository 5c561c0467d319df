import { describe, expect, test } from 'vitest';
import hawkesMoments from '../cases/hawkes-moments.json' with { type: 'json' };
import { drawnParameters } from '../../src/experiment/parameter-draws.js';
import type { CompiledScenario } from '../../src/model/compile.js';
import { Simulator } from '../../src/model/replication.js';
import { openStream } from '../../src/random/stream.js';
import { expectMean, expectVariance } from '../kernel/z-score.js';
import { rich } from './rich-scenario.js';
import { compiled, endAfter, plain, simulate } from './small-scenario.js';

const inPairs = (scenario: CompiledScenario): CompiledScenario => ({ ...scenario, antithetic: true });
const second = (values: readonly number[]): number[] => values.filter((_, r) => r % 2 === 1);
const first = (values: readonly number[]): number[] => values.filter((_, r) => r % 2 === 0);

describe('antithetic pairs', () => {
  test('turn a stream over on its lattice: every u and 1 − u together make 1', () => {
    const key = { seed: 3, replication: 7, purpose: 'test', entity: 'x' };
    const [plainDraw, turned] = [openStream(key), openStream({ ...key, mirrored: true })];
    for (let i = 0; i < 1000; i++) {
      const u = turned();
      expect(plainDraw() + u).toBe(1);
      expect((u * 2 ** 33) % 2).toBe(1);
    }
  });

  test('have for their first halves the replications that there are without them, bit for bit', () => {
    const scenario = compiled(rich);
    const [alone, pairs] = [new Simulator(scenario), new Simulator(inPairs(scenario))];
    for (const replication of [0, 2, 8])
      expect(pairs.run({ seed: 3, replication })).toEqual(alone.run({ seed: 3, replication }));
    expect(pairs.run({ seed: 3, replication: 3 }).fingerprint).not.toBe(
      alone.run({ seed: 3, replication: 3 }).fingerprint,
    );
  });

  test('draw uncertain numbers at u and at 1 − u', () => {
    const uniform = { uniform: { low: 0.1, high: 0.3 } };
    const scenario = compiled({
      ...plain,
      actors: { militias: { ...plain.actors.militias, baselinePerDay: uniform } },
    });
    const [{ draws } = { draws: new Float64Array() }] = drawnParameters(inPairs(scenario), { seed: 1, n: 20 });
    for (let r = 0; r < 20; r += 2) expect(draws[r]! + draws[r + 1]!).toBeCloseTo(0.4, 12);
  });

  test('have in each half by itself the law of the process: mean and variance of the moment equations', () => {
    const known = hawkesMoments.find(({ name }) => name === 'hawkes1_transient_moments_empty_history')!;
    const expected = known.expected as unknown as { mean: number[]; variance: number[] };
    const actor = { ...plain.actors.militias, baselinePerDay: 0.12, branching: { militias: 0.4 }, meanLagDays: 10 };
    const hawkes = compiled({ ...plain, end: endAfter(150), actors: { militias: actor } });
    const outcome = simulate(inPairs(hawkes), { n: 3000 });
    for (const half of [first, second]) {
      const attacks = half(outcome('attacks'));
      expectMean('attacks', attacks, expected.mean[2]!);
      expectVariance('attacks', attacks, { mean: expected.mean[2]!, variance: expected.variance[2]! });
      expectMean('integrated rate', half(outcome('expectedAttacks')), expected.mean[2]!);
    }
  });

  test('have in their second halves the casualties and person-attacks that the marks of attacks give otherwise', () => {
    const scenario = compiled(rich);
    const [alone, pairs] = [simulate(scenario, { n: 800 }), simulate(inPairs(scenario), { n: 1600 })];
    for (const name of ['personAttacks', 'wounded', 'attacksOnConvoys']) {
      const [own, turned] = [alone(name), second(pairs(name))];
      const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
      const squares = (values: readonly number[]) =>
        values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1) / values.length;
      const z = (mean(turned) - mean(own)) / Math.sqrt(squares(turned) + squares(own));
      expect(Math.abs(z), name).toBeLessThan(4);
    }
  });
});
