import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/experiment/summarise.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { compiled, plain } from '../model/small-scenario.js';
import { resultsOf } from './results-of.js';

describe('the day a contingent leaves', () => {
  // Attacks at 0.2 a day, 5 % of them fatal, after the first of which all leave at once: an exponential time.
  const leavesPerDay = 0.2 * 0.05;
  const scenario: ScenarioInput = {
    ...plain,
    severity: { fatalProbability: 0.05 },
    rules: [
      {
        name: 'go home',
        after: { killedAtLeast: 1 },
        contingent: 'us',
        then: { leave: { probability: 1, delayDays: { mean: 0 } } },
      },
    ],
  };
  const n = 1000;
  const rows = summarise(resultsOf(compiled(scenario), { n })).filter(({ outcome }) => outcome === 'leftDay.us');

  test('is told by its median and by P(by day d), and has no mean over those who left', () => {
    expect(rows.map(({ statistic }) => statistic)).toEqual(['median', 'P(by day 30)', 'P(by day 90)', 'P(by day 100)']);
    expect(rows.every((row) => row.n === n)).toBe(true);
  });

  test.each([30, 90, 100])('has come by day %i with the probability of its exponential law', (day) => {
    const exact = -Math.expm1(-leavesPerDay * day);
    const { value } = rows.find(({ statistic }) => statistic === `P(by day ${day})`)!;
    expect(Math.abs(value - exact) / Math.sqrt((exact * (1 - exact)) / n)).toBeLessThanOrEqual(4);
  });

  test('has the median of that law in its interval, censored replications counted', () => {
    const median = rows.find(({ statistic }) => statistic === 'median')!;
    expect(median.method).toContain('Kaplan–Meier');
    expect(median.low).toBeLessThan(Math.LN2 / leavesPerDay);
    expect(median.high).toBeGreaterThan(Math.LN2 / leavesPerDay);
    // The mean of those who left within the 100 days would be 41.8.
    expect(median.low).toBeGreaterThan(50);
  });
});
