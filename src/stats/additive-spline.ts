import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** Cubic B-splines of some covariates at every row: the design matrix, four numbers a row and covariate. */
export interface SplineBasis {
  readonly rows: number;
  readonly columns: number;
  /** Columns by covariate. */
  readonly perCovariate: number;
  /** Column of the first of the four. */
  readonly first: Int32Array;
  readonly weights: Float64Array;
}

/** How strongly bends are held down, as a multiple of what the data weigh; infinitely: a straight line. */
const penalties = Array.from({ length: 15 }, (_, i) => 10 ** (-3 + i / 2));
/** A degree of freedom counts for more than one, against fits that follow noise (Kim and Gu 2004). */
const dearerFreedom = 1.4;

/** Evenly spaced knots from the least to the largest of each covariate, `segments` between them. */
export function splineBasis(covariates: readonly ArrayLike<number>[], segments: number): SplineBasis {
  const rows = covariates[0]?.length ?? 0;
  const perCovariate = segments + 3;
  const first = new Int32Array(rows * covariates.length);
  const weights = new Float64Array(4 * first.length);
  covariates.forEach((values, c) => {
    const all = Array.from(values);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    all.forEach((value, row) => {
      const at = high > low ? ((value - low) / (high - low)) * segments : 0;
      const segment = Math.min(segments - 1, Math.floor(at));
      const cell = row * covariates.length + c;
      first[cell] = c * perCovariate + segment;
      weights.set(cubicWeights(at - segment), 4 * cell);
    });
  });
  return { rows, columns: perCovariate * covariates.length, perCovariate, first, weights };
}

/** The four cubic B-splines that are not zero, a share t of the way from one knot to the next. */
function cubicWeights(t: number): number[] {
  const s = 1 - t;
  return [s ** 3, 3 * t ** 3 - 6 * t ** 2 + 4, 3 * s ** 3 - 6 * s ** 2 + 4, t ** 3].map((weight) => weight / 6);
}

/**
 * Fits responses by a sum of smooth functions, one of each covariate: penalised splines (Eilers and Marx 1996), squares of
 * second differences held down, as much as generalised cross-validation finds best for each response. `counts` says how
 * often a row counts, `penalty` the strength for each response where it is not to be looked for. Gives the fit at every row.
 */
export function fitSmooth(
  basis: SplineBasis,
  {
    responses,
    counts,
    penalty,
  }: {
    readonly responses: readonly ArrayLike<number>[];
    readonly counts?: ArrayLike<number>;
    readonly penalty?: readonly number[];
  },
): { readonly fits: readonly Float64Array[]; readonly penalty: readonly number[] } {
  const normal = normalMatrix(basis, counts);
  const n = counts ? Array.from(counts).reduce((sum, count) => sum + count, 0) : basis.rows;
  const bends = bendMatrix(basis);
  // Both matrices at one scale, so that a strength means the same whatever the knots.
  const scale = trace(normal) / trace(bends);
  const solved = new Map<number, CholeskyDecomposition>();
  const at = (strength: number): CholeskyDecomposition => {
    const known = solved.get(strength);
    if (known) return known;
    const system = Matrix.add(normal, Matrix.mul(bends, strength * scale));
    // B-splines of each covariate sum to 1: of several, and where rows are few, the system needs a hold.
    const hold = (1e-9 * trace(normal)) / basis.columns;
    for (let i = 0; i < basis.columns; i++) system.set(i, i, system.get(i, i) + hold);
    const fresh = new CholeskyDecomposition(system);
    solved.set(strength, fresh);
    return fresh;
  };
  const freedom = new Map<number, number>();
  const freedomAt = (strength: number): number => {
    const known = freedom.get(strength) ?? trace(at(strength).solve(normal));
    freedom.set(strength, known);
    return known;
  };
  const found = responses.map((response, k) => {
    const right = rightSide(basis, { response, counts });
    const wished = penalty?.[k];
    if (wished !== undefined) return { strength: wished, fit: fitted(basis, at(wished).solve(right)) };
    const tried = penalties.map((strength) => {
      const coefficients = at(strength).solve(right);
      const fit = fitted(basis, coefficients);
      let squares = 0;
      for (let row = 0; row < basis.rows; row++) squares += (counts?.[row] ?? 1) * (response[row]! - fit[row]!) ** 2;
      return { strength, fit, score: (n * squares) / (n - dearerFreedom * freedomAt(strength)) ** 2 };
    });
    // Of equals the smoother.
    return tried.reduce((best, each) => (each.score <= best.score ? each : best));
  });
  return { fits: found.map(({ fit }) => fit), penalty: found.map(({ strength }) => strength) };
}

function normalMatrix({ rows, columns, first, weights }: SplineBasis, counts: ArrayLike<number> | undefined): Matrix {
  const sums = new Float64Array(columns * columns);
  const covariates = rows === 0 ? 0 : first.length / rows;
  for (let row = 0; row < rows; row++) {
    const count = counts?.[row] ?? 1;
    if (count === 0) continue;
    for (let one = row * covariates; one < (row + 1) * covariates; one++)
      for (let other = row * covariates; other < (row + 1) * covariates; other++)
        for (let i = 0; i < 4; i++) {
          const start = (first[one]! + i) * columns + first[other]!;
          const weight = count * weights[4 * one + i]!;
          for (let j = 0; j < 4; j++) sums[start + j]! += weight * weights[4 * other + j]!;
        }
  }
  // Alike to the last bit on both sides.
  for (let i = 0; i < columns; i++) for (let j = 0; j < i; j++) sums[i * columns + j] = sums[j * columns + i]!;
  return Matrix.from1DArray(columns, columns, sums);
}

/** Σ (Δ²β)² of each covariate, as a quadratic form. */
function bendMatrix({ columns, perCovariate }: SplineBasis): Matrix {
  const bends = Matrix.zeros(columns, columns);
  for (let start = 0; start < columns; start += perCovariate)
    for (let middle = start + 1; middle < start + perCovariate - 1; middle++)
      [1, -2, 1].forEach((a, i) =>
        [1, -2, 1].forEach((b, j) => {
          const [row, column] = [middle - 1 + i, middle - 1 + j];
          bends.set(row, column, bends.get(row, column) + a * b);
        }),
      );
  return bends;
}

function rightSide(
  { rows, columns, first, weights }: SplineBasis,
  { response, counts }: { readonly response: ArrayLike<number>; readonly counts: ArrayLike<number> | undefined },
): Matrix {
  const sums = new Float64Array(columns);
  const covariates = rows === 0 ? 0 : first.length / rows;
  for (let cell = 0; cell < first.length; cell++) {
    const row = Math.floor(cell / covariates);
    const value = (counts?.[row] ?? 1) * response[row]!;
    for (let i = 0; i < 4; i++) sums[first[cell]! + i]! += weights[4 * cell + i]! * value;
  }
  return Matrix.columnVector(Array.from(sums));
}

function fitted({ rows, first, weights }: SplineBasis, coefficients: Matrix): Float64Array {
  const beta = coefficients.to1DArray();
  const fit = new Float64Array(rows);
  const covariates = rows === 0 ? 0 : first.length / rows;
  for (let cell = 0; cell < first.length; cell++)
    for (let i = 0; i < 4; i++) fit[Math.floor(cell / covariates)]! += weights[4 * cell + i]! * beta[first[cell]! + i]!;
  return fit;
}

function trace(matrix: Matrix): number {
  return matrix.diagonal().reduce((sum, value) => sum + value, 0);
}
