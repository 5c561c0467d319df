import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ocbaShares } from '../../src/stats/ocba-shares.js';

const mean = fc.integer({ min: -50, max: 50 });
const system = fc.record({ mean, sd: fc.integer({ min: 1, max: 20 }) });
const systems = fc.array(system, { minLength: 2, maxLength: 8 });
const of = (all: readonly { readonly mean: number; readonly sd: number }[], better: 'lower' | 'higher' = 'lower') =>
  ocbaShares({ means: all.map((one) => one.mean), sds: all.map(({ sd }) => sd), better });

test('means 1 … 4, s 2, smallest best: .4323639 .4170387 .1042597 .0463376; mirrored, largest best: the same', () => {
  const expected = [0.4323639, 0.4170387, 0.1042597, 0.0463376];
  for (const { shares, best, withoutSpread } of [
    ocbaShares({ means: [1, 2, 3, 4], sds: [2, 2, 2, 2], better: 'lower' }),
    ocbaShares({ means: [-1, -2, -3, -4], sds: [2, 2, 2, 2], better: 'higher' }),
  ]) {
    shares.forEach((share, i) => expect(share).toBeCloseTo(expected[i]!, 7));
    expect([best, withoutSpread]).toEqual([[0], []]);
  }
});

describe('laws', () => {
  test('shares sum to 1 and move with their systems', () => {
    fc.assert(
      fc.property(systems, (all) => {
        const { shares } = of(all);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        const turned = of([...all].reverse()).shares;
        [...turned].reverse().forEach((share, i) => expect(share).toBeCloseTo(shares[i]!, 9));
      }),
    );
  });

  test('of two systems the shares are as their standard deviations', () => {
    fc.assert(
      fc.property(system, system, (one, other) => {
        expect(of([one, other]).shares[0]).toBeCloseTo(one.sd / (one.sd + other.sd), 9);
      }),
    );
  });

  test('a tie for the best is told, and its shares are the limit of means that close up', () => {
    const tied = ocbaShares({ means: [1, 1, 4], sds: [2, 3, 5], better: 'lower' });
    expect(tied.best).toEqual([0, 1]);
    const near = ocbaShares({ means: [1, 1 + 1e-5, 4], sds: [2, 3, 5], better: 'lower' });
    tied.shares.forEach((share, i) => expect(share).toBeCloseTo(near.shares[i]!, 6));
  });

  test('a system without spread gets none and is told, none gets any where nothing varies', () => {
    const still = ocbaShares({ means: [1, 2, 3], sds: [2, 0, 2], better: 'lower' });
    expect(still.withoutSpread).toEqual([1]);
    expect(still.shares[1]).toBe(0);
    expect(still.shares[0]! + still.shares[2]!).toBeCloseTo(1, 12);
    expect(ocbaShares({ means: [1, 2], sds: [0, 0], better: 'lower' }).shares).toEqual([0, 0]);
  });
});

test('one system, columns of unequal length and a negative sd are refused', () => {
  expect(() => ocbaShares({ means: [1], sds: [1], better: 'lower' })).toThrow(/means must be at least two, got 1/);
  expect(() => ocbaShares({ means: [1, 2], sds: [1], better: 'lower' })).toThrow(/sds must be as many as means \(2\)/);
  expect(() => ocbaShares({ means: [1, 2], sds: [1, -1], better: 'lower' })).toThrow(
    new RangeError('sd 1 must be at least 0, got -1'),
  );
});
