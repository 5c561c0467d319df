import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanInterval } from '../../src/stats/mean-interval.js';
import { pairedVerdict, resolutionInWords } from '../../src/stats/paired-verdict.js';
import { luckOf, sampleOf } from './coverage.js';

const difference = (low: number, high: number, n = 100) => ({ value: (low + high) / 2, low, high, n });
const end = fc.integer({ min: -50, max: 50 });
const about = fc.record({
  difference: fc.tuple(end, end).map(([x, y]) => difference(Math.min(x, y), Math.max(x, y))),
  indifference: fc.integer({ min: 0, max: 20 }),
});

describe('with an indifference of 2', () => {
  test.each([
    [-5, -2.1, 'better', 'worse'],
    [2.1, 5, 'worse', 'better'],
    [-2, 2, 'no practical difference', 'no practical difference'],
    [-5, -2, 'not resolved', 'not resolved'],
    [1, 2.5, 'not resolved', 'not resolved'],
    [-3, 3, 'not resolved', 'not resolved'],
  ])('[%f, %f] is %s where lower is better and %s where higher is', (low, high, lower, higher) => {
    const of = (better: 'lower' | 'higher') =>
      pairedVerdict({ difference: difference(low, high), better, indifference: 2 }).verdict;
    expect([of('lower'), of('higher')]).toEqual([lower, higher]);
  });

  test('1.6 ± .5001818 of ten pairs needs ⌈10 (.5001818/.4)²⌉ = 16, six more', () => {
    const verdict = pairedVerdict({
      difference: { value: 1.6, low: 1.0998182, high: 2.1001818, n: 10 },
      better: 'lower',
      indifference: 2,
    });
    expect(verdict).toEqual({ verdict: 'not resolved', pairsToResolve: 16, morePairs: 6 });
    expect(resolutionInWords(verdict)).toBe('+6 replications would resolve it');
  });

  test('a difference at the edge of indifference asks for no finite number, and its words say why', () => {
    const verdict = pairedVerdict({ difference: difference(1, 3), better: 'lower', indifference: 2 });
    expect(verdict).toMatchObject({ pairsToResolve: Infinity, morePairs: Infinity });
    expect(resolutionInWords(verdict)).toMatch(/edge of indifference/);
  });
});

describe('laws', () => {
  test('turning the direction swaps better and worse and nothing else', () => {
    fc.assert(
      fc.property(about, (question) => {
        const [lower, higher] = [
          pairedVerdict({ ...question, better: 'lower' }),
          pairedVerdict({ ...question, better: 'higher' }),
        ];
        const swapped = { better: 'worse', worse: 'better' } as const;
        expect(higher).toEqual({
          ...lower,
          verdict: lower.verdict === 'better' || lower.verdict === 'worse' ? swapped[lower.verdict] : lower.verdict,
        });
      }),
    );
  });

  test('an open comparison asks for at least one more, and the interval shrunk to n′ resolves it', () => {
    fc.assert(
      fc.property(about, (question) => {
        const { verdict, pairsToResolve, morePairs } = pairedVerdict({ ...question, better: 'lower' });
        if (verdict !== 'not resolved') expect([pairsToResolve, morePairs]).toEqual([NaN, NaN]);
        else if (pairsToResolve < Infinity) {
          expect(morePairs).toBeGreaterThanOrEqual(1);
          const { value, high, n } = question.difference;
          const half = (high - value) * Math.sqrt(n / (pairsToResolve + 1e-6));
          const shrunk = difference(value - half, value + half);
          expect(pairedVerdict({ ...question, difference: shrunk, better: 'lower' }).verdict).not.toBe('not resolved');
        }
      }),
    );
  });

  test('equal columns are no practical difference, even without an indifference', () => {
    const { verdict } = pairedVerdict({ difference: meanInterval([0, 0, 0]), better: 'lower', indifference: 0 });
    expect(verdict).toBe('no practical difference');
  });
});

test('"better" is wrong in at most 2.5 % where the difference lies at the edge (4,000 samples, 4 standard errors)', () => {
  const { normal } = luckOf('verdict at the edge');
  let wrong = 0;
  for (let run = 0; run < 4000; run++) {
    const interval = meanInterval(sampleOf(15, () => normal() - 0.5));
    if (pairedVerdict({ difference: interval, better: 'lower', indifference: 0.5 }).verdict === 'better') wrong++;
  }
  expect(Math.abs(wrong / 4000 - 0.025) / Math.sqrt((0.025 * 0.975) / 4000)).toBeLessThan(4);
});

test('without an interval nothing is resolved; an indifference below 0 is refused', () => {
  const verdict = pairedVerdict({ difference: meanInterval([3]), better: 'lower', indifference: 1 });
  expect(verdict).toEqual({ verdict: 'not resolved', pairsToResolve: NaN, morePairs: NaN });
  expect(resolutionInWords(verdict)).toMatch(/two replications/);
  expect(() => pairedVerdict({ difference: difference(0, 1), better: 'lower', indifference: -1 })).toThrow(
    new RangeError('indifference must be a finite number of at least 0, got -1'),
  );
});
