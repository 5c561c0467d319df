import fc from 'fast-check';
import { test } from 'vitest';
import { consolidationMultipliers } from '../../src/theory/consolidation.js';
import { baseRatesPerDay, targetWeights } from '../../src/theory/target-choice.js';
import { expectClose } from '../cases/compare.js';

test('the closed form is what target choice gives for equal bases', () => {
  fc.assert(
    fc.property(
      fc.record({
        basesBefore: fc.integer({ min: 1, max: 12 }),
        basesAfter: fc.integer({ min: 1, max: 12 }),
        personnelBefore: fc.integer({ min: 100, max: 10_000 }),
        personnelAfter: fc.integer({ min: 100, max: 10_000 }),
        sizeExponent: fc.double({ min: 0, max: 1.2, noNaN: true }),
        effortElasticity: fc.double({ min: -0.5, max: 1, noNaN: true }),
      }),
      (change) => {
        const weightsOf = (count: number, personnel: number): number[] =>
          targetWeights(
            Array.from({ length: count }, () => ({ personnel: personnel / count })),
            { referencePersonnel: 1000, sizeExponent: change.sizeExponent },
          );
        const rates = baseRatesPerDay({
          weights: weightsOf(change.basesAfter, change.personnelAfter),
          referenceWeights: weightsOf(change.basesBefore, change.personnelBefore),
          effortElasticity: change.effortElasticity,
          attacksPerDay: 1,
        });
        const attacks = rates.reduce((sum, rate) => sum + rate, 0);
        const perBase = (rates[0] ?? NaN) * change.basesBefore;
        const personAttacks = (attacks * change.personnelAfter) / change.basesAfter;
        const multipliers = {
          attacks,
          attacksPerBase: perBase,
          personAttacks: personAttacks / (change.personnelBefore / change.basesBefore),
          attacksPerPerson: perBase,
        };
        expectClose(consolidationMultipliers(change), multipliers, 1e-10);
      },
    ),
    { seed: 1, numRuns: 200 },
  );
});
