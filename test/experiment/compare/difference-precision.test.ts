import { describe, expect, test } from 'vitest';
import { differenceJudge, differenceLooks, type DifferenceReport } from '../../../src/experiment/compare/index.js';
import { attacks, madeUpStrategy } from './made-up-strategy.js';

const cap = 4000;

/** The baseline has 10 in every replication, the alternative 10 ± spread by turns: the half-width is t·s/√n with s = spread·√(n/(n−1)). */
function judged(goal: number, about: { readonly spreads: readonly number[]; readonly relative?: boolean }) {
  const { spreads, relative = false } = about;
  const target = relative
    ? ({ kind: 'relative', share: goal } as const)
    : ({ kind: 'absolute', halfWidth: goal } as const);
  const judge = differenceJudge({ goals: [{ metric: attacks, target }], level: 0.95, cap });
  const reports: DifferenceReport[] = [];
  for (const n of differenceLooks(cap)) {
    const column = (spread: number): number[] =>
      Array.from({ length: n }, (_, r) => 10 + (r % 2 === 0 ? spread : -spread));
    const strategies = [0, ...spreads].map((spread, i) => madeUpStrategy(`s${i}`, { attacks: column(spread) }));
    const report = judge(strategies);
    reports.push(report);
    if (report.why !== 'running') break;
  }
  return reports;
}

describe('the precision of differences', () => {
  test('looks at 500 and then at twice as many each time, the cap last', () => {
    expect(differenceLooks(4000)).toEqual([500, 1000, 2000, 4000]);
    expect(differenceLooks(1200)).toEqual([500, 1000, 1200]);
    expect(differenceLooks(60)).toEqual([60]);
  });

  test('is Student’s half-width of the pairs, and is enough at two looks in a row', () => {
    // t(.975, 499) = 1.9647294 (scipy), s/√n = 1/√499.
    const reports = judged(0.08, { spreads: [1] });
    expect(reports[0]!.differences[0]!.halfWidth).toBeCloseTo(1.9647294 / Math.sqrt(499), 7);
    // 0.088 at 500, 0.062 at 1,000, 0.044 at 2,000.
    expect(reports.map(({ why }) => why)).toEqual(['running', 'running', 'precise']);
    expect(reports.at(-1)).toMatchObject({ replications: 2000 });
  });

  test('of several alternatives holds for all together, and the widest decides', () => {
    const [first] = judged(0.08, { spreads: [1, 0.1] });
    // t(.9875, 499) = 2.2481869 (scipy): Bonferroni over two.
    expect(first!.differences[0]!.halfWidth).toBeCloseTo(2.2481869 / Math.sqrt(499), 6);
    expect(first!.differences.map(({ reached }) => reached)).toEqual([false, true]);
    expect(judged(0.08, { spreads: [1, 0.1] }).at(-1)).toMatchObject({ why: 'precise', replications: 2000 });
  });

  test('relative is a share of the mean of the baseline, not of the difference', () => {
    const reports = judged(0.008, { spreads: [1], relative: true });
    expect(reports[0]!.differences[0]).toMatchObject({ baseline: 10, allowed: 0.08, difference: 0 });
    expect(reports.at(-1)).toMatchObject({ why: 'precise', replications: 2000 });
  });

  test('that is not reached by the cap stops there and says so', () => {
    expect(judged(0.03, { spreads: [1] }).at(-1)).toMatchObject({ why: 'cap', replications: cap });
    expect(judged(0.03, { spreads: [1] }).at(-1)!.differences[0]!.reached).toBe(false);
  });

  test('a look that was left out is an error, not another answer', () => {
    const judge = differenceJudge({
      goals: [{ metric: attacks, target: { kind: 'absolute', halfWidth: 1 } }],
      level: 0.95,
      cap,
    });
    const strategies = [0, 1].map((i) => madeUpStrategy(`s${i}`, { attacks: Array.from({ length: 1000 }, () => i) }));
    expect(() => judge(strategies)).toThrow('looks must be judged in their order');
  });
});
