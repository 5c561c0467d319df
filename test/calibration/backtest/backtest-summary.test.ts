import { describe, expect, test } from 'vitest';
import { backtestSummary } from '../../../src/calibration/backtest/backtest-summary.js';
import { scoredOrigin } from '../../../src/calibration/backtest/scored-forecast.js';
import { crpsCounts, logScore, poissonLaw, type CountLaw } from '../../../src/stats/index.js';

const observed = [3, 5, 2, 4, 6, 1, 3, 4];
const forecasts = (lawOf: (count: number) => CountLaw) =>
  observed.map((total) =>
    scoredOrigin({ total: lawOf(total), byBase: [poissonLaw(2), poissonLaw(1)] }, { total, byBase: [total - 1, 1] }),
  );

describe('the summary of a back-test', () => {
  const right = forecasts(() => poissonLaw(3.5));
  const low = forecasts(() => poissonLaw(0.5));
  const summary = backtestSummary({ process: right, low, same: right });
  const method = (key: string, target: 'total' | 'byBase') =>
    summary.methods.find((one) => one.key === key && one.target === target)!;

  test('averages scores over origins, those of bases added up', () => {
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const law = poissonLaw(3.5);
    expect(method('process', 'total').crps).toBeCloseTo(mean(observed.map((y) => crpsCounts(law, y))), 12);
    expect(method('process', 'total').logScore).toBeCloseTo(mean(observed.map((y) => logScore(law, y))), 12);
    expect(method('low', 'byBase').crps).toBeCloseTo(
      mean(observed.map((y) => crpsCounts(poissonLaw(2), y - 1) + crpsCounts(poissonLaw(1), 1))),
      12,
    );
    expect(method('low', 'byBase').forecasts).toBe(16);
  });

  test('counts how often intervals held what came', () => {
    // 95 % of Poisson 3.5 is 0 to 8: all; 50 % is 2 to 5: six of eight.
    expect(method('process', 'total').intervals.map(({ coverage }) => coverage.value)).toEqual([0.75, 1, 1]);
    // 95 % of Poisson 0.5 is 0 to 2: two of eight.
    expect(method('low', 'total').intervals[2]!.coverage).toMatchObject({ value: 0.25, n: 8, method: 'Wilson' });
  });

  test('a simple forecast that is much too low loses, and one that is the same is not told apart', () => {
    const verdict = (key: string) =>
      summary.differences.filter((one) => one.key === key && one.target === 'total').map((one) => one.verdict);
    expect(verdict('low')).toEqual(['process better', 'process better']);
    expect(verdict('same')).toEqual(['not resolved', 'not resolved']);
    expect(backtestSummary({ process: low, right }).differences[0]!.verdict).toBe('simple forecast better');
  });

  test('intervals of differences hold together: each of two at 97.5 %', () => {
    expect(summary.differences[0]!.difference.level).toBeCloseTo(0.975, 12);
  });

  test('PIT of forecasts that are too low piles up on the right', () => {
    expect(method('low', 'total').pit.at(-1)).toBeGreaterThan(4);
  });

  test('has no part by base where none is told apart', () => {
    const only = observed.map((total) => scoredOrigin({ total: poissonLaw(3), byBase: [] }, { total, byBase: [] }));
    expect(backtestSummary({ process: only }).methods.map(({ target }) => target)).toEqual(['total']);
  });

  test('needs an origin', () => {
    expect(() => backtestSummary({ process: [] })).toThrow('at least one origin');
  });
});
