import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  zeta,
  zetaMean,
  zetaSurvival,
  zetaTruncatedMean,
  zetaTruncatedSurvival,
} from '../../../src/random/laws/zeta.js';
import { openStream } from '../../../src/random/stream.js';
import severityCases from '../../cases/severity.json' with { type: 'json' };
import { allowedZ, chiSquareZ, meanZ } from '../goodness-of-fit.js';

const { parameters, expected, tolerance } = z
  .object({
    parameters: z.object({ k: z.array(z.number()), truncate: z.number() }),
    expected: z.object({
      sf_2_5: z.array(z.number()),
      sf_2_4: z.array(z.number()),
      mean_2_5: z.number(),
      mean_2_4: z.number(),
      trunc_mean_2_5: z.number(),
      trunc_sf10_2_5: z.number(),
    }),
    tolerance: z.object({ rel: z.number() }),
  })
  .parse(severityCases.find(({ name }) => name === 'fatality_zeta_tail'));

function draws({ alpha, max, count }: { alpha: number; max: number; count: number }): Float64Array {
  const next = openStream({ seed: 11, replication: 0, purpose: 'killed', entity: `${alpha} ${max}` });
  return new Float64Array(count).map(() => zeta({ alpha, max }, next));
}

describe('the exact zeta law', () => {
  const near = (value: number, exact: number) => expect(Math.abs(value / exact - 1)).toBeLessThanOrEqual(tolerance.rel);

  test('has the survival function and mean of the case fatality_zeta_tail', () => {
    for (const [i, k] of parameters.k.entries()) {
      near(zetaSurvival(2.5, k), expected.sf_2_5[i]!);
      near(zetaSurvival(2.4, k), expected.sf_2_4[i]!);
    }
    near(zetaMean(2.5), expected.mean_2_5);
    near(zetaMean(2.4), expected.mean_2_4);
    expect(zetaMean(2)).toBe(Infinity);
  });

  test('cut at 200 has the mean and survival of the case', () => {
    near(zetaTruncatedMean(2.5, parameters.truncate), expected.trunc_mean_2_5);
    near(zetaTruncatedSurvival(2.5, 10, parameters.truncate), expected.trunc_sf10_2_5);
  });

  test('cut where one person is, is that person; above the cut nothing is', () => {
    expect(zetaTruncatedMean(2.5, 1)).toBe(1);
    expect(zetaTruncatedSurvival(2.5, 1, 7)).toBe(1);
    expect(zetaTruncatedSurvival(2.5, 8, 7)).toBe(0);
  });

  test('cut at 50 with an infinite mean uncut has the known mean', () => {
    // Added up with mpmath 1.3.0 at 25 digits
    expect(zetaTruncatedMean(2.1, 50)).toBeCloseTo(2.47326579736313, 12);
    expect(zetaTruncatedMean(1.5, 3)).toBeCloseTo((1 + 2 ** -0.5 + 3 ** -0.5) / (1 + 2 ** -1.5 + 3 ** -1.5), 14);
  });
});

describe('zeta draws', () => {
  const cases: [alpha: number, max: number][] = [
    [2.5, 200],
    [2.4, 200],
    [2.1, 1000],
    [3, 5],
    [1.2, 40],
    [6, 12],
  ];
  test.each(cases)('of α %d cut at %d have the exact mean and probabilities', (alpha, max) => {
    const count = 100_000;
    const drawn = draws({ alpha, max, count });
    const exactly = (k: number) => zetaTruncatedSurvival(alpha, k, max) - zetaTruncatedSurvival(alpha, k + 1, max);
    const mean = zetaTruncatedMean(alpha, max);
    let square = 0;
    for (let k = 1; k <= max; k++) square += k * k * exactly(k);
    expect(Math.abs(meanZ(drawn, { mean, variance: square - mean * mean }))).toBeLessThanOrEqual(allowedZ);
    // Cells 1, 2, … while enough are expected, and one cell for all that is above.
    const shares: number[] = [];
    for (let k = 1; k < max && exactly(k) * count > 20 && shares.length < 30; k++) shares.push(exactly(k));
    const counts = new Float64Array(shares.length + 1);
    for (const k of drawn) counts[Math.min(k - 1, shares.length)]!++;
    shares.push(zetaTruncatedSurvival(alpha, shares.length + 1, max));
    expect(Math.abs(chiSquareZ(counts, shares))).toBeLessThanOrEqual(allowedZ);
  });

  test('that are not cut meet the survival of the case', () => {
    const count = 200_000;
    const drawn = draws({ alpha: 2.5, max: Infinity, count });
    for (const [i, k] of parameters.k.entries()) {
      const exact = expected.sf_2_5[i]!;
      const reached = drawn.filter((x) => x >= k).length / count;
      expect(Math.abs(reached - exact)).toBeLessThanOrEqual(allowedZ * Math.sqrt((exact * (1 - exact)) / count));
    }
  });

  test('of another exponent would be caught', () => {
    const drawn = draws({ alpha: 2.4, max: 200, count: 100_000 });
    const [mean, reach] = [zetaTruncatedMean(2.5, 200), zetaTruncatedSurvival(2.5, 2, 200)];
    expect(drawn.reduce((sum, k) => sum + k, 0) / drawn.length).toBeGreaterThan(mean);
    const counts = [drawn.filter((k) => k < 2).length, drawn.filter((k) => k >= 2).length];
    expect(chiSquareZ(counts, [1 - reach, reach])).toBeGreaterThan(allowedZ);
  });

  test('are whole numbers from 1 to the cut, and 1 where the cut is 1', () => {
    for (const k of draws({ alpha: 1.05, max: 3, count: 10_000 })) expect([1, 2, 3]).toContain(k);
    expect(new Set(draws({ alpha: 2.5, max: 1, count: 1000 }))).toEqual(new Set([1]));
  });
});
