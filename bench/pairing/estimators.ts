import { sampleCovariance, sampleVariance } from 'simple-statistics';
import type { Columns } from './columns.js';

/** A − B, replication by replication. */
export function differencesOf(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, r) => value - b[r]!);
}

/** Standard deviation. */
export function spreadOf(values: Float64Array): number {
  return Math.sqrt(sampleVariance([...values]));
}

/** The difference of the integrated rates, whose mean is that of the counts. */
export function integrated({ a, b, expected }: Pair): Float64Array {
  return differencesOf(a.get(expected)!, b.get(expected)!);
}

/**
 * The difference of the counts, without what a straight line on the difference of N − ∫λ tells of it: that has mean 0
 * whatever the strategy. The slope is that of the same differences, so there is a bias of the order 1/n.
 */
export function controlled({ a, b, name, expected }: Pair & { readonly name: string }): Float64Array {
  const counts = differencesOf(a.get(name)!, b.get(name)!);
  const rates = integrated({ a, b, expected });
  const control = [...counts].map((count, r) => count - rates[r]!);
  const slope = sampleCovariance([...counts], control) / sampleVariance(control);
  return counts.map((count, r) => count - slope * control[r]!);
}

interface Pair {
  readonly a: Columns;
  readonly b: Columns;
  /** The outcome that is the integral of the rate. */
  readonly expected: string;
}
