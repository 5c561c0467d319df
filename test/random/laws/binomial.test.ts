import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomial } from '../../../src/random/laws/binomial.js';
import { openStream } from '../../../src/random/stream.js';
import { allowedZ, chiSquareZ, meanZ, varianceZ } from '../goodness-of-fit.js';

describe('the binomial law', () => {
  test('has the known quantiles, also where the probability of none is no number any more', () => {
    // scipy 1.17.1, binom.ppf at the least uniform of a stream, .001, .05, .3, .5, .9, .999 and the greatest
    const known: [number, number, number[]][] = [
      [10, 0.06, [0, 0, 0, 0, 0, 2, 4, 8]],
      [8, 0.6, [0, 1, 3, 4, 5, 7, 8, 8]],
      [60, 0.5, [7, 18, 24, 28, 30, 35, 42, 53]],
      [3000, 0.5, [1327, 1415, 1455, 1486, 1500, 1535, 1585, 1673]],
      [3000, 0.999, [2981, 2990, 2994, 2996, 2997, 2999, 3000, 3000]],
      [4000, 0.02, [31, 54, 66, 75, 80, 91, 109, 142]],
      [5, 1e-9, [0, 0, 0, 0, 0, 0, 0, 1]],
    ];
    for (const [trials, probability, counts] of known) {
      const uniforms = [2 ** -33, 0.001, 0.05, 0.3, 0.5, 0.9, 0.999, 1 - 2 ** -33];
      expect(uniforms.map((u) => binomial({ trials, probability }, u))).toEqual(counts);
    }
  });

  test('steps where its distribution function says, from either end', () => {
    // F(0), … F(3) of 4 trials, by hand
    const low = [0.2401, 0.6517, 0.9163, 0.9919];
    const high = [0.0081, 0.0837, 0.3483, 0.7599];
    for (const [probability, steps] of [
      [0.3, low],
      [0.7, high],
    ] as const) {
      for (const [count, reached] of steps.entries()) {
        expect(binomial({ trials: 4, probability }, reached - 1e-14)).toBe(count);
        expect(binomial({ trials: 4, probability }, reached + 1e-14)).toBe(count + 1);
      }
    }
  });

  test.each([
    [6, 0.06],
    [8, 0.6],
    [2000, 0.5],
    [1500, 0.98],
  ])('of %i trials at %d, drawn from a stream, has mean np and variance np(1 − p) (|z| ≤ 4)', (trials, probability) => {
    const next = openStream({ seed: 7, replication: 0, purpose: 'binomial', entity: `${trials}` });
    const draws = Float64Array.from({ length: 20_000 }, () => binomial({ trials, probability }, next()));
    const exact = { mean: trials * probability, variance: trials * probability * (1 - probability) };
    expect(Math.abs(meanZ(draws, exact))).toBeLessThanOrEqual(allowedZ);
    expect(Math.abs(varianceZ(draws, exact))).toBeLessThanOrEqual(allowedZ);
  });

  test('drawn from a stream has the known probabilities, and those of another p would be caught (|z| ≤ 4)', () => {
    const next = openStream({ seed: 8, replication: 0, purpose: 'binomial', entity: '' });
    const counts = [0, 0, 0, 0];
    for (let k = 0; k < 100_000; k++) counts[binomial({ trials: 3, probability: 0.6 }, next())]!++;
    expect(Math.abs(chiSquareZ(counts, [0.064, 0.288, 0.432, 0.216]))).toBeLessThanOrEqual(allowedZ);
    expect(chiSquareZ(counts, [0.41 ** 3, 3 * 0.59 * 0.41 ** 2, 3 * 0.59 ** 2 * 0.41, 0.59 ** 3])).toBeGreaterThan(
      allowedZ,
    );
  });

  test('never decreases in its uniform, is a count of its trials, and is sure at 0 and 1', () => {
    const u = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((n) => (n + 0.5) / 2 ** 32);
    const trials = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(trials, fc.double({ min: 0, max: 1, noNaN: true }), u, u, (trials, probability, a, b) => {
        const lower = binomial({ trials, probability }, Math.min(a, b));
        const upper = binomial({ trials, probability }, Math.max(a, b));
        expect(lower).toBeLessThanOrEqual(upper);
        expect(Number.isInteger(lower) && lower >= 0 && upper <= trials).toBe(true);
      }),
      { seed: 9 },
    );
    for (const u of [2 ** -33, 0.5, 1 - 2 ** -33]) {
      expect(binomial({ trials: 50, probability: 0 }, u)).toBe(0);
      expect(binomial({ trials: 50, probability: 1 }, u)).toBe(50);
      expect(binomial({ trials: 0, probability: 0.3 }, u)).toBe(0);
    }
  });
});
