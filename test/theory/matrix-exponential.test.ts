import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { matrixExponential } from '../../src/theory/matrix-exponential.js';
import { expectClose } from '../cases/compare.js';

const exponential = (rows: number[][]): number[][] => matrixExponential(new Matrix(rows)).to2DArray();

test('rotations, shears and decays come out as known', () => {
  expectClose(
    exponential([
      [0, -10],
      [10, 0],
    ]),
    [
      [Math.cos(10), -Math.sin(10)],
      [Math.sin(10), Math.cos(10)],
    ],
    1e-12,
  );
  expectClose(
    exponential([
      [-2, 1],
      [0, -2],
    ]),
    [
      [Math.exp(-2), Math.exp(-2)],
      [0, Math.exp(-2)],
    ],
    1e-13,
  );
  expectClose(exponential([[-120]]), [[Math.exp(-120)]], 1e-10);
});

test('nothing to the power is the identity, and infinity is refused', () => {
  expect(exponential([[0]])).toEqual([[1]]);
  expect(() => exponential([[Infinity]])).toThrow('the matrix norm must be finite, got Infinity');
});
