import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TargetSums } from '../../src/model/target-sums.js';

const bases = 6;
const actors = 2;
const change = fc.record({
  actor: fc.nat(actors - 1),
  base: fc.nat(bases - 1),
  weight: fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 10, noNaN: true })),
  persons: fc.nat(5000),
});

describe('sums over targets', () => {
  test('are those of the weights as they stand, to the last digit', () => {
    const sums = new TargetSums({ actors, bases });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        sums.clear();
        const found = Array.from({ length: actors }, () => ({ hostWeight: 0, personWeight: 0 }));
        const now = Array.from({ length: actors }, () =>
          Array.from({ length: bases }, () => ({ weight: 0, persons: 0 })),
        );
        for (const { actor, base, weight, persons } of changes) {
          now[actor]![base] = { weight, persons };
          sums.set({ actor, base, weight, persons }, found[actor]!);
          for (const [g, targets] of now.entries()) {
            let all = 0;
            let personWeight = 0;
            for (const [b, target] of targets.entries()) {
              expect(sums.weightAt(g, b)).toBe(target.weight);
              all += target.weight;
              personWeight += target.weight * target.persons;
            }
            expect(found[g]).toEqual({ hostWeight: all, personWeight });
          }
        }
      }),
      { seed: 4 },
    );
  });
});
