import type { Objective } from './objective.js';

/**
 * Second derivatives of an objective, by central differences of its exact derivatives in eight points a direction, so
 * that the error is of order step⁸: about nine digits with steps of a hundredth of the numbers' own size.
 * @param steps one for each coordinate, in its unit.
 */
export function curvature(
  objective: Objective,
  { at, steps }: { readonly at: Float64Array; readonly steps: Float64Array },
): number[][] {
  const size = at.length;
  const rows = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const slopes = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (const [shift, weight] of weights) {
      const point = Float64Array.from(at);
      point[i]! += shift * steps[i]!;
      slopes.fill(0);
      objective(point, slopes);
      for (let j = 0; j < size; j++) rows[i]![j]! += (weight * slopes[j]!) / steps[i]!;
    }
  }
  // The order of differentiation does not matter, so both estimates of an entry serve.
  return rows.map((row, i) => row.map((entry, j) => (entry + rows[j]![i]!) / 2));
}

/** Of a first derivative by central differences of order 8: shift in steps, weight. */
const weights: readonly (readonly [number, number])[] = [1, 2, 3, 4].flatMap((shift, k) => {
  const weight = [4 / 5, -1 / 5, 4 / 105, -1 / 280][k]!;
  return [[shift, weight] as const, [-shift, -weight] as const];
});
