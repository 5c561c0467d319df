import { describe, expect, test } from 'vitest';
import { claimWord, evaluateClaims } from '../../src/experiment/claims.js';
import { Assembly } from '../../src/experiment/assemble.js';
import { outcome, type Results } from '../../src/experiment/results.js';
import { openRunner } from '../../src/experiment/run-replications.js';
import type { CompiledScenario } from '../../src/model/compile.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { compiled, plain } from '../model/small-scenario.js';
import { resultsFromColumns } from './results-from-columns.js';

type Claim = NonNullable<ScenarioInput['claims']>[number];
const claim: Claim = { name: 'c', says: 's', source: 'd', outcome: 'attacks', relation: 'above', than: 1 };

function evaluated(
  change: object,
  given: Record<string, number[]>,
  compared: ReadonlyMap<string, Results> = new Map(),
) {
  const scenario = compiled({ ...plain, claims: [{ ...claim, ...change }] });
  return evaluateClaims({ compiled: scenario, results: resultsFromColumns(scenario, given), compared })[0]!;
}

function simulated(scenario: CompiledScenario, n: number): Results {
  const assembly = new Assembly(scenario, 1);
  assembly.add(openRunner(scenario, 1)({ from: 0, to: n }));
  return assembly.results(n);
}

describe('a claim', () => {
  // Ten paired replications computed by scipy: D̄ 1.6, CI [1.0998182, 2.1001818], ρ .966319.
  const a = [12, 15, 9, 14, 11, 17, 10, 13, 16, 12];
  const b = [10, 14, 8, 11, 10, 15, 9, 11, 14, 11];

  test('against another outcome gives the paired difference, ρ and both means', () => {
    const result = evaluated({ than: { outcome: 'attacksOnBases' } }, { attacks: a, attacksOnBases: b });
    expect(result.difference.value).toBeCloseTo(1.6, 12);
    expect(result.difference.low).toBeCloseTo(1.0998182, 7);
    expect(result.difference.high).toBeCloseTo(2.1001818, 7);
    expect(result.correlation).toBeCloseTo(0.966319, 6);
    expect([result.left.value, result.right.value]).toEqual([12.9, 11.3]);
    // Clopper–Pearson of 10 in 10: .025^(1/10).
    expect(result.probability).toMatchObject({ value: 1, n: 10, low: expect.closeTo(0.025 ** 0.1, 9) });
  });

  test('against another scenario compares replication by replication', () => {
    const other = resultsFromColumns(compiled(plain), { attacks: b });
    const than = { outcome: 'attacks', scenario: './b.ts' };
    const result = evaluated({ than }, { attacks: a }, new Map([['./b.ts', other]]));
    expect(result.difference.value).toBeCloseTo(1.6, 12);
    expect(result.words).toBe('attacks is above the same in ./b.ts');
  });

  test('against another scenario leaves out, and counts, replications that rest on different draws', () => {
    const other = resultsFromColumns(compiled(plain), { attacks: [1, 9, 1, 9], parameterRedraws: [0, 1, 2, 0] });
    const than = { outcome: 'attacks', scenario: './b.ts' };
    const own = { attacks: [2, 2, 2, 2], parameterRedraws: [0, 0, 2, 1] };
    const result = evaluated({ than }, own, new Map([['./b.ts', other]]));
    expect(result).toMatchObject({ apart: 2, blanks: 0, probability: { value: 1, n: 2 }, difference: { value: 1 } });
    expect(evaluated({ than: { outcome: 'attacksOnBases' } }, own)).toMatchObject({ apart: 0, probability: { n: 4 } });
  });

  test('whose other scenario was not simulated is left out', () => {
    const scenario = compiled({ ...plain, claims: [{ ...claim, than: { outcome: 'attacks', scenario: './b.ts' } }] });
    const results = resultsFromColumns(scenario, { attacks: a });
    expect(evaluateClaims({ compiled: scenario, results, compared: new Map() })).toEqual([]);
  });

  test.each([
    ['above', 0.25],
    ['atLeast', 0.5],
    ['below', 0.5],
    ['atMost', 0.75],
  ] as const)(
    'that is %s holds in the replications in which it is so, with a factor on what it is compared with',
    (relation, share) => {
      // Against 2 × 3.
      const columns = { attacks: [5, 6, 7, 4], attacksOnBases: [3, 3, 3, 3] };
      const { probability, ties } = evaluated({ relation, times: 2, than: { outcome: 'attacksOnBases' } }, columns);
      expect([probability.value, ties]).toEqual([share, 1]);
      expect(evaluated({ relation, times: 2, than: 3 }, columns)).toMatchObject({ probability, ties: 0 });
    },
  );

  test('divided by nothing, or about what did not happen, is blank there and counted', () => {
    const columns = { attacksOnConvoys: [0, 1, 4, 3], attacks: [0, 2, 5, 0] };
    const result = evaluated({ outcome: 'attacksOnConvoys', per: 'attacks', than: 0.7 }, columns);
    expect(result).toMatchObject({ blanks: 2, probability: { value: 0.5, n: 2 } });
    expect(result.left.value).toBeCloseTo(0.65, 12);
    const fatal = evaluated({ outcome: 'firstFatalDay', than: 10 }, { firstFatalDay: [NaN, NaN] });
    expect(fatal).toMatchObject({ blanks: 2, probability: { value: NaN, n: 0 }, word: '' });
  });

  test('about a Poisson number holds as often as its distribution says', () => {
    const scenario = compiled({ ...plain, claims: [{ ...claim, relation: 'atLeast', than: 25 }] });
    const n = 3000;
    const [result] = evaluateClaims({ compiled: scenario, results: simulated(scenario, n), compared: new Map() });
    // P(X ≥ 25), X Poisson of mean 0.2 × 100 (scipy.stats.poisson.sf(24, 20)).
    const p = 0.15677259;
    expect(Math.abs((result!.probability.value - p) / Math.sqrt((p * (1 - p)) / n))).toBeLessThan(4);
    // Nothing is uncertain here, so it can rest on nothing.
    expect(result).toMatchObject({ numbersTested: 0, restsOn: [] });
  });

  test('rests on the number that drives it, and would flip with it; a number of another matter is not named', () => {
    const actors = {
      militias: { ...plain.actors.militias, baselinePerDay: { uniform: { low: 0.1, high: 0.3 } } },
    };
    const scenario = compiled({
      ...plain,
      actors,
      severity: { woundedMean: { uniform: { low: 0, high: 1 } } },
      claims: [{ ...claim, than: 20 }],
    });
    const [result] = evaluateClaims({ compiled: scenario, results: simulated(scenario, 600), compared: new Map() });
    expect(result!.numbersTested).toBe(2);
    expect(result!.restsOn.map(({ path }) => path)).toEqual(['actors.militias.baselinePerDay']);
    expect(result!.wouldFlip?.path).toBe('actors.militias.baselinePerDay');
    const { lower, upper } = result!.wouldFlip!;
    expect(lower.from).toBeGreaterThanOrEqual(0.1);
    expect([lower.to, upper.from]).toEqual([expect.closeTo(1 / 6, 1), expect.closeTo(7 / 30, 1)]);
    // P(Poisson(100 λ) > 20), averaged over λ in the lowest and in the highest third.
    for (const [{ n, value }, exact] of [
      [lower.probability, 0.0503],
      [upper.probability, 0.8709],
    ] as const) {
      expect(n).toBe(200);
      expect(Math.abs(value - exact)).toBeLessThanOrEqual(4 * Math.sqrt((exact * (1 - exact)) / n));
    }
  });
});

test('claims and the scenarios they name change no number of any replication', () => {
  const numbers = (results: Results) => results.columns.map(({ name }) => outcome(results, name));
  const without = simulated(compiled(plain), 20);
  const claims = [{ ...claim, than: { outcome: 'attacks', scenario: './b.ts' } }];
  expect(numbers(simulated(compiled({ ...plain, claims }), 20))).toEqual(numbers(without));
});

test.each([
  [0.56, 0.79, 'likely'],
  [0.47, 0.53, 'roughly even chance'],
  [0.52, 0.6, 'more likely than not'],
  [0.3, 0.49, 'less likely than not'],
  [0.19, 0.21, 'less likely than not'],
  [0.04, 0.06, ''],
  [0.49, 0.56, 'not told apart from even'],
  [0.92, 0.97, ''],
  [0.78, 0.82, 'more likely than not'],
  [0, 0.002, ''],
  [NaN, NaN, ''],
])('an interval from %f to %f is called "%s": a word is never stronger than its interval', (low, high, word) => {
  expect(claimWord({ value: (low + high) / 2, low, high, level: 0.95, n: 100, method: 'Wilson' })).toBe(word);
});
