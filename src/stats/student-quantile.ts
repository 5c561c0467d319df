import quantile from '@stdlib/stats-base-dists-t-quantile';

/** Quantiles found, by degrees of freedom, of the probability asked for last. */
const found = new Map<number, number>();
let probabilityOfFound = NaN;
const mostFound = 1000;

/**
 * Quantile of Student's t. One run asks for the same one hundreds of times, and each takes some ten microseconds or, before
 * it is compiled, some hundred: they are kept.
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (probability !== probabilityOfFound || found.size >= mostFound) found.clear();
  probabilityOfFound = probability;
  const known = found.get(degrees);
  if (known !== undefined) return known;
  const value = quantile(probability, degrees);
  found.set(degrees, value);
  return value;
}
