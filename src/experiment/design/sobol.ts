import type { Uniform } from '../../random/stream.js';
import { sobolIndices, type Estimate, type SobolIndices } from '../../stats/index.js';
import { meanAt, type Evaluated } from './evaluated.js';
import type { DesignPoint } from './evaluate.js';
import type { Input } from './inputs.js';
import { saltelliDesign } from './saltelli.js';
import { sharedCoordinates } from './whole-tables.js';

/** Sobol' indices of the inputs, and of chance as one input more. */
export interface SobolResult {
  readonly inputs: readonly { readonly input: Input; readonly first: Estimate; readonly total: Estimate }[];
  /** What no number explains: chance inside a replication, and the numbers that are not among the inputs. */
  readonly chance: { readonly first: Estimate; readonly total: Estimate };
  readonly mean: number;
  readonly variance: number;
  /** The same with the first quarter and half of the rows: how far the indices have settled. */
  readonly earlier: readonly { readonly rows: number; readonly indices: SobolIndices }[];
  readonly rows: number;
}

export interface SobolQuestion {
  readonly inputs: readonly Input[];
  /** A power of two. */
  readonly rows: number;
  /** Replications at each point. */
  readonly inner: number;
  /** Table of draws that a number is a column of: its numbers are one factor, the row. The places are then of space `draw`. */
  readonly tableOf?: (path: string) => string | undefined;
}

/**
 * Chance is an input like another: row i of A has the luck of replications i m … (i + 1) m − 1, row i of B that of as many
 * after all of A's, and A_i with the luck of B_i tells what chance explains. An answer is the mean over m = `inner`
 * replications. By row: A, B, A with each input from B, A with the luck of B. `rows` is a power of two.
 */
export function sobolDesign(
  { inputs, rows, inner, tableOf = () => undefined }: SobolQuestion,
  draw: Uniform,
): DesignPoint[] {
  const { ofInput, ofPath } = sharedCoordinates(inputs, tableOf);
  const placesOf = (point: Float64Array): number[] => ofPath.map((coordinate) => point[coordinate]!);
  const { a, b, mixed } = saltelliDesign({ inputs: ofInput, n: rows }, draw);
  return a.flatMap((place, i) => {
    const luckA = { from: i * inner, to: (i + 1) * inner };
    const luckB = { from: (rows + i) * inner, to: (rows + i + 1) * inner };
    return [
      { places: placesOf(place), ...luckA },
      { places: placesOf(b[i]!), ...luckB },
      ...mixed.map((points) => ({ places: placesOf(points[i]!), ...luckA })),
      { places: placesOf(place), ...luckB },
    ];
  });
}

/** Rows of a design that hold a point without an answer. */
export function incompleteRows(done: Evaluated, inputs: readonly Input[]): number[] {
  const perRow = inputs.length + 3;
  return [...new Set(done.failures.map(({ point }) => Math.floor(point / perRow)))];
}

/** Indices of the inputs, the largest total first. Throws RangeError where a point has no answer. */
export function sobol(done: Evaluated, inputs: readonly Input[], draw: Uniform): SobolResult {
  const perRow = inputs.length + 3;
  const rows = done.points.length / perRow;
  const column = (at: number): Float64Array =>
    Float64Array.from({ length: rows }, (_, i) => meanAt(done, i * perRow + at));
  const columns = Array.from({ length: perRow }, (_, at) => column(at));
  const indicesOf = (n: number, resamples: number): SobolIndices => {
    const [a, b, ...mixed] = columns.map((values) => values.subarray(0, n));
    return sobolIndices({ a: a!, b: b!, mixed }, { draw, resamples });
  };
  const all = indicesOf(rows, 1000);
  const found = inputs.map((input, i) => ({ input, ...all.inputs[i]! }));
  return {
    inputs: found.toSorted((x, y) => y.total.value - x.total.value),
    chance: all.inputs.at(-1)!,
    mean: all.mean,
    variance: all.variance,
    earlier: [rows / 4, rows / 2].filter((n) => n >= 8).map((n) => ({ rows: n, indices: indicesOf(n, 200) })),
    rows,
  };
}
