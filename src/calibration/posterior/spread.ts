import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/**
 * A root S of the covariance that an objective's curvature at its top implies: S Sᵀ = (−curvature)⁻¹, one row a
 * coordinate. Directions along which the objective hardly falls are given a standard deviation of `widest` coordinate
 * units at most, so that a flat or crooked one spoils nothing.
 */
export function spreadOf(curvature: readonly (readonly number[])[], widest = 3): Float64Array[] {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    Matrix.mul(new Matrix(curvature.map((row) => [...row])), -1),
    { assumeSymmetric: true },
  );
  const sds = realEigenvalues.map((value) => 1 / Math.sqrt(Math.max(value, widest ** -2)));
  return curvature.map((_, i) => Float64Array.from(sds, (sd, j) => eigenvectorMatrix.get(i, j) * sd));
}
