import { describe, expect, it, test } from 'vitest';
import { saltelliDesign } from '../../src/experiment/design/saltelli.js';
import { openStream } from '../../src/random/stream.js';
import { sobolIndices } from '../../src/stats/index.js';

const stream = (seed: number, entity: string) => openStream({ seed, replication: 0, purpose: 'test', entity });

/** Ishigami and Homma (1990) with a 7, b 0.1 on (−π, π)³. */
const ishigami = (u: ArrayLike<number>): number => {
  const [x = 0, y = 0, z = 0] = Array.from(u, (each) => Math.PI * (2 * each - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
};
/** Sobol's G function. */
const g = (u: ArrayLike<number>): number =>
  [0, 1, 4.5, 9, 99, 99, 99, 99].reduce((product, a, i) => (product * (Math.abs(4 * u[i]! - 2) + a)) / (1 + a), 1);

function estimated(model: (u: ArrayLike<number>) => number, about: { dimensions: number; n: number; seed: number }) {
  const inputs = Array.from({ length: about.dimensions }, (_, i) => [i]);
  const { a, b, mixed } = saltelliDesign({ inputs, n: about.n }, stream(about.seed, 'design'));
  return sobolIndices(
    { a: a.map(model), b: b.map(model), mixed: mixed.map((points) => points.map(model)) },
    { draw: stream(about.seed, 'bootstrap'), resamples: 100 },
  );
}

// Reference values and tolerances: docs/model.md's sources; the worst of 50 seeds with scrambled Sobol' points.
describe.each([
  [1024, 0.027, 0.023],
  [4096, 0.019, 0.008],
])('Sobol indices on %i points', (n, firstTolerance, totalTolerance) => {
  it.each([1, 2, 3])('are those of the Ishigami function (seed %i)', (seed) => {
    const { variance, inputs } = estimated(ishigami, { dimensions: 3, n, seed });
    expect(variance).toBeCloseTo(13.844587940719254, 0);
    [0.3139052, 0.4424111, 0].forEach((first, i) =>
      expect(Math.abs(inputs[i]!.first.value - first)).toBeLessThan(firstTolerance),
    );
    [0.5575889, 0.4424111, 0.2436837].forEach((total, i) =>
      expect(Math.abs(inputs[i]!.total.value - total)).toBeLessThan(totalTolerance),
    );
  });

  it('are those of the G function, whose inert inputs are not told from zero', () => {
    const { inputs } = estimated(g, { dimensions: 8, n, seed: 4 });
    [0.7161922, 0.179048, 0.0236758, 0.0071619].forEach((first, i) =>
      expect(Math.abs(inputs[i]!.first.value - first)).toBeLessThan(firstTolerance),
    );
    [0.7871441, 0.2421982, 0.0343169, 0.0104604].forEach((total, i) =>
      expect(Math.abs(inputs[i]!.total.value - total)).toBeLessThan(totalTolerance),
    );
    expect(inputs[7]!.first.low).toBeLessThanOrEqual(0.001);
    expect(inputs[0]!.first.low).toBeGreaterThan(0.5);
  });
});

test('the index of a group is what its inputs explain together: exact for a sum', () => {
  const model = (u: ArrayLike<number>): number => 2 * u[0]! + u[1]! + 3 * u[2]!;
  const { a, b, mixed } = saltelliDesign({ inputs: [[0, 1], [2]], n: 2048 }, stream(5, 'groups'));
  const { inputs } = sobolIndices(
    { a: a.map(model), b: b.map(model), mixed: mixed.map((points) => points.map(model)) },
    { draw: stream(5, 'bootstrap'), resamples: 50 },
  );
  expect(inputs[0]!.first.value).toBeCloseTo(5 / 14, 1);
  expect(inputs[1]!.total.value).toBeCloseTo(9 / 14, 1);
});

test('intervals hold the index about as often as they say: 40 seeds of an additive model', () => {
  const model = (u: ArrayLike<number>): number => u[0]! + u[1]!;
  const hits = Array.from({ length: 40 }, (_, seed) => {
    const n = 200;
    // Plain random points: on these the bootstrap is meant to be right.
    const draw = stream(seed, 'random');
    const point = () => [draw(), draw()];
    const [a, b] = [Array.from({ length: n }, point), Array.from({ length: n }, point)];
    const mixed = [0, 1].map((j) => a.map((u, i) => u.map((each, c) => (c === j ? b[i]![c]! : each))));
    const { inputs } = sobolIndices(
      { a: a.map(model), b: b.map(model), mixed: mixed.map((points) => points.map(model)) },
      { draw: stream(seed, 'bootstrap'), resamples: 200 },
    );
    const { low, high } = inputs[0]!.total;
    return low <= 0.5 && 0.5 <= high;
  }).filter(Boolean).length;
  // 95 % of 40 is 38; 5 standard errors (1.38) below.
  expect(hits).toBeGreaterThanOrEqual(31);
});

test('a design with a hole is refused', () => {
  const about = { draw: stream(1, 'x'), resamples: 10 };
  expect(() => sobolIndices({ a: [1, NaN], b: [1, 2], mixed: [[1, 2]] }, about)).toThrow('must be full');
});
