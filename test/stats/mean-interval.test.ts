import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanInterval, studentHalfWidth } from '../../src/stats/mean-interval.js';
import { coverageZ, luckOf, sampleOf } from './coverage.js';

const sample = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 });

describe('known answers', () => {
  test.each([
    [4, 2.7764451],
    [9, 2.2621572],
    [29, 2.0452296],
    [99, 1.984217],
  ])('t(.975) with %i degrees of freedom is %f, as in printed tables', (degrees, t) => {
    const n = degrees + 1;
    expect(studentHalfWidth({ sd: Math.sqrt(n), n, level: 0.95 })).toBeCloseTo(t, 7);
  });

  test('mean 2.22, s .55, n 10 has the half-width .3934463 (R, qt)', () => {
    expect(studentHalfWidth({ sd: 0.55, n: 10, level: 0.95 })).toBeCloseTo(0.3934463, 7);
  });

  test('ten values have the mean and the 95 and 99 % intervals of scipy.stats.t.interval', () => {
    const values = [12, 15, 9, 14, 11, 17, 10, 13, 16, 12];
    const at95 = meanInterval(values);
    expect(at95).toMatchObject({ level: 0.95, n: 10, method: 'Student t' });
    expect(at95.value).toBeCloseTo(12.9, 12);
    expect(at95.low).toBeCloseTo(11.039155146241864, 10);
    expect(at95.high).toBeCloseTo(14.760844853758137, 10);
    expect(meanInterval(values, 0.99).low).toBeCloseTo(10.226693369238973, 10);
    expect(meanInterval(values, 0.99).high).toBeCloseTo(15.573306630761028, 10);
  });

  test('the differences of two paired strategies give 1.6 and [1.0998182, 2.1001818]', () => {
    const a = [12, 15, 9, 14, 11, 17, 10, 13, 16, 12];
    const b = [10, 14, 8, 11, 10, 15, 9, 11, 14, 11];
    const interval = meanInterval(a.map((value, i) => value - b[i]!));
    expect(interval.value).toBeCloseTo(1.6, 12);
    expect(interval.low).toBeCloseTo(1.0998182, 7);
    expect(interval.high).toBeCloseTo(2.1001818, 7);
  });

  test('a large offset does not cost the variance its digits', () => {
    const { low, high } = meanInterval([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
    // s² is 30 (the textbook example of the one-pass formula's failure); t(.975, 3) is 3.1824463.
    expect((high - low) / 2).toBeCloseTo((3.1824463 * Math.sqrt(30)) / 2, 6);
  });
});

describe('laws', () => {
  test('constant data have an interval of no width', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 2, max: 99 }), (value, n) => {
        expect(meanInterval(new Array<number>(n).fill(value))).toMatchObject({ value, low: value, high: value });
      }),
    );
  });

  test('the interval holds the mean and widens with the level', () => {
    fc.assert(
      fc.property(sample, (values) => {
        const [narrow, wide] = [meanInterval(values, 0.8), meanInterval(values, 0.99)];
        expect(narrow.low <= narrow.value && narrow.value <= narrow.high).toBe(true);
        expect(wide.low <= narrow.low && narrow.high <= wide.high).toBe(true);
      }),
    );
  });

  test('a change of scale and origin changes the interval alike', () => {
    const scale = fc.double({ min: 0.01, max: 100, noNaN: true });
    const shift = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(sample, scale, shift, (values, a, b) => {
        const before = meanInterval(values);
        const after = meanInterval(values.map((value) => a * value + b));
        const size = a * Math.max(...values.map(Math.abs)) + Math.abs(b) + 1;
        for (const key of ['value', 'low', 'high'] as const)
          expect(Math.abs(after[key] - (a * before[key] + b)) / size).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('coverage', () => {
  test('for normal values it is the level (10 values, 4,000 samples, 4 standard errors)', () => {
    const { normal } = luckOf('mean of normals');
    const interval = () => meanInterval(sampleOf(10, normal));
    expect(Math.abs(coverageZ({ expected: 0.95, runs: 4000, truth: 0, interval }))).toBeLessThan(4);
    expect(Math.abs(coverageZ({ expected: 0.9, runs: 4000, truth: 0, interval }))).toBeGreaterThan(4);
  });

  test('for 30 exponential values it is .9272, not the nominal .95 (2,000,000 samples with numpy; 4 standard errors)', () => {
    const { exponential } = luckOf('mean of exponentials');
    const interval = () => meanInterval(sampleOf(30, exponential));
    expect(Math.abs(coverageZ({ expected: 0.9272, runs: 4000, truth: 1, interval }))).toBeLessThan(4);
  });
});

describe('what cannot be estimated', () => {
  test('no value has no mean, one value a mean without an interval', () => {
    expect(meanInterval([])).toEqual({
      value: NaN,
      low: NaN,
      high: NaN,
      level: 0.95,
      n: 0,
      method: 'Student t',
      note: 'not estimable with 0 replications',
    });
    expect(meanInterval([3])).toMatchObject({
      value: 3,
      low: NaN,
      high: NaN,
      note: 'not estimable with 1 replication',
    });
  });

  test('a value that is not finite is refused by its index, a level in per cent by its value', () => {
    expect(() => meanInterval([1, 2, NaN])).toThrow(new RangeError('value 2 must be a finite number, got NaN'));
    expect(() => meanInterval([1, -Infinity])).toThrow(
      new RangeError('value 1 must be a finite number, got -Infinity'),
    );
    expect(() => meanInterval([1, 2], 95)).toThrow(new RangeError('level must be above 0 and below 1, got 95'));
  });
});
