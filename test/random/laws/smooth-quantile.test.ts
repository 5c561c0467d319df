import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import { describe, expect, test } from 'vitest';
import { smoothQuantile } from '../../../src/random/laws/smooth-quantile.js';

/** Of the lattice (n + ½)/2³², ends and octave bounds among them. */
const uniforms = [
  ...Array.from({ length: 400 }, (_, i) => (Math.floor((i * 2 ** 32) / 400) + 0.5) * 2 ** -32),
  ...Array.from({ length: 31 }, (_, k) => 2 ** -(k + 1) + 2 ** -33),
  ...Array.from({ length: 31 }, (_, k) => 1 - 2 ** -(k + 1) - 2 ** -33),
  2 ** -33,
  1 - 2 ** -33,
].sort((a, b) => a - b);

const laws: Readonly<Record<string, (u: number) => number>> = {
  'beta(2, 4)': betaQuantile.factory(2, 4),
  'beta(1, 5)': betaQuantile.factory(1, 5),
  'beta(1.2, 4.8)': betaQuantile.factory(1.2, 4.8),
  'beta(0.3, 0.3)': betaQuantile.factory(0.3, 0.3),
  'beta(50, 5)': betaQuantile.factory(50, 5),
  'beta(0.02, 3), nearly all at 0': betaQuantile.factory(0.02, 3),
  'gamma(0.1)': gammaQuantile.factory(0.1, 1),
  'gamma(2)': gammaQuantile.factory(2, 1),
  'gamma(400)': gammaQuantile.factory(400, 1),
  'a jump': (u) => (u < 0.3 ? 1 : 2),
  'a flat stretch': (u) => Math.max(0.2, u),
};

describe.each(Object.entries(laws))('the quick quantile of %s', (_, exact) => {
  const quick = smoothQuantile(exact);

  test('is the quantile to 1e-12 of its value', () => {
    for (const u of uniforms) expect(Math.abs(quick(u) - exact(u))).toBeLessThanOrEqual(1e-12 * exact(u));
  });

  test('never decreases', () => {
    const values = uniforms.map(quick);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  test('depends on u alone, not on what was asked before', () => {
    const other = smoothQuantile(exact);
    expect(uniforms.toReversed().map(other).toReversed()).toEqual(uniforms.map(quick));
  });
});

test('a smooth law is asked a few hundred times, however often it is drawn from', () => {
  let asked = 0;
  const exact = betaQuantile.factory(2, 4);
  const quick = smoothQuantile((u) => {
    asked++;
    return exact(u);
  });
  for (let i = 0; i < 20_000; i++) quick((i + 0.5) / 20_000);
  expect(asked).toBeLessThan(500);
});
