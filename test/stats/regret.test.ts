import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regretTable } from '../../src/stats/regret.js';
import { luckOf } from './coverage.js';

const losses = [
  [10, 20, 30],
  [15, 15, 25],
  [12, 18, 40],
];

describe('A (10,20,30), B (15,15,25), C (12,18,40)', () => {
  test('have worst regrets 5, 5, 15, a tie, and mean regrets 3.333, 1.667, 6.667', () => {
    const table = regretTable({ columns: losses, better: 'lower' });
    expect(table.systems.map(({ worst }) => worst)).toEqual([5, 5, 15]);
    expect(table.leastWorst).toEqual([0, 1]);
    [10 / 3, 5 / 3, 20 / 3].forEach((mean, i) => expect(table.systems[i]!.mean.value).toBeCloseTo(mean, 12));
    expect(table).toMatchObject({ leastMean: [1], states: 3, replicationsPerState: 1, droppedRows: 0 });
    expect(table.systems[2]!.byState).toEqual([2, 3, 15]);
    expect(table.systems[0]!.innerStandardError).toBeNaN();
  });

  test('replications that share a draw are averaged first, and their error is shown', () => {
    const columns = losses.map((row) => row.flatMap((loss) => [loss - 1, loss + 1]));
    const noisy = [columns[0]!.map((loss, i) => loss + (i % 2 === 0 ? 3 : -3)), columns[1]!, columns[2]!];
    const table = regretTable({ columns: noisy, draws: [7, 7, 2, 2, 9, 9], better: 'lower' });
    expect(table.systems.map(({ worst }) => worst)).toEqual([5, 5, 15]);
    expect(table).toMatchObject({ states: 3, replicationsPerState: 2 });
    // C less A in state 7: differences −1 and 5, variance 18, by 2 replications 9; against B in the others always the same.
    expect(table.systems[2]!.innerStandardError).toBeCloseTo(Math.sqrt(9 / 3), 12);
  });
});

describe('laws', () => {
  const columns = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 6, maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  });

  test('no regret is negative, in each state one at least is 0, and higher better is lower better mirrored', () => {
    fc.assert(
      fc.property(columns, (all) => {
        const table = regretTable({ columns: all, better: 'lower' });
        for (let state = 0; state < 6; state++)
          expect(Math.min(...table.systems.map(({ byState }) => byState[state]!))).toBe(0);
        expect(regretTable({ columns: all.map((row) => row.map((x) => -x)), better: 'higher' })).toEqual(table);
      }),
    );
  });

  test('a row with a blank is dropped for all', () => {
    const blank = [[10, NaN, 20, 30], [15, 1, 15, 25], losses[2]!.toSpliced(1, 0, 0)];
    const { droppedRows, ...rest } = regretTable({ columns: blank, better: 'lower' });
    const { droppedRows: none, ...whole } = regretTable({ columns: losses, better: 'lower' });
    expect([droppedRows, none]).toEqual([1, 0]);
    expect(rest).toEqual(whole);
  });

  test.each([1, 4, 25])(
    'two equal systems with %i replications a state have mean regret s/√(πm) though none is due (4 standard errors)',
    (m) => {
      const { normal } = luckOf(`regret ${m}`);
      const states = 2000;
      const draws = Array.from({ length: states * m }, (_, r) => Math.floor(r / m));
      const table = regretTable({ columns: [draws.map(normal), draws.map(normal)], draws, better: 'lower' });
      // max(0, N(0, 2/m)) has mean 1/√(πm) and variance (1/m)(1 − 1/π).
      const standardError = Math.sqrt((1 - 1 / Math.PI) / m / states);
      for (const { mean, innerStandardError, heldOut } of table.systems) {
        // Held out, what noise picked is paid for: no regret is due, and none is found (4 standard errors).
        if (m > 1)
          expect(heldOut.low < heldOut.high && Math.abs(heldOut.value) < 2 * (heldOut.high - heldOut.low)).toBe(true);
        else expect(heldOut.note).toContain('single replication');
        expect(Math.abs(mean.value - 1 / Math.sqrt(Math.PI * m)) / standardError).toBeLessThan(4);
        if (m > 1) expect(innerStandardError / Math.sqrt(2 / m)).toBeCloseTo(1, 1);
      }
    },
  );
});

test('held out and plain regret are the same where there is no noise', () => {
  const columns = losses.map((row) => row.flatMap((loss) => [loss, loss]));
  const table = regretTable({ columns, draws: [1, 1, 2, 2, 3, 3], better: 'lower' });
  for (const { mean, heldOut } of table.systems) expect(heldOut.value).toBeCloseTo(mean.value, 12);
});

test('nothing to regret is refused', () => {
  expect(() => regretTable({ columns: [], better: 'lower' })).toThrow(/must have a system and a complete replication/);
  expect(() => regretTable({ columns: [[NaN]], better: 'lower' })).toThrow(/got 1 and 0/);
});
