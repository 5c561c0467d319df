import type { Quantile } from './law-form.js';

/** Nearer to 0 or 1 than 2⁻¹¹ the function is asked itself: too few draws fall there to be worth a polynomial. */
const octaves = 10;
const nodes = 20;
/** A polynomial stands in only where its last terms are so small against the rise over its octave. */
const precision = 1e-12;
/** And where the function rises everywhere at this share of its mean slope there, or more. */
const leastSlope = 0.01;

/**
 * A slow inverse distribution function made quick: Chebyshev polynomials of degree 19, one for each octave of the distance
 * to 0 or 1, each worked out when first needed. The result depends on u alone, and differs from the function by about 1e-14
 * of the rise over the octave; where a polynomial does not come that close, the function itself is asked.
 * Polynomials: L. N. Trefethen, Approximation Theory and Approximation Practice (2013), chapters 3, 4 and 8: on an octave
 * a function that is singular at 0 alone is met to (3 + √8)^−19 ≈ 3e-15 of its size there.
 */
export function smoothQuantile(exact: Quantile): Quantile {
  const lower = emptyTable();
  const upper = emptyTable();
  const fromAbove: Quantile = (v) => exact(1 - v);
  return (u) => {
    const isLow = u < 0.5;
    const v = isLow ? u : 1 - u;
    const octave = Math.clz32(v * 2 ** 32);
    if (octave === 0 || octave > octaves) return exact(u);
    const table = isLow ? lower : upper;
    const coefficients = (table[octave] ??= fit(isLow ? exact : fromAbove, octave));
    return coefficients.length === 0 ? exact(u) : valueOf(coefficients, v * 2 ** (octave + 2) - 3);
  };
}

function emptyTable(): (Float64Array | undefined)[] {
  return new Array<Float64Array | undefined>(octaves + 1).fill(undefined);
}

/** Coefficients over v from 2^−(octave + 1) to 2^−octave, scaled to x from −1 to 1; none where they would not do. */
function fit(f: Quantile, octave: number): Float64Array {
  const angles = Array.from({ length: nodes }, (_, j) => (Math.PI * (j + 0.5)) / nodes);
  const values = angles.map((angle) => f((Math.cos(angle) + 3) * 2 ** -(octave + 2)));
  const coefficients = Float64Array.from({ length: nodes }, (_, m) => {
    const sum = values.reduce((total, value, j) => total + value * Math.cos(m * angles[j]!), 0);
    return ((m === 0 ? 1 : 2) * sum) / nodes;
  });
  const rise = Math.abs(values.at(-1)! - values[0]!);
  const slopes = values.slice(1).map((value, j) => {
    return Math.abs(value - values[j]!) / (Math.cos(angles[j]!) - Math.cos(angles[j + 1]!));
  });
  const isSteadyRise = Math.min(...slopes) >= leastSlope * (rise / 2);
  const rest = Math.abs(coefficients.at(-1)!) + Math.abs(coefficients.at(-2)!);
  return isSteadyRise && rest <= precision * rise ? coefficients : new Float64Array();
}

/** Σ c_m T_m(x), by Clenshaw's recurrence. */
function valueOf(coefficients: Float64Array, x: number): number {
  let [next, afterNext] = [0, 0];
  for (let m = nodes - 1; m > 0; m--) {
    const sum = coefficients[m]! + 2 * x * next - afterNext;
    afterNext = next;
    next = sum;
  }
  return coefficients[0]! + x * next - afterNext;
}
