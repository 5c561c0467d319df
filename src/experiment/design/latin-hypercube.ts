import type { Uniform } from '../../random/stream.js';

/** `n` points of which each n-th part of every axis holds exactly one, uniform inside it (McKay, Beckman and Conover 1979). */
export function latinHypercube(
  { n, dimensions }: { readonly n: number; readonly dimensions: number },
  draw: Uniform,
): Float64Array[] {
  const points = Array.from({ length: n }, () => new Float64Array(dimensions));
  for (let d = 0; d < dimensions; d++) {
    shuffled(n, draw).forEach((stratum, i) => (points[i]![d] = (stratum + draw()) / n));
  }
  return points;
}

/** 0 … n − 1 in a random order, all orders equally likely. */
export function shuffled(n: number, draw: Uniform): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
