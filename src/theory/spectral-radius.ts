import { EigenvalueDecomposition } from 'ml-matrix';

/** Rows of equal number and length. */
export type SquareMatrix = readonly (readonly number[])[];

/**
 * The largest modulus of the eigenvalues. Throws a RangeError unless the matrix is square and finite.
 *
 * The eigenvalues are taken block by block, a block being rows that feed each other: a chain of like actors (equal
 * diagonal, one-way links) is a defective matrix, and taken whole its eigenvalues would come out right to five digits.
 */
export function spectralRadius(matrix: SquareMatrix): number {
  if (matrix.length === 1) {
    requireSquare(matrix);
    return Math.abs(matrix[0]![0]!);
  }
  return eigenvalues(matrix).reduce((radius, { re, im }) => Math.max(radius, Math.hypot(re, im)), 0);
}

/** True if every cascade dies out: spectral radius below 1. */
export function isStable(branching: SquareMatrix): boolean {
  return spectralRadius(branching) < 1;
}

/** The largest real part of the eigenvalues: the rate at which solutions of y′ = My grow in the end. */
export function spectralAbscissa(matrix: SquareMatrix): number {
  return eigenvalues(matrix).reduce((largest, { re }) => Math.max(largest, re), -Infinity);
}

interface Eigenvalue {
  readonly re: number;
  readonly im: number;
}

function eigenvalues(matrix: SquareMatrix): Eigenvalue[] {
  requireSquare(matrix);
  return irreducibleBlocks(matrix).flatMap((block) => {
    const [first] = block;
    if (block.length === 1 && first !== undefined) return [{ re: matrix[first]![first]!, im: 0 }];
    const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(
      block.map((row) => block.map((column) => matrix[row]![column]!)),
    );
    return realEigenvalues.map((re, i) => ({ re, im: imaginaryEigenvalues[i]! }));
  });
}

function requireSquare(matrix: SquareMatrix): void {
  for (const row of matrix) {
    if (row.length !== matrix.length)
      throw new RangeError(`a row must be of length ${matrix.length}, got ${row.length}`);
    for (const entry of row) {
      if (!Number.isFinite(entry)) throw new RangeError(`a matrix entry must be finite, got ${entry}`);
    }
  }
}

/** Sets of indices that reach each other through non-zero entries. */
function irreducibleBlocks(matrix: SquareMatrix): number[][] {
  const reaches = matrix.map((row, i) => row.map((entry, j) => i === j || entry !== 0));
  for (let via = 0; via < matrix.length; via++) {
    for (const row of reaches) {
      if (!row[via]) continue;
      for (let to = 0; to < matrix.length; to++) row[to] ||= reaches[via]![to]!;
    }
  }
  const blocks: number[][] = [];
  for (let i = 0; i < matrix.length; i++) {
    const home = blocks.find(([first]) => first !== undefined && reaches[i]![first]! && reaches[first]![i]!);
    if (home) home.push(i);
    else blocks.push([i]);
  }
  return blocks;
}
