import { describe, expect, test } from 'vitest';
import { exponentOf } from '../../bench/growth/measure.js';
import { momentsOf, zScores } from '../../bench/model/moments.js';
import { withTables } from '../../bench/performance-page.js';
import { median } from '../../bench/report.js';

describe('numbers of the benches', () => {
  test('the exponent of a power law is its power, whatever its factor', () => {
    const points = [1, 10, 300].map((size) => ({ size, micros: 7 * size ** 1.5 }));
    expect(exponentOf(points)).toBeCloseTo(1.5, 12);
  });

  test('z is the difference in standard errors, and 0 for two that are alike and never vary', () => {
    // 1 … 4: mean 2.5, second moment 1.25, fourth 2.5625.
    const a = momentsOf(4, (i) => i + 1);
    expect(a).toEqual({ n: 4, mean: 2.5, second: 1.25, fourth: 2.5625 });
    const b = { ...a, mean: 1.5, second: 0.25 };
    const z = zScores(a, b);
    // Together: second moment 0.75, fourth 2.5625.
    expect(z.mean).toBeCloseTo(1 / Math.sqrt(0.75 / 2), 12);
    expect(z.variance).toBeCloseTo(1 / Math.sqrt((2.5625 - 0.75 ** 2) / 2), 12);
    const still = momentsOf(3, () => 5);
    expect(zScores(still, { ...still, mean: 5 * (1 + 1e-15) })).toEqual({ mean: 0, variance: 0 });
    expect(zScores(still, { ...still, mean: 6 }).mean).toBe(-Infinity);
  });

  test('the median of an even number lies in the middle of two', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });
});

describe('the page of performance', () => {
  const table = {
    key: 'kernel',
    title: 'Title',
    rows: [{ program: 'a', rate: 12_345.678 }],
    notes: ['b not measured'],
  };

  test('a table takes the place of the one before, and the rest stays', () => {
    const page =
      'before\n<!-- table: kernel -->\nold\n<!-- end -->\nafter\n<!-- table: model -->\nkept\n<!-- end -->\n';
    const made = withTables(page, [table]);
    expect(made).toBe(
      'before\n<!-- table: kernel -->\n\nTitle.\n\n| program | rate |\n| --- | ---: |\n| a | 12,350 |\n\nb not measured.\n\n<!-- end -->\nafter\n<!-- table: model -->\nkept\n<!-- end -->\n',
    );
    expect(withTables(made, [table])).toBe(made);
  });

  test('a page without a place for a table is refused', () => {
    expect(() => withTables('nothing', [table])).toThrow('kernel');
  });
});
