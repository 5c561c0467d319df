import { describe, expect, test } from 'vitest';
import { pickReplication, standingOf } from '../../src/experiment/pick-replication.js';
import type { Results } from '../../src/experiment/results.js';
import { smallResults, tableRows } from './small-results.js';

/** Results with these columns, the rest of no account. */
function resultsOf(columns: Readonly<Record<string, readonly number[]>>): Results {
  const names = Object.keys(columns);
  const n = Object.values(columns)[0]?.length ?? 0;
  const values = Float64Array.from(
    { length: n * names.length },
    (_, i) => columns[names[i % names.length]!]![Math.floor(i / names.length)]!,
  );
  return {
    ...smallResults({ n }),
    columns: names.map((name) => ({ name, unit: '', about: '' })),
    rows: tableRows({ n, values }),
  };
}

describe('the replication that stands for a quantile', () => {
  test('is the one nearest to it, and says how many share its value', () => {
    const results = resultsOf({ killed: [0, 1, 2, 3, 10], attacks: [1, 1, 1, 1, 1], personAttacks: [1, 1, 1, 1, 1] });
    expect(pickReplication(results, { outcome: 'killed', quantile: 0.5 })).toMatchObject({
      replication: 2,
      value: 2,
      target: 2,
      sharedBy: 0,
      n: 5,
    });
    // Type 7 of five values: 3 + 0.6 (10 − 3).
    expect(pickReplication(results, { outcome: 'killed', quantile: 0.9 })).toMatchObject({
      replication: 4,
      target: expect.closeTo(7.2, 12),
    });
  });

  test('of several is the one with the most ordinary attacks and person-attacks, then the first', () => {
    const killed = [1, 1, 1, 1, 1];
    const odd = resultsOf({ killed, attacks: [90, 10, 11, 12, 50], personAttacks: [1, 90, 40, 45, 50] });
    // Medians are 12 and 45: the fourth has both.
    expect(pickReplication(odd, { outcome: 'killed', quantile: 0.5 })).toMatchObject({ replication: 3, sharedBy: 4 });
    const even = resultsOf({ killed, attacks: [7, 7, 7, 7, 7], personAttacks: [7, 7, 7, 7, 7] });
    expect(pickReplication(even, { outcome: 'killed', quantile: 0.95 })).toMatchObject({ replication: 0 });
  });

  test('leaves out replications without the outcome, and is none where all are', () => {
    const days = resultsOf({ firstFatalDay: [NaN, 30, NaN, 10], attacks: [1, 1, 1, 1], personAttacks: [1, 1, 1, 1] });
    expect(pickReplication(days, { outcome: 'firstFatalDay', quantile: 0.01 })).toMatchObject({
      replication: 3,
      without: 2,
    });
    const none = resultsOf({ firstFatalDay: [NaN, NaN], attacks: [1, 1], personAttacks: [1, 1] });
    expect(pickReplication(none, { outcome: 'firstFatalDay', quantile: 0.5 })).toBeUndefined();
  });
});

test('shares of others with less, as much and more add up to one', () => {
  const results = resultsOf({ killed: [0, 0, 1, 5] });
  expect(standingOf(results, 'killed', 1)).toEqual({ outcome: 'killed', value: 1, less: 0.5, same: 0.25, more: 0.25 });
});
