import { describe, expect, it } from 'vitest';
import { drawComparison } from '../../src/cli/comparison-figure-set.js';
import { compareStrategies, type Strategy } from '../../src/experiment/compare/index.js';
import { pageOf, usualLook } from '../../src/figures/index.js';
import { renderSvg } from '../../src/render/index.js';
import { attacks, madeUpStrategy } from '../experiment/compare/made-up-strategy.js';
import { encodedFields, objectsIn } from './spec-walk.js';

const page = pageOf(usualLook);
const values = (shift: number) => Array.from({ length: 63 }, (_, r) => shift + ((r * 7) % 11));
/** As many person-attacks as a hundred people at each attack suffer. */
const exposed = (attacked: readonly number[]) => ({
  attacks: attacked,
  personAttacks: attacked.map((count) => 100 * count),
  personDays: attacked.map(() => 10_000),
});
const usual = [0, 3, -0.2].map((shift, i) =>
  madeUpStrategy(['stay', 'atOnce', 'byAir'][i]!, exposed(values(5 + shift))),
);
const cases: Record<string, readonly Strategy[]> = {
  usual,
  'all equal': ['a', 'b'].map((key) => madeUpStrategy(key, exposed(values(0).fill(2)))),
  'no attack at all': ['a', 'b'].map((key) => madeUpStrategy(key, exposed(values(0).fill(0)))),
  'a long key': [
    ...usual,
    madeUpStrategy('leaveEveryBaseOfTheNorthAtOnceAndTheOthersBySeptemberOfTheYearThereafter', exposed(values(9))),
  ],
  'two replications': ['a', 'b'].map((key, i) => madeUpStrategy(key, exposed([i, 2]))),
};

describe.each(Object.entries(cases))('figures of a comparison: %s', (_, strategies) => {
  const comparison = compareStrategies(strategies, [{ ...attacks, indifference: 0.5 }]);
  const drawings = drawComparison({ comparison, title: 'A made-up study of nothing in particular', seed: 4, page });

  it('are there', () => {
    const names = drawings.map(({ name }) => name);
    const few = strategies[0]!.n < 3;
    const all = [
      'strategy-intervals',
      'paired-differences',
      'total-against-per-person',
      'regret',
      'convergence-of-differences',
    ];
    const quiet = strategies.every(({ outcomes }) => outcomes['attacks']!.every((count) => count === 0));
    const left = [...(few ? ['convergence-of-differences'] : []), ...(quiet ? ['total-against-per-person'] : [])];
    expect(names).toEqual(all.filter((name) => !left.includes(name)));
  });

  it.each(drawings)('$name reads only fields its rows have, and computes nothing', ({ spec }) => {
    for (const { field, rows } of encodedFields(spec)) for (const row of rows) expect(row).toHaveProperty(field);
    for (const object of objectsIn(spec))
      for (const key of ['transform', 'aggregate', 'bin', 'timeUnit', 'impute']) expect(object).not.toHaveProperty(key);
  });

  it.each(drawings)('$name is drawn without a warning, inside its width', async ({ spec }) => {
    const warnings: string[] = [];
    const svg = await renderSvg(spec, (text) => warnings.push(text));
    expect(warnings).toEqual([]);
    const [, width = ''] = / viewBox="0 0 (\d+) /.exec(svg) ?? [];
    expect(Number(width)).toBeGreaterThanOrEqual(page.width);
    expect(Number(width)).toBeLessThanOrEqual(page.width + 8);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it.each(drawings)('$name says in words what it shows, and that it is model output', ({ spec }) => {
    expect(spec.description).toContain('Model output, not observation.');
    expect(spec.description).toContain('seed 4');
  });
});

it('a spread of the replications and the difference stand in the rows as they are', () => {
  const comparison = compareStrategies(usual, [attacks]);
  const [spread, paired] = drawComparison({ comparison, title: 'x', seed: 1, page });
  const mean = values(5).reduce((sum, value) => sum + value, 0) / 63;
  expect(spread!.rows.find((row) => 'mean' in row && 'scenario' in row && row.scenario === 'stay')).toMatchObject({
    mean,
  });
  const difference: unknown = paired!.rows.find((row) => 'scenario' in row && row.scenario === 'atOnce');
  expect(difference).toMatchObject({ metric: 'attacks', verdict: 'worse' });
});
