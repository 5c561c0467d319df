import { describe, expect, test } from 'vitest';
import { zeta } from '../../src/random/laws/zeta.js';
import type { Estimate } from '../../src/stats/estimate.js';
import { meanInterval } from '../../src/stats/mean-interval.js';
import { skewedMeanInterval } from '../../src/stats/skewed-mean-interval.js';
import { luckOf, sampleOf } from './coverage.js';

/** Killed in one replication: a Poisson number of fatal attacks, each with a zeta law of exponent 2.5 up to 1,000. */
function killed(uniform: () => number): number {
  let sum = 0;
  for (let arrival = -Math.log(uniform()); arrival < 1.5; arrival -= Math.log(uniform()))
    sum += zeta({ alpha: 2.5, max: 1000 }, uniform);
  return sum;
}

const powers = (power: number): number =>
  Array.from({ length: 1000 }, (_, k) => (k + 1) ** -power).reduce((sum, term) => sum + term, 0);
const meanKilled = (1.5 * powers(1.5)) / powers(2.5);

function held(intervals: readonly Estimate[]): number {
  return intervals.filter(({ low, high }) => low <= meanKilled && meanKilled <= high).length;
}

describe('coverage of the mean killed by the quick law of severity', () => {
  // Measured over 2,000 and 1,000 samples: .910 and .933; Student's .859 and .888.
  test.each([
    [500, 200, 0.91, 0.859],
    [2000, 50, 0.933, 0.888],
  ])(
    'with %i replications is what docs/model.md says, and above Student’s (%i samples, 4 standard errors)',
    (n, runs, expected, student) => {
      const { uniform } = luckOf('skewed mean');
      const samples = Array.from({ length: runs }, () => sampleOf(n, () => killed(uniform)));
      const skewed = samples.map((values) => skewedMeanInterval(values)!);
      const students = samples.map((values) => meanInterval(values));
      for (const [intervals, share] of [
        [skewed, expected],
        [students, student],
      ] as const)
        expect(Math.abs(held(intervals) / runs - share) / Math.sqrt((share * (1 - share)) / runs)).toBeLessThan(4);
      expect(held(skewed)).toBeGreaterThan(held(students));
    },
  );
});

describe('laws', () => {
  const { exponential, normal } = luckOf('laws of the skewed mean');
  const values = Array.from(sampleOf(60, exponential));
  const interval = skewedMeanInterval(values)!;

  test('the order of the values is irrelevant, and asked again it is the same', () => {
    const { low, high } = skewedMeanInterval([...values].sort((a, b) => b - a))!;
    expect(low).toBeCloseTo(interval.low, 12);
    expect(high).toBeCloseTo(interval.high, 12);
    expect(skewedMeanInterval(values)).toEqual(interval);
  });

  test('a change of scale and origin changes the interval alike', () => {
    const after = skewedMeanInterval(values.map((value) => 7 * value - 3))!;
    for (const key of ['value', 'low', 'high'] as const) expect(after[key]).toBeCloseTo(7 * interval[key] - 3, 9);
  });

  test('it reaches further towards the long tail', () => {
    const { value, low, high } = interval;
    expect(high - value).toBeGreaterThan(1.1 * (value - low));
    const mirrored = skewedMeanInterval(values.map((x) => -x))!;
    expect(mirrored.value - mirrored.low).toBeGreaterThan(1.1 * (mirrored.high - mirrored.value));
  });

  test('without skewness it is Student’s interval within a tenth of its width', () => {
    const half = Array.from(sampleOf(100, normal));
    const symmetric = [...half, ...half.map((x) => -x)];
    const [found, student] = [skewedMeanInterval(symmetric)!, meanInterval(symmetric)];
    const width = student.high - student.low;
    expect(Math.abs(found.low - student.low) / width).toBeLessThan(0.1);
    expect(Math.abs(found.high - student.high) / width).toBeLessThan(0.1);
  });

  test('it is not given where values hardly differ', () => {
    expect(skewedMeanInterval([])).toBeUndefined();
    expect(skewedMeanInterval([4])).toBeUndefined();
    expect(skewedMeanInterval(new Array<number>(50).fill(2))).toBeUndefined();
    // One of 500 values: more than a third of the resamples miss it.
    expect(skewedMeanInterval([...new Array<number>(499).fill(0), 9])).toBeUndefined();
    expect(skewedMeanInterval([...new Array<number>(495).fill(0), 1, 2, 3, 4, 5])).toBeDefined();
  });
});
