import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaBinomial } from '../../../src/random/laws/beta-binomial.js';
import { openStream } from '../../../src/random/stream.js';
import { allowedZ, chiSquareZ, meanZ, varianceZ } from '../goodness-of-fit.js';

const killed = { trials: 6, alpha: 1.5, beta: 8.5 };
/** Of the case killed_given_casualties_betabinomial. */
const shares = [
  0.456601016171, 0.304400677448, 0.152200338724, 0.0617624562937, 0.0198522180944, 0.00459735576923, 0.0005859375,
];

describe('the beta-binomial law', () => {
  test('has the known quantiles, with its mass in the middle, at one end or at both', () => {
    // Added up with mpmath 1.3.0 at 60 digits, at the least uniform of a stream, .001, … and the greatest
    const known: [number, number, number, number[]][] = [
      [6, 1.5, 8.5, [0, 0, 0, 0, 1, 2, 5, 6]],
      [40, 0.15, 0.85, [0, 0, 0, 0, 0, 23, 40, 40]],
      [3000, 1.5, 8.5, [0, 3, 59, 234, 380, 903, 1821, 2827]],
      [3000, 2000, 1000, [1763, 1886, 1940, 1981, 2000, 2047, 2111, 2224]],
      [2000, 1000, 0.5, [1950, 1987, 1996, 1999, 2000, 2000, 2000, 2000]],
      [500, 1e-3, 2e-3, [0, 0, 0, 0, 0, 500, 500, 500]],
      [3000, 0.01, 3, [0, 0, 0, 0, 0, 0, 1343, 2992]],
    ];
    const uniforms = [2 ** -33, 0.001, 0.05, 0.3, 0.5, 0.9, 0.999, 1 - 2 ** -33];
    for (const [trials, alpha, beta, counts] of known) {
      expect(uniforms.map((u) => betaBinomial({ trials, alpha, beta }, u))).toEqual(counts);
    }
  });

  test('steps where the case says', () => {
    let reached = 0;
    for (const [count, share] of shares.slice(0, -1).entries()) {
      reached += share;
      expect(betaBinomial(killed, reached - 1e-11)).toBe(count);
      expect(betaBinomial(killed, reached + 1e-11)).toBe(count + 1);
    }
  });

  test('drawn from a stream has the mean, the variance and the probabilities of the case (|z| ≤ 4)', () => {
    const next = openStream({ seed: 12, replication: 0, purpose: 'killed', entity: '' });
    const draws = Float64Array.from({ length: 100_000 }, () => betaBinomial(killed, next()));
    const exact = { mean: 0.9, variance: 1.11272727273 };
    expect(Math.abs(meanZ(draws, exact))).toBeLessThanOrEqual(allowedZ);
    expect(Math.abs(varianceZ(draws, exact))).toBeLessThanOrEqual(allowedZ);
    const counts = shares.map(() => 0);
    for (const draw of draws) counts[draw]!++;
    expect(Math.abs(chiSquareZ(counts, shares))).toBeLessThanOrEqual(allowedZ);
    // A plain binomial of the same mean is narrower.
    expect(varianceZ(draws, { mean: 0.9, variance: 0.765 })).toBeGreaterThan(allowedZ);
  });

  test('never decreases in its uniform and is a count of its trials', () => {
    const u = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((n) => (n + 0.5) / 2 ** 32);
    const shape = fc.double({ min: 1e-3, max: 300, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), shape, shape, u, u, (trials, alpha, beta, a, b) => {
        const lower = betaBinomial({ trials, alpha, beta }, Math.min(a, b));
        const upper = betaBinomial({ trials, alpha, beta }, Math.max(a, b));
        expect(lower).toBeLessThanOrEqual(upper);
        expect(Number.isInteger(lower) && lower >= 0 && upper <= trials).toBe(true);
      }),
      { seed: 13 },
    );
    expect(betaBinomial({ ...killed, trials: 0 }, 1 - 2 ** -33)).toBe(0);
  });

  test('with equal ones for shape gives every count alike, and with large ones is nearly binomial', () => {
    for (let count = 0; count <= 9; count++) {
      expect(betaBinomial({ trials: 9, alpha: 1, beta: 1 }, (count + 0.5) / 10)).toBe(count);
    }
    // scipy 1.17.1, binom.ppf of 8 trials at .6
    const uniforms = [2 ** -33, 0.001, 0.05, 0.3, 0.5, 0.9, 0.999];
    const drawn = uniforms.map((u) => betaBinomial({ trials: 8, alpha: 6e9, beta: 4e9 }, u));
    expect(drawn).toEqual([0, 1, 3, 4, 5, 7, 8]);
  });
});
