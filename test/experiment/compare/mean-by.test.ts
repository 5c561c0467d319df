import { describe, expect, test } from 'vitest';
import hawkesMoments from '../../cases/hawkes-moments.json' with { type: 'json' };
import { compareStrategies, comparisonRows, metricOf, strategyOf } from '../../../src/experiment/compare/index.js';
import { comparedTogether } from '../../../src/model/compared-together.js';
import type { ScenarioInput } from '../../../src/model/scenario/scenario-input.js';
import { compiled, endAfter, plain } from '../../model/small-scenario.js';
import { resultsOf } from '../results-of.js';
import { madeUpStrategy } from './made-up-strategy.js';

const metrics = ['personAttacks', 'personAttacksPer1000PersonDays', 'killed'].map((outcome) =>
  metricOf({ outcome, direction: 'lower', indifference: 0 }, () => 'unit'),
);

describe('person-attacks of a comparison', () => {
  const counts = { personAttacks: [9, 1, 8, 2], personDays: [10, 10, 10, 10], killed: [1, 0, 0, 0] };
  const others = { personAttacks: [8, 2, 7, 7], personDays: [5, 5, 5, 5], killed: [0, 0, 0, 1] };
  const comparison = compareStrategies(
    [
      madeUpStrategy('one', { ...counts, expectedPersonAttacks: [5, 5, 6, 4] }),
      madeUpStrategy('other', { ...others, expectedPersonAttacks: [6, 6.5, 7, 5.5] }),
    ],
    metrics,
  );

  test('have the mean of the integral of the rate, and shares of what was counted', () => {
    const [total, rate, killed] = comparison.paired;
    expect(total!.difference.value).toBeCloseTo(6.25 - 5, 12);
    expect(total!.counted!.difference.value).toBeCloseTo(6 - 5, 12);
    expect(total!.ratio!.value).toBeCloseTo(6.25 / 5, 12);
    expect(rate!.difference.value).toBeCloseTo(1000 * (6.25 / 5 - 5 / 10), 9);
    // Fewer in the first and third replication as counted; in none by the integral.
    expect(total!.better.value).toBe(0.5);
    expect(killed!.counted).toBeUndefined();
    expect(killed!.gain).toBe(killed!.alone.varianceReduction);
    expect(comparison.ranked.map(({ mean, counted }) => [mean.value, counted?.value]).slice(0, 2)).toEqual([
      [5, 5],
      [6.25, 6],
    ]);
  });

  test('gain what the counts of independent runs would need in replications for the same interval', () => {
    const [{ gain } = { gain: NaN }] = comparison.paired;
    // s² of 9 1 8 2 is 50/3, of 8 2 7 7 it is 22/3; of the differences 1, 1.5, 1, 1.5 it is 1/12.
    expect(gain).toBeCloseTo((50 / 3 + 22 / 3) / (1 / 12), 9);
  });

  test('have both means in the rows, each with its name', () => {
    const rows = comparisonRows(comparison).filter(({ metric }) => metric === 'personAttacks');
    const value = (statistic: string) => rows.find((row) => row.statistic === statistic)?.value;
    expect([value('difference'), value('difference, counted')]).toEqual([1.25, 1]);
    expect(rows.find(({ statistic }) => statistic === 'difference')?.note).toMatch(/integral of the rate/);
    expect(rows.find(({ statistic }) => statistic === 'difference, counted')?.note).toBeUndefined();
    expect(comparisonRows(comparison).some((row) => row.metric === 'killed' && /counted/.test(row.statistic))).toBe(
      false,
    );
  });
});

// Attacks over 150 days by the moment equations, 1,000 persons at the one base against 400: both means, and the difference.
test('the mean by the integral is unbiased where it is known, and its interval the narrower one', () => {
  const known = hawkesMoments.find(({ name }) => name === 'hawkes1_transient_moments_empty_history')!;
  const { mean } = known.expected as unknown as { mean: number[] };
  const actor = { ...plain.actors.militias, baselinePerDay: 0.12, branching: { militias: 0.4 }, meanLagDays: 10 };
  const world = (us: number): ScenarioInput => ({
    ...plain,
    end: endAfter(150),
    bases: { alpha: { ...plain.bases.alpha, garrison: { us } } },
    actors: { militias: actor },
  });
  const strategies = comparedTogether([compiled(world(1000)), compiled(world(400))]).map((scenario, i) =>
    strategyOf({ key: String(i), results: resultsOf(scenario, { n: 1500 }) }, metrics),
  );
  const [row] = compareStrategies(strategies, metrics).paired;
  const exact = -600 * mean[2]!;
  for (const { difference, halfWidth } of [row!.alone, row!.counted!])
    expect(Math.abs(difference.value - exact)).toBeLessThan((4 / 1.96) * halfWidth);
  expect(row!.alone.halfWidth).toBeLessThan(row!.counted!.halfWidth);
});
