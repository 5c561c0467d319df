import { describe, expect, test } from 'vitest';
import { PrecisionWatch, precisionLooks, type PrecisionGoal } from '../../src/experiment/precision-watch.js';
import { chunkRows, type Rows } from '../../src/experiment/rows.js';
import { openStream } from '../../src/random/stream.js';

const columns = [
  { name: 'attacks', unit: 'attacks', about: '' },
  { name: 'personAttacks', unit: 'person-attacks', about: '' },
  { name: 'personDays', unit: 'person-days', about: '' },
  { name: 'capped', unit: 'yes/no', about: '' },
];
const none = new Float64Array();

/** Replications whose attacks are uniform on 0 … 20: sd 5.77, mean 10. */
function made({ from, to }: { readonly from: number; readonly to: number }): Rows {
  const values = Float64Array.from({ length: 4 * (to - from) }, (_, i) => {
    const u = openStream({ seed: 1, replication: from + Math.floor(i / 4), purpose: 'test', entity: '' })();
    return [20 * u, 2000 * u, 1000, u < 0.25 ? 1 : 0][i % 4]!;
  });
  const weeks = { weeklyAttacks: none, weeklyPersonAttacks: none, weeklyPersonDays: none };
  return chunkRows({ from, to, values, ...weeks, failures: [] });
}

function stopOf(goals: readonly PrecisionGoal[], cap: number, spans: readonly (readonly [number, number])[]) {
  const watch = new PrecisionWatch({ columns, goals, cap });
  for (const [from, to] of spans) {
    const stop = watch.add(made({ from, to }));
    if (stop !== undefined) return { stop, watch };
  }
  return { stop: undefined, watch };
}

const cut = (size: number, n: number): [number, number][] =>
  Array.from({ length: Math.ceil(n / size) }, (_, i) => [i * size, Math.min(n, (i + 1) * size)]);
const relative = (outcome: string, share: number): PrecisionGoal => ({ outcome, target: { kind: 'relative', share } });
const absolute = (outcome: string, halfWidth: number): PrecisionGoal => ({
  outcome,
  target: { kind: 'absolute', halfWidth },
});

describe('a run that stops by itself', () => {
  test('looks at 500, doubles, and ends with the cap', () => {
    expect(precisionLooks(5000)).toEqual([500, 1000, 2000, 4000, 5000]);
    expect(precisionLooks(300)).toEqual([300]);
  });

  // sd 5.77: the half-width 1.96 sd/√n is .506 at 500, .358 at 1,000, .253 at 2,000 and .179 at 4,000.
  test.each([
    [0.6, 1000],
    [0.4, 2000],
    [0.3, 4000],
    [0.2, 5000],
  ])('a half-width of %d is met at two looks in a row by %d replications', (halfWidth, n) => {
    expect(stopOf([absolute('attacks', halfWidth)], 5000, cut(250, 5000)).stop).toBe(n);
  });

  test('the stopping count depends neither on how the work was cut nor on the order in which it came', () => {
    const goals = [relative('attacks', 0.04), relative('attacksPer1000PersonDays', 0.04)];
    const pieces = [cut(1, 5000), cut(7, 5000), cut(640, 5000), cut(5000, 5000), cut(64, 5000).reverse()];
    for (const spans of pieces) {
      const { stop, watch } = stopOf(goals, 5000, spans);
      expect(stop).toBe(2000);
      expect(watch.report).toEqual(stopOf(goals, 5000, cut(250, 5000)).watch.report);
    }
  });

  test('what lies behind a gap is not looked at', () => {
    const gap = cut(100, 2000).filter(([from]) => from !== 300);
    expect(stopOf([absolute('attacks', 1)], 5000, gap).stop).toBeUndefined();
  });

  test('all goals have to be met, and a rate and a share of replications can be goals', () => {
    const easy = absolute('attacks', 2);
    expect(stopOf([easy], 4000, cut(100, 4000)).stop).toBe(1000);
    // The share ¼ has a half-width of 1.96 √(¼ · ¾/n): .019 at 2,000, .027 at 1,000.
    expect(stopOf([easy, absolute('capped', 0.028)], 4000, cut(100, 4000)).stop).toBe(2000);
    // 100 u/1,000 person-days, times 1,000: mean 10, as attacks.
    expect(stopOf([easy, absolute('attacksPer1000PersonDays', 0.4)], 4000, cut(100, 4000)).stop).toBe(2000);
  });

  test('the cap is told as the cap, and the goal farthest off with where it may stop', () => {
    const goals = [absolute('attacks', 2), absolute('personAttacks', 20)];
    const { stop, watch } = stopOf(goals, 1500, cut(300, 1500));
    expect([stop, watch.report.why]).toEqual([1500, 'cap']);
    expect(watch.farthest()).toMatchObject({ outcome: 'personAttacks', allowed: 20, expectedStop: 1500 });
    const begun = new PrecisionWatch({ columns, goals: [absolute('attacks', 0.3)], cap: 100_000 });
    expect(begun.farthest()).toBeUndefined();
    begun.add(made({ from: 0, to: 400 }));
    // (.566/.3)² · 400 = 1,424: met at 2,000, and for the second time at 4,000.
    expect(begun.farthest()?.expectedStop).toBe(4000);
  });

  test('an outcome without an estimate is refused', () => {
    expect(() => new PrecisionWatch({ columns, goals: [absolute('firstFatalDay', 1)], cap: 500 })).toThrow(
      'outcome must be one with an estimate, got firstFatalDay',
    );
  });
});
