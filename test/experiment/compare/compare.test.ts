import { describe, expect, test } from 'vitest';
import { compareStrategies, comparisonRows, metricOf, type Metric } from '../../../src/experiment/compare/index.js';
import { openStream } from '../../../src/random/stream.js';
import { bonferroniLevel, meanInterval, pairedDifference, ratioInterval } from '../../../src/stats/index.js';
import { attacks, madeUpStrategy } from './made-up-strategy.js';

// Ten pairs whose answers are known: mean difference 1.6, 95 % 1.0998182 to 2.1001818, correlation .966319, factor 24.7727,
// half-width of independent runs 2.3120751 (computed with scipy).
const a = [12, 15, 9, 14, 11, 17, 10, 13, 16, 12];
const b = [10, 14, 8, 11, 10, 15, 9, 11, 14, 11];
const better = madeUpStrategy('better', { attacks: b });
const worse = madeUpStrategy('worse', { attacks: a });

describe('two strategies', () => {
  const { paired, selections, convergence } = compareStrategies([better, worse], [attacks]);
  const [row] = paired;

  test('have the paired difference, the correlation and the gain of known pairs', () => {
    expect(row!.difference.value).toBeCloseTo(1.6, 12);
    expect(row!.difference.low).toBeCloseTo(1.0998182, 7);
    expect(row!.difference.high).toBeCloseTo(2.1001818, 7);
    expect(row!.alone.correlation).toBeCloseTo(0.966319, 6);
    expect(row!.alone.varianceReduction).toBeCloseTo(24.7727, 4);
    expect(row!.alone.unpairedHalfWidth).toBeCloseTo(2.3120751, 7);
    expect(row!.verdict.verdict).toBe('worse');
    expect(row!.better).toMatchObject({ value: 0, n: 10 });
  });

  test('swap sides and verdict when the baseline is the other one', () => {
    const [other] = compareStrategies([worse, better], [attacks]).paired;
    expect(other!.difference.value).toBeCloseTo(-1.6, 12);
    expect(other!.verdict.verdict).toBe('better');
    expect(other!.better.value).toBe(1);
  });

  test('have the best selected, and a difference that ends where the whole is', () => {
    expect(selections[0]).toMatchObject({ kind: 'one', strategies: [{ key: 'better' }] });
    expect(convergence.at(-1)).toMatchObject({ replications: 10, scenario: 'worse' });
    expect(convergence.at(-1)!.difference).toEqual(row!.alone.difference);
  });

  test('are the other way round where higher is better', () => {
    const higher = compareStrategies([better, worse], [{ ...attacks, better: 'higher' }]);
    expect(higher.paired[0]!.verdict.verdict).toBe('better');
    expect(higher.selections[0]!.strategies[0]!.key).toBe('worse');
    expect(higher.ranked[0]!.strategy.key).toBe('worse');
  });

  test('make no practical difference inside the zone of indifference, and are open across its edge', () => {
    const verdictAt = (indifference: number) => compareStrategies([better, worse], [{ ...attacks, indifference }]);
    expect(verdictAt(3).paired[0]!.verdict.verdict).toBe('no practical difference');
    expect(verdictAt(3).selections[0]!.kind).toBe('one');
    const open = verdictAt(2).paired[0]!.verdict;
    // n′ = ⌈n (h/||D̄| − d|)²⌉ = ⌈10 (.5001818/.4)²⌉.
    expect(open).toMatchObject({ verdict: 'not resolved', pairsToResolve: 16, morePairs: 6 });
  });
});

test('strategies go by their names, and by their keys where a name is not theirs alone', () => {
  const namesOf = (...names: readonly string[]) =>
    compareStrategies(
      names.map((name, i) => ({ ...madeUpStrategy(`k${i}`, { attacks: a }), name })),
      [attacks],
    ).strategies.map(({ name }) => name);
  expect(namesOf('as it was', 'by air', 'by road')).toEqual(['as it was', 'by air', 'by road']);
  expect(namesOf('as it was', 'by air', 'by air')).toEqual(['as it was', 'k1', 'k2']);
  expect(namesOf('k1', 'by air', 'by road')).toEqual(['k0', 'by air', 'by road']);
});

