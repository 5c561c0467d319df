import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pickVictims } from '../../../src/random/laws/pick-victims.js';
import { openStream } from '../../../src/random/stream.js';
import { allowedZ, chiSquareZ, meanZ, varianceZ } from '../goodness-of-fit.js';

const counts = Int32Array.of(4, 0, 2, 6);

function pick({ victims, times }: { victims: number; times: number }): Int32Array[] {
  const next = openStream({ seed: 12, replication: 0, purpose: 'who', entity: '' });
  return Array.from({ length: times }, () => {
    const into = new Int32Array(counts.length).fill(99);
    pickVictims({ counts, victims, into, next });
    return into;
  });
}

describe('victims', () => {
  test('have the means and variances of the multivariate hypergeometric law', () => {
    const drawn = pick({ victims: 5, times: 50_000 });
    for (const group of [0, 2, 3]) {
      const share = counts[group]! / 12;
      // n p (1 − p) (N − n)/(N − 1)
      const exact = { mean: 5 * share, variance: (5 * share * (1 - share) * 7) / 11 };
      const inGroup = drawn.map((into) => into[group]!);
      expect(Math.abs(meanZ(inGroup, exact))).toBeLessThanOrEqual(allowedZ);
      expect(Math.abs(varianceZ(inGroup, exact))).toBeLessThanOrEqual(allowedZ);
    }
  });

  test('fall as the exact joint probabilities say', () => {
    // P(a, c, d) = C(4, a) C(2, c) C(6, d)/C(12, 3)
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
    const cells = new Map<string, { share: number; seen: number }>();
    for (let a = 0; a <= 3; a++) {
      for (let c = 0; c <= Math.min(2, 3 - a); c++) {
        const share = (choose(4, a) * choose(2, c) * choose(6, 3 - a - c)) / choose(12, 3);
        cells.set(`${a},0,${c},${3 - a - c}`, { share, seen: 0 });
      }
    }
    for (const into of pick({ victims: 3, times: 50_000 })) cells.get(into.join(','))!.seen++;
    const all = [...cells.values()];
    expect(all.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    const z = chiSquareZ(
      all.map(({ seen }) => seen),
      all.map(({ share }) => share),
    );
    expect(Math.abs(z)).toBeLessThanOrEqual(allowedZ);
  });

  test('are as many as asked, and never more of a group than it has', () => {
    const groups = fc.array(fc.nat(30), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(groups, fc.nat(), fc.nat(1000), (present, some, replication) => {
        const total = present.reduce((sum, count) => sum + count, 0);
        const victims = some % (total + 1);
        const into = new Int32Array(present.length);
        const next = openStream({ seed: 1, replication, purpose: 'who', entity: '' });
        pickVictims({ counts: present, victims, into, next });
        expect(into.reduce((sum, count) => sum + count, 0)).toBe(victims);
        for (const [group, count] of into.entries()) expect(count).toBeLessThanOrEqual(present[group]!);
      }),
      { seed: 13 },
    );
  });

  test('are everyone when as many as are there', () => {
    expect(pick({ victims: 12, times: 1 })).toEqual([counts]);
  });

  test('cannot be more than are there', () => {
    expect(() => pick({ victims: 13, times: 1 })).toThrow('victims must be at most the 12 persons present, got 13');
  });
});
