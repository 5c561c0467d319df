import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Effort } from '../../src/model/effort.js';
import { Simulator } from '../../src/model/replication.js';
import { compiled } from './small-scenario.js';

const weight = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e3, noNaN: true }));
const cases = fc.record({
  elasticity: fc.oneof(fc.constantFrom(-2, -1, 0, 1, 3), fc.double({ min: -1.5, max: 1.5, noNaN: true })),
  max: fc.double({ min: 0.01, max: 5, noNaN: true }),
  reference: weight,
  weights: fc.array(weight, { minLength: 2, maxLength: 8 }),
});

test('effort is min(A_max, (S/S_ref)^ε), 1 where nothing was there to begin with, and rises to no more than it is bound by', () => {
  fc.assert(
    fc.property(cases, ({ elasticity, max, reference, weights }) => {
      const effort = new Effort();
      effort.reset(elasticity, max);
      effort.measureAgainst(reference);
      const exact = (s: number): number =>
        reference === 0 ? 1 : elasticity === 0 ? Math.min(max, 1) : Math.min(max, (s / reference) ** elasticity);
      for (const [i, now] of weights.entries()) {
        const before = effort.at(now);
        expect(Math.abs(before - exact(now))).toBeLessThanOrEqual(1e-12 * exact(now));
        const final = weights[(i + 1) % weights.length]!;
        const mayRise = elasticity >= 0 ? final >= now : final <= now;
        if (!mayRise) continue;
        expect(effort.most(final)).toBeGreaterThanOrEqual(exact(final) * (1 - 1e-12));
      }
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test('where nobody was at the start, effort is 1 whatever its cap, and its rate keeps within its bound', () => {
  const location = { lat: 33, lon: 44 };
  for (const effortElasticity of [-2, -0.5, 0, 0.5]) {
    const scenario = compiled({
      title: 'An arrival at an empty base',
      start: '2020-01-01',
      end: '2020-04-09',
      contingents: { us: {} },
      bases: { north: { location }, south: { location: { lat: 34, lon: 44 } } },
      actors: { militias: { baselinePerDay: 0.5, targetChoice: { effortElasticity, maxEffort: 0.5 } } },
      plan: [{ day: '2020-01-10', arrive: { us: 100 }, toBase: 'north' }],
    });
    const simulator = new Simulator(scenario);
    let attacks = 0;
    for (let replication = 0; replication < 50; replication++) {
      simulator.run({ seed: 1, replication });
      attacks += simulator.tally.attacksOnBases;
    }
    // 91 days at half an attack a day, 50 times: 2,275, and each attack provokes others.
    expect(attacks).toBeGreaterThan(2275 - 4 * Math.sqrt(2275));
  }
});
