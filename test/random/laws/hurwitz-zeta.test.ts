import { expect, test } from 'vitest';
import { hurwitzZeta } from '../../../src/random/laws/hurwitz-zeta.js';

test('the zeta function has its known values', () => {
  // ζ(2) = π²/6 and ζ(4) = π⁴/90; the rest by mpmath 1.3.0 at 25 digits
  const known: [number, number, number][] = [
    [2, 1, Math.PI ** 2 / 6],
    [4, 1, Math.PI ** 4 / 90],
    [1.001, 1, 1000.5772884760116],
    [1.5, 1, 2.612375348685488],
    [2.5, 1, 1.341487257250917],
    [2.4, 7, 0.051804369724726164],
    [3, 0.25, 64.66386996876847],
    [1.1, 1000, 5.012122975831687],
    [10, 2, 0.0009945751278180853],
    [50, 3, 1.3929563579707038e-24],
    [2, 1e6, 1.0000005000001667e-6],
  ];
  for (const [s, q, value] of known) expect(Math.abs(hurwitzZeta(s, q) / value - 1)).toBeLessThan(1e-14);
});

test('one term more or less is that term: ζ(s, q) = q^−s + ζ(s, q + 1)', () => {
  for (const s of [1.05, 2.1, 3, 12]) {
    for (const q of [0.3, 1, 17.5, 39.9, 200]) {
      expect((q ** -s + hurwitzZeta(s, q + 1)) / hurwitzZeta(s, q)).toBeCloseTo(1, 14);
    }
  }
});
