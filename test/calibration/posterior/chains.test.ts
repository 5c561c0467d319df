import { describe, expect, test } from 'vitest';
import { curvature } from '../../../src/calibration/posterior/curvature.js';
import { effectiveSize } from '../../../src/calibration/posterior/effective-size.js';
import { hamiltonianChain, type Chain } from '../../../src/calibration/posterior/hamiltonian-chain.js';
import type { Objective } from '../../../src/calibration/posterior/objective.js';
import { splitRHat } from '../../../src/calibration/posterior/split-r-hat.js';
import { spreadOf } from '../../../src/calibration/posterior/spread.js';
import { openStream } from '../../../src/random/stream.js';

function stream(replication: number): () => number {
  return openStream({ seed: 4, replication, purpose: 'chain', entity: 'test' });
}

/** An autoregression of order 1 with standard normal marginals. */
function autoregression(length: number, { rho, replication }: { rho: number; replication: number }): number[] {
  const next = stream(replication);
  const values: number[] = [];
  for (let value = 0, k = -100; k < length; k++) {
    const normal = Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
    value = rho * value + Math.sqrt(1 - rho * rho) * normal;
    if (k >= 0) values.push(value);
  }
  return values;
}

describe('what chains say of themselves', () => {
  test('R̂ is that of the formula, worked by hand', () => {
    // Halves 1 2, 3 4, 3 4, 5 6: W = 1/2, variance of means 8/3, so √(1/2 + (8/3)/(1/2)).
    const chains = [
      [1, 2, 3, 4],
      [3, 4, 5, 6],
    ];
    expect(splitRHat(chains)).toBeCloseTo(Math.sqrt(1 / 2 + 16 / 3), 12);
    expect(splitRHat([[2, 2, 2, 2]])).toBe(1);
    expect(
      splitRHat([
        [2, 2],
        [3, 3],
      ]),
    ).toBeNaN();
  });

  test.each([0, 0.5, 0.8, -0.3])('an autoregression of %s has an effective size of n (1 − ρ)/(1 + ρ)', (rho) => {
    const chains = [0, 1, 2, 3].map((replication) => autoregression(8000, { rho, replication }));
    const known = (32_000 * (1 - rho)) / (1 + rho);
    // Over twenty other sets of chains the estimate's standard error is about 3 %.
    expect(Math.abs(effectiveSize(chains) / known - 1)).toBeLessThan(0.1);
    expect(splitRHat(chains)).toBeLessThan(1.01);
  });

  test('chains in two places are found out', () => {
    const chains = [0, 1].map((replication) =>
      autoregression(500, { rho: 0, replication }).map((value) => value + 2 * replication),
    );
    expect(splitRHat(chains)).toBeGreaterThan(1.3);
    expect(effectiveSize(chains)).toBeLessThan(10);
  });
});

describe('a Hamiltonian chain', () => {
  function run(objective: Objective, centre: Float64Array, replication: number): Chain {
    const steps = centre.map(() => 0.05);
    const spread = spreadOf(curvature(objective, { at: centre, steps }));
    return hamiltonianChain(objective, { centre, spread, warmUp: 150, draws: 1500 }, stream(replication));
  }

  test('draws from a crooked density: its mean, spread and tail are those known', () => {
    // x is standard normal and y given x normal about (x² − 1)/2 with sd 1: E y = 0, Var y = 1/2 + 1.
    const banana: Objective = (point, slopes) => {
      const [x, y] = [point[0]!, point[1]!];
      const off = y - (x * x - 1) / 2;
      slopes[0] = -x + x * off;
      slopes[1] = -off;
      return -(x * x) / 2 - (off * off) / 2;
    };
    const chains = [0, 1, 2, 3].map((replication) => run(banana, Float64Array.of(0, -0.5), replication));
    for (const [i, { mean, sd }] of [
      { mean: 0, sd: 1 },
      { mean: 0, sd: Math.sqrt(1.5) },
    ].entries()) {
      const columns = chains.map(({ points }) => points.map((point) => point[i]!));
      const all = columns.flat();
      const size = effectiveSize(columns);
      expect(size).toBeGreaterThan(400);
      expect(splitRHat(columns)).toBeLessThan(1.02);
      const average = all.reduce((sum, value) => sum + value, 0) / all.length;
      expect(Math.abs(average - mean)).toBeLessThan((4 * sd) / Math.sqrt(size));
      const below = all.filter((value) => value < -1.6448536).length / all.length;
      if (i === 0) expect(Math.abs(below - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / size));
    }
  });

  test('one stream gives one chain, bit for bit, and another stream another', () => {
    const bell: Objective = (point, slopes) => {
      slopes[0] = -point[0]!;
      return -(point[0]! ** 2) / 2;
    };
    const rows = [5, 5, 6].map((replication) =>
      run(bell, Float64Array.of(0), replication).points.flatMap((p) => [...p]),
    );
    expect(rows[0]).toEqual(rows[1]);
    expect(rows[0]).not.toEqual(rows[2]);
    expect(run(bell, Float64Array.of(0), 5).accepted).toBeGreaterThan(0.7);
  });

  test('never leaves where the density is zero', () => {
    const half: Objective = (point, slopes) => {
      slopes[0] = 1 / point[0]! - 1;
      return point[0]! > 0 ? Math.log(point[0]!) - point[0]! : -Infinity;
    };
    const values = run(half, Float64Array.of(1), 7).points.map((point) => point[0]!);
    expect(Math.min(...values)).toBeGreaterThan(0);
    // Gamma of shape 2: mean 2, sd √2.
    const average = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(average - 2)).toBeLessThan((4 * Math.SQRT2) / Math.sqrt(effectiveSize([values])));
  });
});
