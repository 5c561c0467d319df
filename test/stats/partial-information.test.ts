import { describe, expect, test } from 'vitest';
import { partialInformation } from '../../src/stats/partial-information.js';
import { regretTable } from '../../src/stats/regret.js';
import { luckOf, sampleOf } from './coverage.js';

/** The linear-Gaussian model: net benefit 0 of doing nothing, X₁ + X₂ of the other, X₁ ~ N(0, 1), X₂ ~ N(0, 4). */
function linearGaussian(name: string, { n, chance }: { readonly n: number; readonly chance: number }) {
  const { normal, uniform } = luckOf(name);
  const [x1, x2, idle] = [sampleOf(n, normal), sampleOf(n, () => 2 * normal()), sampleOf(n, normal)];
  const other = Float64Array.from({ length: n }, (_, i) => -(x1[i]! + x2[i]!) + chance * normal());
  return { x1, x2, idle, losses: [new Float64Array(n), other], draw: uniform };
}

describe('X1 ~ N(0,1), X2 ~ N(0, variance 4), net benefits X1 + X2 and 0', () => {
  const n = 2000;
  const { x1, x2, losses, draw } = linearGaussian('information', { n, chance: 0 });

  test.each([
    ['.3989423 for X1', [x1], 0.3989423],
    ['.7978846 for X2', [x2], 0.7978846],
    ['.8920621 for both', [x1, x2], 0.8920621],
  ])('have an EVPPI of %s (4 standard errors)', (_, known, truth) => {
    const { value, changes } = partialInformation({ losses, known, draw, resamples: 100 });
    expect(Math.abs(value.value - truth)).toBeLessThan((4 * 1.15) / Math.sqrt(n));
    expect(value.low).toBeLessThan(value.high);
    // Either choice is the better one half of the time.
    expect(Math.abs(changes - 0.5)).toBeLessThan(0.05);
  });

  test('have an EVPI of .8920621: the least mean regret (4 standard errors)', () => {
    const { systems, leastMean } = regretTable({ columns: losses, better: 'lower' });
    const evpi = systems[leastMean[0]!]!.mean;
    // The better one on average is known only up to the error of the means: max(0, N(0, 5/n)) is taken off.
    expect(Math.abs(evpi.value - 0.8920621)).toBeLessThan((4 * Math.sqrt(5)) / Math.sqrt(n));
    expect(evpi.low).toBeLessThan(0.8920621);
  });

  test('are not changed by chance in the losses, which is no ignorance', () => {
    const noisy = linearGaussian('noisy', { n: 4000, chance: 3 });
    const { value } = partialInformation({ ...noisy, known: [noisy.x2], resamples: 60 });
    expect(value.low).toBeLessThan(0.7978846);
    expect(value.high).toBeGreaterThan(0.7978846);
    expect(value.high - value.low).toBeLessThan(0.4);
  });
});

test('in thirty samples intervals hold the truth, and tell that a number that does nothing is worth something in few', () => {
  let [held, told] = [0, 0];
  for (let run = 0; run < 30; run++) {
    const { x2, idle, losses, draw } = linearGaussian(`sample ${run}`, { n: 150, chance: 1 });
    const of = (known: readonly Float64Array[]) => partialInformation({ losses, known, draw, resamples: 40 });
    const { value } = of([x2]);
    if (value.low <= 0.7978846 && 0.7978846 <= value.high) held++;
    if (of([idle]).value.low > 0) told++;
  }
  // 95 % and 2.5 % are due: P(fewer than 24) and P(more than 4) are below 1 in 1,000.
  expect(held).toBeGreaterThanOrEqual(24);
  expect(told).toBeLessThanOrEqual(4);
});

describe('laws', () => {
  const { uniform } = luckOf('laws');
  const two = Float64Array.from({ length: 200 }, (_, i) => i % 2);

  test('of a number with two values the answer is exact: it saves 1 in half of the states', () => {
    const losses = [new Float64Array(200), two.map((x) => (x === 1 ? -1 : 2))];
    const { value, uncorrected, changes } = partialInformation({ losses, known: [two], draw: uniform, resamples: 40 });
    expect(uncorrected).toBeCloseTo(0.5, 6);
    expect(changes).toBe(0.5);
    expect(value.low).toBeLessThan(0.5);
    expect(value.high).toBeGreaterThan(0.5);
  });

  test('where one choice is the better whatever the number is, knowing it is worth nothing', () => {
    const losses = [two, two.map((x) => x + 1), two.map((x) => x + 2)];
    const { value, changes } = partialInformation({ losses, known: [two], draw: uniform, resamples: 40 });
    expect([value.value, value.low, value.high, changes]).toEqual([0, 0, 0, 0]);
  });

  test('too few states have no value; a loss that is missing is refused', () => {
    const few = { known: [[1, 2]], draw: uniform, resamples: 10 };
    expect(partialInformation({ losses: [[1, 2]], ...few }).value.note).toBe('not estimable with 2 states');
    expect(() => partialInformation({ losses: [[1, NaN]], ...few })).toThrow('loss 1 must be a finite number');
  });
});
