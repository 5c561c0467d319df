import { expect } from 'vitest';

/** (mean − exact) / standard error, from independent replications. */
export function zScore(values: readonly number[], exact: number): number {
  const mean = meanOf(values);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return (mean - exact) / Math.sqrt(variance / values.length);
}

/** Fails unless the mean of the replications lies within 4 standard errors of the exact value. */
export function expectMean(what: string, values: readonly number[], exact: number): void {
  const z = zScore(values, exact);
  expect(Math.abs(z), `${what}: mean ${meanOf(values)}, exact ${exact}, z ${z}`).toBeLessThanOrEqual(4);
}

/** Fails unless the variance, about the exact mean, lies within 4 standard errors of the exact value. */
export function expectVariance(
  what: string,
  values: readonly number[],
  exact: { readonly mean: number; readonly variance: number },
): void {
  const squares = values.map((value) => (value - exact.mean) ** 2);
  expectMean(`variance of ${what}`, squares, exact.variance);
}

/** Fails unless the wrong value is refused, that is lies more than 4 standard errors off. */
export function expectRejected(what: string, values: readonly number[], wrong: number): void {
  const z = zScore(values, wrong);
  expect(Math.abs(z), `${what}: mean ${meanOf(values)}, wrong value ${wrong}, z ${z}`).toBeGreaterThan(4);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
