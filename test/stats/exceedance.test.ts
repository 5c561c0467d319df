import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exceedanceCurve, probabilityAbove, probabilityAtLeast } from '../../src/stats/exceedance.js';
import { wilson } from '../../src/stats/probability-interval.js';
import { sortedSample } from '../../src/stats/sorted-sample.js';

const losses = sortedSample([0, 0, 1, 2, 2, 3, 5, 8, 13, 40]);
const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 50 });
const threshold = fc.integer({ min: -1, max: 13 });

describe('ten losses 0 0 1 2 2 3 5 8 13 40', () => {
  test.each([
    [0, 0.8],
    [2, 0.5],
    [5, 0.3],
    [40, 0],
  ])('P(> %i) is %f', (level, share) => {
    expect(probabilityAbove(losses, { threshold: level }).value).toBe(share);
  });

  test.each([
    [0, 1],
    [2, 0.7],
    [5, 0.4],
    [40, 0.1],
    [41, 0],
  ])('P(≥ %i) is %f', (level, share) => {
    expect(probabilityAtLeast(losses, { threshold: level }).value).toBe(share);
  });

  test('the curve has a row for each threshold, as given, with the interval of its share', () => {
    const curve = exceedanceCurve(losses, { thresholds: [5, 0, 2], level: 0.9 });
    expect(curve.map((row) => [row.threshold, row.probabilityAtLeast.value])).toEqual([
      [5, 0.4],
      [0, 1],
      [2, 0.7],
    ]);
    expect(curve[0]!.probabilityAtLeast).toEqual(wilson({ hits: 4, n: 10 }, 0.9));
    expect(curve[1]!.probabilityAtLeast.method).toBe('Clopper–Pearson');
  });
});

describe('laws', () => {
  test('both questions are answered as by counting, and the order of the values is irrelevant', () => {
    fc.assert(
      fc.property(counts, threshold, (values, x) => {
        const sample = sortedSample(values);
        const share = (passes: (value: number) => boolean) => values.filter(passes).length / values.length;
        expect(probabilityAtLeast(sample, { threshold: x }).value).toBe(share((value) => value >= x));
        expect(probabilityAbove(sample, { threshold: x }).value).toBe(share((value) => value > x));
        const turned = sortedSample([...values].reverse());
        expect(probabilityAtLeast(turned, { threshold: x })).toEqual(probabilityAtLeast(sample, { threshold: x }));
      }),
    );
  });

  test('for whole numbers, above x is at least x + 1', () => {
    fc.assert(
      fc.property(counts, threshold, (values, x) => {
        const sample = sortedSample(values);
        expect(probabilityAbove(sample, { threshold: x })).toEqual(probabilityAtLeast(sample, { threshold: x + 1 }));
      }),
    );
  });
});

test('of no values there is no probability; a threshold that is no number is refused', () => {
  const empty = exceedanceCurve(sortedSample([]), { thresholds: [1] });
  expect(empty[0]!.probabilityAtLeast).toMatchObject({ value: NaN, note: 'not estimable with 0 replications' });
  expect(() => exceedanceCurve(losses, { thresholds: [1, NaN] })).toThrow(
    new RangeError('threshold 1 must be a finite number, got NaN'),
  );
  expect(() => probabilityAbove(losses, { threshold: NaN })).toThrow(RangeError);
});
