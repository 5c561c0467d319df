import { Matrix, solve } from 'ml-matrix';

/** Degree 8 at norm ½ leaves an error below 1e-20, so rounding decides (Golub and Van Loan, Matrix Computations, 9.3). */
const DEGREE = 8;

/** e^A of a square matrix, by scaling, a diagonal Padé approximant and repeated squaring. Good for defective matrices too. */
export function matrixExponential(matrix: Matrix): Matrix {
  const squarings = Math.max(0, 1 + Math.ceil(Math.log2(rowSumNorm(matrix))));
  if (!Number.isFinite(squarings)) throw new RangeError(`the matrix norm must be finite, got ${rowSumNorm(matrix)}`);
  const scaled = Matrix.div(matrix, 2 ** squarings);
  const above = Matrix.eye(matrix.rows);
  const below = Matrix.eye(matrix.rows);
  let power = Matrix.eye(matrix.rows);
  let factor = 1;
  for (let k = 1; k <= DEGREE; k++) {
    factor *= (DEGREE - k + 1) / ((2 * DEGREE - k + 1) * k);
    power = scaled.mmul(power);
    const term = Matrix.mul(power, factor);
    above.add(term);
    if (k % 2 === 0) below.add(term);
    else below.sub(term);
  }
  let result = solve(below, above);
  for (let k = 0; k < squarings; k++) result = result.mmul(result);
  return result;
}

function rowSumNorm(matrix: Matrix): number {
  return Math.max(...Matrix.abs(matrix).sum('row'));
}
