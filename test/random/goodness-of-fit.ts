/** Standard errors by which a test may miss: of a thousand right generators none or one fails one such test by chance. */
export const allowedZ = 4;

/** (sample mean − exact mean) in standard errors, from the exact variance. */
export function meanZ(draws: ArrayLike<number>, exact: { mean: number; variance: number }): number {
  return (average(draws, (x) => x) - exact.mean) / Math.sqrt(exact.variance / draws.length);
}

/** (mean squared deviation from the exact mean − exact variance) in standard errors of the sample. */
export function varianceZ(draws: ArrayLike<number>, exact: { mean: number; variance: number }): number {
  const squared = Float64Array.from(draws, (x) => (x - exact.mean) ** 2);
  const mean = average(squared, (x) => x);
  const spread = average(squared, (x) => (x - mean) ** 2);
  return (mean - exact.variance) / Math.sqrt(spread / draws.length);
}

/** Pearson's χ² against expected counts, as (χ² − degrees)/√(2 degrees). */
export function chiSquareZ(counts: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  const total = Array.from(counts).reduce((sum, count) => sum + count, 0);
  const terms = Array.from(counts, (count, i) => {
    const expected = total * (probabilities[i] ?? 0);
    return (count - expected) ** 2 / expected;
  });
  const degrees = terms.length - 1;
  return (terms.reduce((sum, term) => sum + term, 0) - degrees) / Math.sqrt(2 * degrees);
}

/** χ² of uniforms in `cells` equal cells. */
export function uniformityZ(draws: ArrayLike<number>, cells: number): number {
  const counts = new Float64Array(cells);
  for (let i = 0; i < draws.length; i++) counts[Math.floor(draws[i]! * cells)]!++;
  return chiSquareZ(counts, new Float64Array(cells).fill(1 / cells));
}

/** χ² of pairs of uniforms in a square of `side`² equal cells. */
export function pairUniformityZ(first: ArrayLike<number>, second: ArrayLike<number>, side: number): number {
  const cells = Float64Array.from(first, (x, i) => {
    return (Math.floor(x * side) * side + Math.floor(second[i]! * side) + 0.5) / (side * side);
  });
  return uniformityZ(cells, side * side);
}

/** The correlation of pairs of uniforms in standard errors. */
export function correlationZ(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const products = Float64Array.from(first, (x, i) => 12 * (x - 0.5) * (second[i]! - 0.5));
  return average(products, (x) => x) * Math.sqrt(first.length);
}

function average(draws: ArrayLike<number>, of: (x: number) => number): number {
  let sum = 0;
  for (let i = 0; i < draws.length; i++) sum += of(draws[i]!);
  return sum / draws.length;
}
