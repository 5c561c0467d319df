import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeLaw, lawFaults, meanOf, quantileOf, supportOf, type Law } from '../../../src/random/laws/law.js';
import { openStream } from '../../../src/random/stream.js';
import { allowedZ, chiSquareZ, meanZ, varianceZ } from '../goodness-of-fit.js';
import { lawCases, probabilities } from './law-cases.js';

const named = lawCases.map((lawCase) => [lawCase.words, lawCase] as const);
const drawCount = 50_000;
const gammaDust = 1e-150;

function stream(entity: string) {
  return openStream({ seed: 2020, replication: 0, purpose: 'parameter', entity });
}

describe.each(named)('%s', (words, { law, support, mean, variance, quantiles }) => {
  test('says so in words, and has no fault', () => {
    expect(describeLaw(law)).toBe(words);
    expect(lawFaults(law)).toEqual([]);
  });

  test('has the known support and mean', () => {
    expect(supportOf(law)).toEqual({ low: support[0], high: support[1] });
    expect(meanOf(law) / mean).toBeCloseTo(1, 7);
  });

  test('has the known quantiles', () => {
    const quantile = quantileOf(law);
    for (const [i, p] of probabilities.entries()) {
      const known = quantiles[i]!;
      expect(Math.abs(quantile(p) - known)).toBeLessThanOrEqual(1e-9 * Math.abs(known) + 1e-300);
    }
  });

  test('drawn from a stream has the known mean, variance and distribution', () => {
    const quantile = quantileOf(law);
    const next = stream(words);
    const draws = new Float64Array(drawCount).map(() => quantile(next()));
    expect(Math.abs(meanZ(draws, { mean, variance }))).toBeLessThanOrEqual(allowedZ);
    expect(Math.abs(varianceZ(draws, { mean, variance }))).toBeLessThanOrEqual(allowedZ);
    // Cells between the known quantiles, without the two outermost, where too few are expected.
    const inner = probabilities.slice(1, -1);
    const bounds = quantiles.slice(1, -1);
    const counts = new Float64Array(inner.length + 1);
    for (const x of draws) counts[bounds.filter((bound) => bound < x).length]!++;
    const shares = [...inner, 1].map((p, i) => p - (inner[i - 1] ?? 0));
    expect(Math.abs(chiSquareZ(counts, shares))).toBeLessThanOrEqual(allowedZ);
  });

  test('gives the same numbers on the same stream and others on another', () => {
    const draw = (entity: string) => {
      const [quantile, next] = [quantileOf(law), stream(entity)];
      return Array.from({ length: 20 }, () => quantile(next()));
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });
});

describe('every law', () => {
  const u = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((n) => (n + 0.5) / 2 ** 32);
  const number = fc.double({ min: -50, max: 50, noNaN: true });
  const positive = fc.double({ min: 0.05, max: 20, noNaN: true });
  const cut = fc.record({ low: number, high: number }, { requiredKeys: [] });
  const anyLaw: fc.Arbitrary<Law> = fc.oneof(
    fc.record({ uniform: fc.record({ low: number, high: number }) }),
    fc.record({ triangular: fc.record({ low: number, mode: number, high: number }) }),
    fc.record({ pert: fc.record({ low: number, mode: number, high: number }) }),
    fc.record({ normal: fc.tuple(fc.record({ mean: number, sd: positive }), cut).map(([a, b]) => ({ ...a, ...b })) }),
    fc.record({
      lognormal: fc.tuple(fc.record({ p5: positive, p95: positive }), cut).map(([a, b]) => ({ ...a, ...b })),
    }),
    fc.record({
      lognormal: fc.tuple(fc.record({ median: positive, sigma: positive }), cut).map(([a, b]) => ({ ...a, ...b })),
    }),
    fc.record({
      lognormal: fc.tuple(fc.record({ mean: positive, sd: positive }), cut).map(([a, b]) => ({ ...a, ...b })),
    }),
    fc.record({ beta: fc.record({ alpha: positive, beta: positive }) }),
    fc.record({
      beta: fc.record({ mean: fc.double({ min: 0, max: 1, noNaN: true }), sd: fc.double({ min: 0.01, max: 0.6 }) }),
    }),
    fc.record({
      gamma: fc.tuple(fc.record({ shape: positive, scale: positive }), cut).map(([a, b]) => ({ ...a, ...b })),
    }),
    fc.record({ gamma: fc.tuple(fc.record({ mean: positive, sd: positive }), cut).map(([a, b]) => ({ ...a, ...b })) }),
    fc.record({
      choice: fc.array(fc.record({ value: number, weight: fc.nat(3) }), { minLength: 1, maxLength: 5 }),
    }),
    fc.record({ empirical: fc.array(number, { minLength: 1, maxLength: 9 }) }),
  );

  test('without faults has a quantile function that never decreases, within its support', () => {
    let tried = 0;
    fc.assert(
      fc.property(anyLaw, u, u, (law, a, b) => {
        if (lawFaults(law).length > 0) return;
        tried++;
        const { low, high } = supportOf(law);
        const quantile = quantileOf(law);
        const [lower, upper] = [quantile(Math.min(a, b)), quantile(Math.max(a, b))];
        // A gamma law of shape below 0.1 reaches down to where stdlib gives 0 and 10⁻¹⁷⁵ in turns.
        expect(lower).toBeLessThanOrEqual(upper < 0 ? upper : Math.max(upper, gammaDust));
        expect(lower).toBeGreaterThanOrEqual(low);
        expect(upper).toBeLessThanOrEqual(high);
      }),
      { numRuns: 4000, seed: 3 },
    );
    expect(tried).toBeGreaterThan(1000);
  });

  test('without faults has its mean within its support, and it is the mean of its quantile function', () => {
    const midpoints = Array.from({ length: 2000 }, (_value, i) => (i + 0.5) / 2000);
    const bounded: Law[] = [
      { triangular: { low: -2, mode: -2, high: 5 } },
      { pert: { low: 0, mode: 10, high: 10 } },
      { normal: { mean: 0, sd: 1, low: 1, high: 4 } },
      { lognormal: { p5: 0.05, p95: 0.25, high: 0.6 } },
      { lognormal: { mean: 2, sd: 1, low: 1, high: 5 } },
      { gamma: { mean: 3, sd: 2, low: 2, high: 9 } },
      { beta: { mean: 0.7, sd: 0.2 } },
      {
        choice: [
          { value: 4, weight: 1 },
          { value: 1, weight: 3 },
        ],
      },
      { empirical: [3, 1, 1, 8] },
    ];
    for (const law of bounded) {
      const quantile = quantileOf(law);
      const average = midpoints.reduce((sum, p) => sum + quantile(p), 0) / midpoints.length;
      expect(meanOf(law)).toBeCloseTo(average, 3);
    }
  });

  test('whose bounds are equal gives that point', () => {
    const points: Law[] = [
      { uniform: { low: 3, high: 3 } },
      { triangular: { low: 3, mode: 3, high: 3 } },
      { pert: { low: 3, mode: 3, high: 3 } },
      { normal: { mean: 100, sd: 1, low: 3, high: 3 } },
      { lognormal: { p5: 5, p95: 10, low: 3, high: 3 } },
      { gamma: { mean: 3, sd: 1, low: 3, high: 3 } },
      { choice: [{ value: 3, weight: 2 }] },
      { empirical: [3] },
    ];
    for (const law of points) {
      expect(lawFaults(law)).toEqual([]);
      expect([1e-9, 0.5, 1 - 1e-9].map(quantileOf(law))).toEqual([3, 3, 3]);
      expect(meanOf(law)).toBe(3);
      expect(supportOf(law).low <= 3 && supportOf(law).high >= 3).toBe(true);
    }
  });
});

describe('the faults of a law', () => {
  const faulty: [Law, string[]][] = [
    [{ uniform: { low: 3, high: 1 } }, ['low must be at most high, got low 3 and high 1']],
    [
      { uniform: { low: NaN, high: Infinity } },
      ['low must be a finite number, got NaN', 'high must be a finite number, got Infinity'],
    ],
    [{ triangular: { low: 5, mode: 3, high: 1 } }, ['low must be at most high, got low 5 and high 1']],
    [{ pert: { low: 1, mode: 9, high: 8 } }, ['mode must be from low to high, got low 1, mode 9 and high 8']],
    [{ normal: { mean: NaN, sd: 0 } }, ['mean must be a finite number, got NaN', 'sd must be more than 0, got 0']],
    [{ normal: { mean: 0, sd: 1, low: 2, high: 1 } }, ['low must be at most high, got low 2 and high 1']],
    [{ normal: { mean: 0, sd: 1, low: 4 } }, ['low and high must keep at least 0.01 % of the law, got 0.0032 %']],
    [{ lognormal: { p5: 0, p95: -1 } }, ['p5 must be more than 0, got 0', 'p95 must be more than 0, got -1']],
    [{ lognormal: { p5: 2, p95: 2 } }, ['p5 must be less than p95, got p5 2 and p95 2']],
    [{ lognormal: { median: -1, sigma: 1 } }, ['median must be more than 0, got -1']],
    [{ lognormal: { mean: 1, sd: -1 } }, ['sd must be more than 0, got -1']],
    [{ lognormal: { mean: 1, sd: 1, high: -2 } }, ['high must be more than 0, got -2']],
    [{ gamma: { mean: 1, sd: 1, low: -5, high: -5 } }, ['high must be more than 0, got -5']],
    [{ beta: { alpha: 0, beta: 1 } }, ['alpha must be more than 0, got 0']],
    [{ beta: { mean: 1.5, sd: 0.1 } }, ['mean must be more than 0 and less than 1, got 1.5']],
    [{ beta: { mean: 0.2, sd: 0.4 } }, ['sd must be less than 0.4 for a share of mean 0.2, got 0.4']],
    [{ gamma: { mean: 0, sd: 1 } }, ['mean must be more than 0, got 0']],
    [{ gamma: { shape: 1, scale: Infinity } }, ['scale must be a finite number, got Infinity']],
    [{ gamma: { mean: 1, sd: 1, low: NaN } }, ['low must be a finite number, got NaN']],
    [{ choice: [] }, ['choice must have at least one value, got none']],
    [
      {
        choice: [
          { value: 1, weight: 1 },
          { value: 2, weight: -1 },
        ],
      },
      ['weight 2 must be at least 0, got -1'],
    ],
    [{ choice: [{ value: NaN, weight: 1 }] }, ['value 1 must be a finite number, got NaN']],
    [{ choice: [{ value: 1, weight: 0 }] }, ['choice must have a weight above 0, got only zeros']],
    [{ empirical: [] }, ['empirical must have at least one value, got none']],
    [{ empirical: [1, -Infinity] }, ['value 2 must be a finite number, got -Infinity']],
  ];
  test.each(faulty)('%j', (law, faults) => {
    expect(lawFaults(law)).toEqual(faults);
  });
});
