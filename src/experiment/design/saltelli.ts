import type { Uniform } from '../../random/stream.js';
import { sobolPoints } from './sobol-points.js';

/** Where the model is to be evaluated for Sobol' indices of `inputs`: by row i, the points A_i, B_i and A_i with an input of B_i. */
export interface SaltelliDesign {
  readonly a: readonly Float64Array[];
  readonly b: readonly Float64Array[];
  /** By input, then by row: A_i with the coordinates of that input from B_i. */
  readonly mixed: readonly (readonly Float64Array[])[];
}

/** Saltelli's radial design on `n` scrambled Sobol' points of twice as many coordinates as there are (Saltelli et al. 2010). */
export function saltelliDesign(
  { inputs, n }: { readonly inputs: readonly (readonly number[])[]; readonly n: number },
  draw: Uniform,
): SaltelliDesign {
  const dimensions = inputs.flat().length;
  const points = sobolPoints({ n, dimensions: 2 * dimensions }, draw);
  const a = points.map((point) => point.slice(0, dimensions));
  const b = points.map((point) => point.slice(dimensions));
  const mixed = inputs.map((coordinates) =>
    a.map((point, i) => {
      const swapped = point.slice();
      for (const c of coordinates) swapped[c] = b[i]![c]!;
      return swapped;
    }),
  );
  return { a, b, mixed };
}