function sample(key: string, { n, shift }: { readonly n: number; readonly shift: number }) {
  const common = openStream({ seed: 7, replication: 0, purpose: 'test', entity: 'common' });
  const own = openStream({ seed: 7, replication: 0, purpose: 'test', entity: key });
  const values = Array.from({ length: n }, () => 10 * common() + own() + 5 + shift);
  const days = Array.from({ length: n }, (_, r) => 50 + (r % 7));
  return madeUpStrategy(key, { attacks: values, personDays: days });
}

describe('several strategies', () => {
  const shifts = { base: 0, low: -2, near: -1.99, high: 3 };
  const strategies = Object.entries(shifts).map(([key, shift]) => sample(key, { n: 400, shift }));
  const comparison = compareStrategies(strategies, [attacks]);

  test('have intervals that hold together: each at 1 − α over the number of alternatives', () => {
    const level = bonferroniLevel({ level: 0.95, intervals: 3 });
    for (const { difference, strategy } of comparison.paired) {
      expect(difference.level).toBeCloseTo(level, 12);
      const columns = [strategy, strategies[0]!].map(({ outcomes }) => outcomes['attacks']!);
      expect(difference).toEqual(
        pairedDifference({ a: columns[0]!, b: columns[1]!, level: difference.level }).difference,
      );
    }
  });

  test('are told apart only as far as the intervals of all pairs go, whatever their order', () => {
    const { selections } = comparison;
    expect(selections[0]!.kind).toBe('open');
    expect(selections[0]!.strategies.map(({ key }) => key).sort()).toEqual(['low', 'near']);
    const [first, ...others] = strategies;
    const turned = compareStrategies([...others, first!], [attacks]).selections[0]!;
    expect(turned.strategies.map(({ key }) => key)).toEqual(selections[0]!.strategies.map(({ key }) => key));
    const zone = compareStrategies(strategies, [{ ...attacks, indifference: 0.2 }]).selections[0]!;
    expect(zone.kind).toBe('near');
    expect(['low', 'near']).toContain(zone.strategies[0]!.key);
  });

  test('are ranked by their means, each best in a share of replications that adds up', () => {
    expect(comparison.ranked.map(({ strategy }) => strategy.key).slice(2)).toEqual(['base', 'high']);
    const shares = comparison.ranked.reduce((sum, { best }) => sum + best.value, 0);
    expect(shares).toBeCloseTo(1, 12);
  });

  test('have adjusted p-values no smaller than the plain ones', () => {
    for (const { pValue, adjustedPValue } of comparison.paired) expect(adjustedPValue).toBeGreaterThanOrEqual(pValue);
  });

  test('have the regrets that are known', () => {
    // A (10, 20, 30), B (15, 15, 25), C (12, 18, 40): worst regret 5, 5, 15, mean 10/3, 5/3, 20/3.
    const of = (key: string, values: number[]) => madeUpStrategy(key, { attacks: values });
    const { ranked } = compareStrategies(
      [of('A', [10, 20, 30]), of('B', [15, 15, 25]), of('C', [12, 18, 40])],
      [attacks],
    );
    const byKey = new Map(ranked.map((row) => [row.strategy.key, row]));
    expect(['A', 'B', 'C'].map((key) => byKey.get(key)!.worstRegret)).toEqual([5, 5, 15]);
    expect(['A', 'B', 'C'].map((key) => byKey.get(key)!.meanRegret.value.toFixed(6))).toEqual([
      '3.333333',
      '1.666667',
      '6.666667',
    ]);
  });

  test('have the share of replications that is good enough', () => {
    const threshold = compareStrategies([better, worse], [{ ...attacks, threshold: 10 }]).ranked;
    expect(threshold.map(({ strategy, satisficing }) => [strategy.key, satisficing!.value])).toEqual([
      ['better', 0.4],
      ['worse', 0.2],
    ]);
  });

  test('are compared by a rate as the ratio of sums', () => {
    const asked = metricOf(
      { outcome: 'attacks', per: 'personDays', direction: 'lower', indifference: 0 },
      () => 'attacks',
    );
    const about = { name: 'attacks per personDays', unit: 'per 1,000 person-days', scale: 1000 };
    expect(asked).toMatchObject({ ...about, meanBy: 'expectedAttacks' });
    const rate: Metric = { ...asked, meanBy: 'attacks' };
    const { paired, ranked } = compareStrategies(strategies, [rate]);
    const rateOf = (key: string) => {
      const { outcomes } = strategies.find((strategy) => strategy.key === key)!;
      return 1000 * ratioInterval({ numerators: outcomes['attacks']!, denominators: outcomes['personDays']! }).value;
    };
    for (const { strategy, difference, ratio } of paired) {
      expect(difference.value).toBeCloseTo(rateOf(strategy.key) - rateOf('base'), 9);
      expect(ratio!.value).toBeCloseTo(rateOf(strategy.key) / rateOf('base'), 12);
    }
    for (const { strategy, mean } of ranked) expect(mean.value).toBeCloseTo(rateOf(strategy.key), 9);
  });

  test('have every estimate in flat rows, with n, level and method', () => {
    const rows = comparisonRows(comparison);
    for (const row of rows) {
      expect(row.method).not.toBe('');
      expect(row.level).toBeGreaterThan(0.9);
      expect(row.n).toBeGreaterThan(0);
    }
    const names = rows.map(({ scenario, metric, statistic }) => `${scenario}/${metric}/${statistic}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what a comparison does not claim', () => {
  test('a mean or a verdict where the cap on events ended more than 1 % of replications', () => {
    const capped = madeUpStrategy('capped', { attacks: a, capped: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] });
    const { paired, ranked, selections, warnings } = compareStrategies([better, capped], [attacks]);
    expect(paired[0]).toMatchObject({ difference: { value: NaN, low: NaN }, verdict: { verdict: 'not resolved' } });
    expect(ranked.find(({ strategy }) => strategy.key === 'capped')!.mean.value).toBeNaN();
    expect(selections[0]!.kind).toBe('open');
    expect(warnings.join()).toContain('cap on events');
  });

  test('pairs of which one side is blank, and it says how many are left out', () => {
    const holes = madeUpStrategy('holes', { attacks: [NaN, ...a.slice(1)] });
    const { paired, warnings } = compareStrategies([better, holes], [attacks]);
    expect(paired[0]!.difference.n).toBe(9);
    expect(warnings.join()).toContain('1 replications without a value');
  });

  test('that common luck helps where it hurts', () => {
    const mirrored = madeUpStrategy('mirrored', { attacks: b.map((value) => 30 - value) });
    expect(compareStrategies([better, mirrored], [attacks]).warnings.join()).toMatch(/Common luck hurts.*ρ -1\.00/);
  });

  test('that totals of unequal periods are alike', () => {
    const longer = { ...worse, horizonDays: 200 };
    expect(compareStrategies([better, longer], [attacks]).warnings.join()).toContain('not equally long');
  });
});

test('deaths have their exceedance, their worst mean and their first day', () => {
  const killed = [0, 0, 1, 2, 2, 3, 5, 8, 13, 40];
  const firstFatalDay = killed.map((count, r) => (count === 0 ? NaN : 10 * r));
  const deadly = madeUpStrategy('deadly', { attacks: a, killed, firstFatalDay });
  const [none, tails] = compareStrategies([better, deadly], [attacks]).tails;
  const at = (threshold: number) => tails!.killed.find((row) => row.threshold === threshold)!.probabilityAtLeast.value;
  expect([at(1), at(3), at(10)]).toEqual([0.8, 0.5, 0.2]);
  // Events on days 20, 30 … 90, two censored at 100: survival falls to ½ with the fifth, on day 60.
  expect(tails!.firstFatalDay.value).toBe(60);
  expect(tails!.fatalDifference!.value).toBeCloseTo(0.8, 12);
  expect(none!.fatalDifference).toBeUndefined();
  expect(none!.survival).toEqual([]);
});

test('strategies of unequal replications are not compared', () => {
  expect(() => compareStrategies([better, madeUpStrategy('short', { attacks: [1, 2] })], [attacks])).toThrow(
    'replications of short must be 10, got 2',
  );
  expect(() => compareStrategies([better], [attacks])).toThrow('strategies must be at least two, got 1');
});

test('means of a comparison are those of each strategy alone', () => {
  const { ranked } = compareStrategies([better, worse], [attacks]);
  expect(ranked.map(({ mean }) => mean)).toEqual([meanInterval(b), meanInterval(a)]);
});
