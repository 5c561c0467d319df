import { expect, test } from 'vitest';
import { isStable, spectralAbscissa, spectralRadius } from '../../src/theory/spectral-radius.js';
import { expectClose } from '../cases/compare.js';
import { uniformSource } from './uniform-source.js';

test('a one-way chain of like actors keeps every digit though its matrix is defective', () => {
  const chain = Array.from({ length: 8 }, (_, i) =>
    Array.from({ length: 8 }, (_, j) => (i === j ? 0.9 : i > j ? 3 : 0)),
  );
  expectClose(spectralRadius(chain), 0.9, 1e-15);
  expectClose(spectralRadius(chain.toReversed().map((row) => row.toReversed())), 0.9, 1e-15);
});

test('repeated multiplication grows at the spectral radius', () => {
  const next = uniformSource('power');
  for (let size = 2; size <= 6; size++) {
    const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => next() * 0.4));
    let vector = matrix.map(() => 1);
    let growth = 0;
    for (let k = 0; k < 400; k++) {
      const image = matrix.map((row) => row.reduce((sum, entry, j) => sum + entry * (vector[j] ?? NaN), 0));
      growth = Math.max(...image);
      vector = image.map((value) => value / growth);
    }
    expectClose(spectralRadius(matrix), growth, 1e-12);
  }
});

test('complex eigenvalues count by their modulus, and by their real part for growth', () => {
  const turn = [
    [0.3, -0.4],
    [0.4, 0.3],
  ];
  expectClose(spectralRadius(turn), 0.5, 1e-14);
  expectClose(spectralAbscissa(turn), 0.3, 1e-14);
});

test('exactly one is not stable, and nothing at all is', () => {
  expect(isStable([[1]])).toBe(false);
  expect(isStable([[1 - 1e-12]])).toBe(true);
  expect(isStable([])).toBe(true);
});

test('a matrix that is not square or not finite is refused rather than searched for ever', () => {
  expect(() => spectralRadius([[1, 2]])).toThrow('a row must be of length 1, got 2');
  expect(() =>
    spectralRadius([
      [1, NaN],
      [1, 1],
    ]),
  ).toThrow('a matrix entry must be finite, got NaN');
});
