import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zeroTruncatedNegativeBinomial } from '../../../src/random/laws/zero-truncated-negative-binomial.js';
import { openStream } from '../../../src/random/stream.js';
import { allowedZ, chiSquareZ, meanZ, varianceZ } from '../goodness-of-fit.js';

const salvo = { mean: 4, size: 1.2, cap: 60 };

describe('the zero-truncated negative binomial law', () => {
  test('has the known quantiles, for small and large means and sizes', () => {
    // Added up with mpmath 1.3.0 at 60 digits, at the least uniform of a stream, .001, … and the greatest
    const known: [number, number, number[]][] = [
      [4, 1.2, [1, 1, 1, 2, 4, 10, 28, 90]],
      [0.5, 0.05, [1, 1, 1, 1, 2, 11, 47, 202]],
      [8, 3, [1, 1, 2, 5, 7, 15, 34, 90]],
      [1e-9, 1.2, [1, 1, 1, 1, 1, 1, 1, 2]],
      [5000, 200, [3036, 3958, 4422, 4805, 4992, 5467, 6187, 7628]],
      [60, 0.05, [1, 1, 1, 6, 28, 578, 4452, 21974]],
      [2000, 4000, [1666, 1834, 1910, 1971, 2000, 2070, 2172, 2360]],
    ];
    const uniforms = [2 ** -33, 0.001, 0.05, 0.3, 0.5, 0.9, 0.999, 1 - 2 ** -33];
    for (const [mean, size, counts] of known) {
      for (const cap of [Infinity, 60]) {
        const drawn = uniforms.map((u) => zeroTruncatedNegativeBinomial({ mean, size, cap }, u));
        expect(drawn).toEqual(counts.map((count) => Math.min(cap, count)));
      }
    }
  });

  test('of mean 4 and size 1.2 steps where the case salvo_zero_truncated_negbin says', () => {
    const shares = [0.191902341447, 0.162378904301, 0.13323397276, 0.107612054921, 0.0860896439372];
    let reached = 0;
    for (const [i, share] of shares.entries()) {
      reached += share;
      expect(zeroTruncatedNegativeBinomial(salvo, reached - 1e-11)).toBe(i + 1);
      expect(zeroTruncatedNegativeBinomial(salvo, reached + 1e-11)).toBe(i + 2);
    }
    // P(K ≥ 30)
    expect(zeroTruncatedNegativeBinomial(salvo, 1 - 0.000757142857134 - 1e-12)).toBe(29);
    expect(zeroTruncatedNegativeBinomial(salvo, 1 - 0.000757142857134 + 1e-12)).toBe(30);
  });

  test('drawn from a stream has the mean, the variance and the probabilities of the case (|z| ≤ 4)', () => {
    const next = openStream({ seed: 10, replication: 0, purpose: 'salvo', entity: '' });
    const uncapped = { ...salvo, cap: Infinity };
    const draws = Float64Array.from({ length: 100_000 }, () => zeroTruncatedNegativeBinomial(uncapped, next()));
    const exact = { mean: 4.83157681294, variance: 16.9190056085 };
    expect(Math.abs(meanZ(draws, exact))).toBeLessThanOrEqual(allowedZ);
    expect(Math.abs(varianceZ(draws, exact))).toBeLessThanOrEqual(allowedZ);
    const shares = [0.191902341447, 0.162378904301, 0.13323397276, 0.107612054921, 0.0860896439372];
    shares.push(1 - shares.reduce((sum, share) => sum + share));
    const counts = shares.map(() => 0);
    for (const draw of draws) counts[Math.min(draw, 6) - 1]!++;
    expect(Math.abs(chiSquareZ(counts, shares))).toBeLessThanOrEqual(allowedZ);
    // Without truncation the mean would be 4.
    expect(meanZ(draws, { ...exact, mean: 4 })).toBeGreaterThan(allowedZ);
  });

  test('never decreases in its uniform, stays from 1 to its cap, and is 1 for mean 0 or cap 1', () => {
    const u = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((n) => (n + 0.5) / 2 ** 32);
    const positive = fc.double({ min: 0.01, max: 300, noNaN: true });
    fc.assert(
      fc.property(positive, positive, fc.integer({ min: 1, max: 100 }), u, u, (mean, size, cap, a, b) => {
        const lower = zeroTruncatedNegativeBinomial({ mean, size, cap }, Math.min(a, b));
        const upper = zeroTruncatedNegativeBinomial({ mean, size, cap }, Math.max(a, b));
        expect(lower).toBeGreaterThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(upper);
        expect(upper).toBeLessThanOrEqual(cap);
      }),
      { seed: 11 },
    );
    expect(zeroTruncatedNegativeBinomial({ ...salvo, mean: 0 }, 1 - 2 ** -33)).toBe(1);
    expect(zeroTruncatedNegativeBinomial({ ...salvo, cap: 1 }, 1 - 2 ** -33)).toBe(1);
  });
});
