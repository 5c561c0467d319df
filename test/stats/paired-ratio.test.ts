import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairedRatio, ratioOfRates } from '../../src/stats/paired-ratio.js';
import { coverageZ, luckOf } from './coverage.js';

const nA = [3, 0, 5, 2, 4, 1];
const dA = [100, 110, 90, 95, 105, 100];
const nB = [6, 1, 7, 2, 9, 3];
const dB = [80, 85, 70, 90, 75, 80];
const positive = fc.double({ min: 0.1, max: 1e3, noNaN: true });
const rows = fc.array(fc.tuple(positive, positive, positive, positive), { minLength: 2, maxLength: 20 });
const ratesOf = (table: readonly (readonly [number, number, number, number])[]) => ({
  a: { numerators: table.map((row) => row[0]), denominators: table.map((row) => row[1]) },
  b: { numerators: table.map((row) => row[2]), denominators: table.map((row) => row[3]) },
});

describe('known answers', () => {
  test('six replications have the direct jackknife of the logarithm (numpy)', () => {
    const rates = ratioOfRates({
      a: { numerators: nA, denominators: dA },
      b: { numerators: nB, denominators: dB },
    });
    expect(rates.value).toBeCloseTo(15 / 600 / (28 / 480), 12);
    expect(rates.low).toBeCloseTo(0.27150843962798, 10);
    expect(rates.high).toBeCloseTo(0.6764926705019603, 10);
    const means = pairedRatio({ a: nA, b: nB });
    expect(means).toMatchObject({ n: 6, level: 0.95, droppedPairs: 0, method: 'jackknife t of the logarithm' });
    expect(means.value).toBeCloseTo(15 / 28, 12);
    expect(means.low).toBeCloseTo(0.3611097366222743, 10);
    expect(means.high).toBeCloseTo(0.7947439983280279, 10);
  });
});

describe('laws', () => {
  test('B by A is one over A by B, ends and all', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const { a, b } = ratesOf(table);
        const [there, back] = [ratioOfRates({ a, b }), ratioOfRates({ a: b, b: a })];
        expect(back.value * there.value).toBeCloseTo(1, 9);
        expect(back.low * there.high).toBeCloseTo(1, 6);
        expect(there.low <= there.value && there.value <= there.high).toBe(true);
      }),
    );
  });

  test('over equal denominators the ratio of rates is the ratio of means', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const { a, b } = ratesOf(table);
        const rates = ratioOfRates({
          a: { ...a, denominators: a.denominators.map(() => 7) },
          b: { ...b, denominators: a.denominators.map(() => 7) },
        });
        const means = pairedRatio({ a: a.numerators, b: b.numerators });
        for (const key of ['value', 'low', 'high'] as const) expect(rates[key] / means[key]).toBeCloseTo(1, 6);
      }),
    );
  });

  test('a column against a multiple of itself has no width, and a blank drops its row', () => {
    const twice = pairedRatio({ a: [2, NaN, 4, 10, 1], b: [1, 9, 2, 5, NaN] });
    expect(twice).toMatchObject({ n: 3, droppedPairs: 2 });
    for (const key of ['value', 'low', 'high'] as const) expect(twice[key]).toBeCloseTo(2, 12);
  });
});

describe('coverage at 95 %, with the share of a simulation of 20,000 in numpy (4,000 samples, 4 standard errors)', () => {
  test('20 pairs of lognormal values with σ .8 and ρ .8: .936', () => {
    const { normal } = luckOf('ratio of lognormals');
    const interval = () => {
      const common = Array.from({ length: 20 }, normal);
      return pairedRatio({
        a: common.map((z) => 1.5 * Math.exp(0.8 * (0.8 * z + 0.6 * normal()) - 0.32)),
        b: common.map((z) => Math.exp(0.8 * z - 0.32)),
      });
    };
    expect(Math.abs(coverageZ({ expected: 0.936, runs: 4000, truth: 1.5, interval }))).toBeLessThan(4);
  });

  test('100 pairs of independent exponentials: .949, of rates with common person-days too', () => {
    const { exponential, uniform } = luckOf('ratio of rates');
    const interval = () => {
      const days = Array.from({ length: 100 }, () => 500 + 1000 * uniform());
      return ratioOfRates({
        a: { numerators: days.map((d) => 0.03 * d * exponential()), denominators: days },
        b: { numerators: days.map((d) => 0.04 * d * exponential()), denominators: days.map((d) => 2 * d) },
      });
    };
    expect(Math.abs(coverageZ({ expected: 0.949, runs: 4000, truth: 1.5, interval }))).toBeLessThan(4);
  });
});

describe('what cannot be estimated', () => {
  test('no event in A is a ratio of 0 without an interval, none in B is no ratio', () => {
    expect(pairedRatio({ a: [0, 0, 0], b: [1, 2, 3] })).toMatchObject({
      value: 0,
      low: NaN,
      note: 'no interval: nothing happened in the numerator',
    });
    expect(pairedRatio({ a: [1, 2, 3], b: [0, 0, 0] })).toMatchObject({ value: NaN, low: NaN });
    expect(pairedRatio({ a: [0, 4, 0], b: [1, 2, 3] })).toMatchObject({
      high: NaN,
      note: 'no interval: one replication holds a whole sum',
    });
    expect(pairedRatio({ a: [], b: [] }).note).toBe('not estimable with 0 replications');
    expect(pairedRatio({ a: [3], b: [2] })).toMatchObject({ value: 1.5, note: 'not estimable with 1 replication' });
  });

  test('negative values are refused, as a ratio of them says nothing', () => {
    expect(() => pairedRatio({ a: [1, 2], b: [1, -1] })).toThrow(
      new RangeError('column 1 must be at least 0 throughout, got -1'),
    );
  });
});
