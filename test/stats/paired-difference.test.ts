import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanInterval } from '../../src/stats/mean-interval.js';
import { pairedDifference } from '../../src/stats/paired-difference.js';
import { coverageZ, luckOf, sampleOf } from './coverage.js';

const a = [12, 15, 9, 14, 11, 17, 10, 13, 16, 12];
const b = [10, 14, 8, 11, 10, 15, 9, 11, 14, 11];
const column = (length: number) =>
  fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: length, maxLength: length });
const pairs = fc.integer({ min: 3, max: 30 }).chain((n) => fc.tuple(column(n), column(n)));

describe('ten pairs', () => {
  test('have the difference, interval, correlation and variance reduction of scipy and numpy', () => {
    const paired = pairedDifference({ a, b });
    expect(paired.difference).toMatchObject({ n: 10, level: 0.95, method: 'Student t' });
    expect(paired.difference.value).toBeCloseTo(1.6, 12);
    expect(paired.halfWidth).toBeCloseTo(0.5001818, 7);
    expect(paired.unpairedHalfWidth).toBeCloseTo(2.3120751, 7);
    expect(paired.difference.low).toBeCloseTo(1.0998182, 7);
    expect(paired.difference.high).toBeCloseTo(2.1001818, 7);
    expect(paired.correlation).toBeCloseTo(0.9663189678, 9);
    expect(paired.varianceReduction).toBeCloseTo(24.7727272727, 9);
    expect([paired.meanA, paired.meanB]).toEqual([12.9, 11.3]);
    expect(paired).toMatchObject({ droppedPairs: 0, warnings: [], differing: { value: 1 } });
  });

  test('turned against each other make the comparison worse, and the result says so', () => {
    const turned = pairedDifference({ a: [...a].sort((x, y) => x - y), b: [...b].sort((x, y) => y - x) });
    expect(turned.correlation).toBeLessThan(0);
    expect(turned.varianceReduction).toBeLessThan(1);
    expect(turned.warnings).toEqual(['negative correlation']);
  });
});

describe('laws', () => {
  test('B against A is A against B with the sign turned', () => {
    fc.assert(
      fc.property(pairs, ([x, y]) => {
        const [there, back] = [pairedDifference({ a: x, b: y }), pairedDifference({ a: y, b: x })];
        expect(back.difference.value + there.difference.value).toBeCloseTo(0, 9);
        expect(back.difference.low + there.difference.high).toBeCloseTo(0, 9);
        if (Number.isNaN(there.varianceReduction)) expect(back.varianceReduction).toBeNaN();
        else expect(back.varianceReduction).toBeCloseTo(there.varianceReduction, 6);
      }),
    );
  });

  test('a blank in either column drops the pair, and only the count tells of it', () => {
    fc.assert(
      fc.property(pairs, fc.nat(29), fc.boolean(), ([x, y], at, inA) => {
        const place = at % (x.length + 1);
        const [withA, withB] = [x.toSpliced(place, 0, inA ? NaN : 5), y.toSpliced(place, 0, inA ? 5 : NaN)];
        const { droppedPairs, warnings, ...rest } = pairedDifference({ a: withA, b: withB });
        const { droppedPairs: none, warnings: before, ...whole } = pairedDifference({ a: x, b: y });
        expect(rest).toEqual(whole);
        expect([droppedPairs, none]).toEqual([1, 0]);
        expect(warnings).toEqual([...before, 'pairs dropped']);
      }),
    );
  });

  test('with independent columns the factor is near 1, with common luck it is 1/(1 − ρ)', () => {
    const { normal } = luckOf('variance reduction');
    const common = sampleOf(20_000, normal);
    const own = () => sampleOf(20_000, normal);
    const mixed = () => own().map((value, i) => 0.6 * value + 0.8 * common[i]!);
    // ρ of the mixed is .64; the factor's standard error is about factor · √(2/n) · small, below .02.
    expect(pairedDifference({ a: own(), b: own() }).varianceReduction).toBeCloseTo(1, 1);
    expect(Math.abs(pairedDifference({ a: mixed(), b: mixed() }).varianceReduction - 1 / 0.36)).toBeLessThan(0.12);
  });
});

describe('without spread', () => {
  test('equal columns differ by 0 without a width, and the share that may differ all the same is told', () => {
    const same = pairedDifference({ a: new Array<number>(100).fill(3), b: new Array<number>(100).fill(3) });
    expect(same.difference).toMatchObject({ value: 0, low: 0, high: 0 });
    expect(same.warnings).toEqual(['every pair equal']);
    expect(same.correlation).toBeNaN();
    expect(same.varianceReduction).toBeNaN();
    // Clopper–Pearson of 0 in 100.
    expect(same.differing.high).toBeCloseTo(0.0362167, 6);
    expect(pairedDifference({ a, b: a })).toMatchObject({
      varianceReduction: Infinity,
      warnings: ['every pair equal'],
    });
  });

  test('columns one constant apart are known by it, though rounding makes the differences vary', () => {
    const { uniform } = luckOf('constant apart');
    const base = Array.from({ length: 50 }, uniform);
    const moved = base.map((value) => value + 0.1);
    expect(new Set(moved.map((value, i) => value - base[i]!)).size).toBeGreaterThan(1);
    expect(pairedDifference({ a: moved, b: base })).toMatchObject({
      varianceReduction: Infinity,
      warnings: ['every difference equal'],
    });
  });
});

describe('coverage', () => {
  const paired = (luck: ReturnType<typeof luckOf>) => () => {
    const common = sampleOf(12, luck.normal);
    const own = (mean: number) => common.map((value) => mean + value + 0.7 * luck.normal());
    return { a: own(1.5), b: own(1) };
  };

  test('for correlated normals it is the level (12 pairs, 4,000 samples, 4 standard errors)', () => {
    const draw = paired(luckOf('paired normals'));
    const interval = () => pairedDifference(draw()).difference;
    expect(Math.abs(coverageZ({ expected: 0.95, runs: 4000, truth: 0.5, interval }))).toBeLessThan(4);
  });

  test('an interval that takes the columns for independent covers far too often here: the test can fail', () => {
    const draw = paired(luckOf('paired normals'));
    const interval = () => {
      const { a: x, b: y } = draw();
      const [one, other] = [meanInterval(x), meanInterval(y)];
      return { low: one.low - other.high, high: one.high - other.low };
    };
    expect(coverageZ({ expected: 0.95, runs: 4000, truth: 0.5, interval })).toBeGreaterThan(4);
  });
});

test('no pair and one pair have no interval; columns of unequal length and infinities are refused', () => {
  expect(pairedDifference({ a: [], b: [] }).difference.note).toBe('not estimable with 0 replications');
  expect(pairedDifference({ a: [1, NaN], b: [3, 2] })).toMatchObject({
    difference: { value: -2, note: 'not estimable with 1 replication' },
    halfWidth: NaN,
    varianceReduction: NaN,
  });
  expect(() => pairedDifference({ a: [1, 2], b: [1] })).toThrow(
    new RangeError('column 1 must be as long as column 0 (2), got 1'),
  );
  expect(() => pairedDifference({ a: [1, 2], b: [1, Infinity] })).toThrow(
    new RangeError('value 1 of column 1 must be a finite number or blank (NaN), got Infinity'),
  );
});
