import { Matrix } from 'ml-matrix';
import { matrixExponential } from './matrix-exponential.js';
import { spectralAbscissa } from './spectral-radius.js';
import type { SquareMatrix } from './spectral-radius.js';

/**
 * λ_i = μ_i + Σ_j n_ij β_j e_j,  de_j = −β_j e_j dt + jumps. The decay belongs to the source.
 * A source that is fed from outside (a strike on a given day) is a row of zeros with baseline 0 and a start.
 */
export interface NetworkWindow {
  /** μ, events per day. */
  readonly baseline: readonly number[];
  /** n: receiver row, source column. */
  readonly branching: SquareMatrix;
  /** β per day, one for each source. */
  readonly decay: readonly number[];
  /** e_j(0), in unit events: 1 is what one event leaves at the moment it happens. */
  readonly start: readonly number[];
  /** T in days. */
  readonly horizon: number;
  /** Mean and mean square of the jump of e_j at an event of j, drawn independently; all jumps 1 if left out. */
  readonly jumps?: readonly JumpMoments[];
}

export interface JumpMoments {
  readonly mean: number;
  readonly meanSquare: number;
}

/** E N_i(0, T], exactly, for every process. Stability is not needed: the window is finite. */
export function expectedCounts(window: NetworkWindow): number[] {
  const { receive, drift } = linearParts(window);
  const n = window.baseline.length;
  const generator = Matrix.zeros(2 * n + 1, 2 * n + 1);
  const one = 2 * n;
  for (let i = 0; i < n; i++) {
    generator.set(i, one, jumpOf(window, i).mean * window.baseline[i]!);
    generator.set(n + i, one, window.baseline[i]!);
  }
  generator.setSubMatrix(drift, 0, 0).setSubMatrix(receive, n, 0);
  return evolve(generator, window).slice(n, 2 * n);
}

/**
 * Means and covariance matrix of the counts in (0, T]. With K = nβ, A = diag(E jump) K − diag(β) and m = μ + K E e:
 *   P′ = AP + PAᵀ + diag(E jump² · m),  Q′ = QAᵀ + KP + diag(E jump · m),  R′ = KQᵀ + QKᵀ + diag(m)
 * for P = Cov(e, e), Q = Cov(N, e), R = Cov(N, N). The cost grows with the sixth power of the number of processes:
 * milliseconds for three, a second or two for eight.
 */
export function countCovariances(window: NetworkWindow): { readonly mean: number[]; readonly covariance: number[][] } {
  const { receive, drift } = linearParts(window);
  const n = window.baseline.length;
  const count = (i: number): number => n + i;
  const p = (i: number, j: number): number => 2 * n + i * n + j;
  const q = (i: number, j: number): number => p(n + i, j);
  const r = (i: number, j: number): number => p(2 * n + i, j);
  const one = 2 * n + 3 * n * n;
  const generator = Matrix.zeros(one + 1, one + 1);
  const add = (row: number, column: number, value: number): void => {
    generator.set(row, column, generator.get(row, column) + value);
  };
  const addIntensity = (row: number, i: number, factor: number): void => {
    add(row, one, factor * window.baseline[i]!);
    for (let k = 0; k < n; k++) add(row, k, factor * receive.get(i, k));
  };
  for (let i = 0; i < n; i++) {
    const { mean, meanSquare } = jumpOf(window, i);
    add(i, one, mean * window.baseline[i]!);
    for (let k = 0; k < n; k++) add(i, k, drift.get(i, k));
    addIntensity(count(i), i, 1);
    addIntensity(p(i, i), i, meanSquare);
    addIntensity(q(i, i), i, mean);
    addIntensity(r(i, i), i, 1);
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n; k++) {
        add(p(i, j), p(k, j), drift.get(i, k));
        add(p(i, j), p(i, k), drift.get(j, k));
        add(q(i, j), p(k, j), receive.get(i, k));
        add(q(i, j), q(i, k), drift.get(j, k));
        add(r(i, j), q(j, k), receive.get(i, k));
        add(r(i, j), q(i, k), receive.get(j, k));
      }
    }
  }
  const end = evolve(generator, window);
  return {
    mean: end.slice(n, 2 * n),
    covariance: window.baseline.map((_, i) => end.slice(r(i, 0), r(i, 0) + n)),
  };
}

/** The rate per day at which expected intensities grow in the end (negative: fade), whatever the baseline and start. */
export function growthPerDay(window: Pick<NetworkWindow, 'branching' | 'decay' | 'jumps'>): number {
  return spectralAbscissa(linearParts(window).drift.to2DArray());
}

function linearParts(window: Pick<NetworkWindow, 'branching' | 'decay' | 'jumps'>): {
  readonly receive: Matrix;
  readonly drift: Matrix;
} {
  const decay = Matrix.diag([...window.decay]);
  const receive = new Matrix(window.branching.map((row) => [...row])).mmul(decay);
  const jumpMeans = Matrix.diag(window.decay.map((_, j) => jumpOf(window, j).mean));
  return { receive, drift: jumpMeans.mmul(receive).sub(decay) };
}

function jumpOf({ jumps }: Pick<NetworkWindow, 'jumps'>, source: number): JumpMoments {
  return jumps?.[source] ?? { mean: 1, meanSquare: 1 };
}

/** The state at the horizon of y′ = My from y(0) = (start, 0 …, 1). */
function evolve(generator: Matrix, { start, horizon }: NetworkWindow): number[] {
  const state = Matrix.zeros(generator.rows, 1);
  for (const [j, value] of start.entries()) state.set(j, 0, value);
  state.set(generator.rows - 1, 0, 1);
  return matrixExponential(generator.mul(horizon)).mmul(state).to1DArray();
}
