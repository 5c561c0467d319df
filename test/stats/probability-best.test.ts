import fc from 'fast-check';
import { expect, test } from 'vitest';
import { probabilityBest } from '../../src/stats/probability-best.js';
import { wilson } from '../../src/stats/probability-interval.js';
import { tiedBest } from '../../src/stats/tied-best.js';

test('of four pairs A is below B in one, equal in two, above in one; a blank drops the pair', () => {
  const [a, b] = probabilityBest({
    columns: [
      [1, 5, 5, 9, NaN],
      [2, 5, 5, 8, 1],
    ],
    better: 'lower',
  });
  expect(a).toEqual({ alone: wilson({ hits: 1, n: 4 }), tied: wilson({ hits: 2, n: 4 }) });
  expect(b!.alone.value).toBe(0.25);
});

test('every row has one best alone or several that tie', () => {
  const columns = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 20, maxLength: 20 }), {
    minLength: 2,
    maxLength: 4,
  });
  fc.assert(
    fc.property(columns, fc.constantFrom('lower' as const, 'higher' as const), (all, better) => {
      const shares = probabilityBest({ columns: all, better });
      const alone = shares.reduce((sum, { alone: of }) => sum + of.value, 0);
      const rowsWithTie = all[0]!.filter(
        (_, row) =>
          tiedBest(
            all.map((column) => column[row]!),
            better,
          ).length > 1,
      );
      expect(alone + rowsWithTie.length / 20).toBeCloseTo(1, 12);
      const sign = better === 'lower' ? -1 : 1;
      const mirrored = all.map((column) => column.map((value) => sign * value));
      expect(probabilityBest({ columns: mirrored, better: 'higher' })).toEqual(shares);
    }),
  );
});
