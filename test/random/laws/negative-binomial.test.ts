import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { negativeBinomial } from '../../../src/random/laws/negative-binomial.js';
import { openStream } from '../../../src/random/stream.js';
import { allowedZ, chiSquareZ, meanZ, varianceZ } from '../goodness-of-fit.js';

const wounded = { mean: 0.6, size: 0.5 };

describe('the negative binomial law', () => {
  test('of mean .6 and size .5 steps where P(0) = .674199862463 and P(≥ 3) = .066706801962 say', () => {
    const [none, threeOrMore] = [0.674199862463, 0.066706801962];
    expect(negativeBinomial(wounded, none - 1e-11)).toBe(0);
    expect(negativeBinomial(wounded, none + 1e-11)).toBe(1);
    expect(negativeBinomial(wounded, 1 - threeOrMore - 1e-11)).toBe(2);
    expect(negativeBinomial(wounded, 1 - threeOrMore + 1e-11)).toBe(3);
  });

  test('has the known quantiles, also where the probability of none is no number any more', () => {
    // scipy 1.17.1, nbinom.ppf at .001, .05, .3, .5, .9, .999
    const known: [number, number, number[]][] = [
      [0.6, 0.5, [0, 0, 0, 0, 2, 9]],
      [5000, 200, [3958, 4422, 4805, 4992, 5467, 6187]],
      [2000, 4000, [1834, 1910, 1971, 2000, 2070, 2172]],
    ];
    for (const [mean, size, counts] of known) {
      const drawn = [0.001, 0.05, 0.3, 0.5, 0.9, 0.999].map((u) => negativeBinomial({ mean, size }, u));
      expect(drawn).toEqual(counts);
    }
  });

  test('drawn from a stream has mean m, variance m + m²/size and the known probabilities', () => {
    const next = openStream({ seed: 5, replication: 0, purpose: 'wounded', entity: '' });
    const draws = Array.from({ length: 100_000 }, () => negativeBinomial(wounded, next()));
    const exact = { mean: 0.6, variance: 0.6 + 0.36 / 0.5 };
    expect(Math.abs(meanZ(draws, exact))).toBeLessThanOrEqual(allowedZ);
    expect(Math.abs(varianceZ(draws, exact))).toBeLessThanOrEqual(allowedZ);
    const counts = [0, 0, 0, 0];
    for (const draw of draws) counts[Math.min(3, draw)]!++;
    // scipy 1.17.1, nbinom.pmf
    const shares = [0.674199862463242, 0.183872689762702, 0.075220645812015, 0.066706801962041];
    expect(Math.abs(chiSquareZ(counts, shares))).toBeLessThanOrEqual(allowedZ);
  });

  test('never decreases in its uniform, ends at the ends of the lattice, and is 0 for mean 0', () => {
    const u = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((n) => (n + 0.5) / 2 ** 32);
    const positive = fc.double({ min: 0.01, max: 300, noNaN: true });
    fc.assert(
      fc.property(positive, positive, u, u, (mean, size, a, b) => {
        const [lower, upper] = [Math.min(a, b), Math.max(a, b)];
        expect(negativeBinomial({ mean, size }, lower)).toBeLessThanOrEqual(negativeBinomial({ mean, size }, upper));
      }),
      { seed: 6 },
    );
    expect(negativeBinomial({ mean: 4, size: 1.2 }, 1 - 2 ** -33)).toBeLessThan(200);
    expect(negativeBinomial({ mean: 0, size: 1.2 }, 1 - 2 ** -33)).toBe(0);
  });
});
