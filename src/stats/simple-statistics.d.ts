/** What is used of the library. It takes whatever has a length and indices; its own types ask for arrays, and a column is none. */
declare module 'simple-statistics' {
  export function mean(values: ArrayLike<number>): number;
  export function sum(values: ArrayLike<number>): number;
  export function sampleVariance(values: ArrayLike<number>): number;
  export function sampleSkewness(values: ArrayLike<number>): number;
  export function sampleCovariance(x: ArrayLike<number>, y: ArrayLike<number>): number;
  export function sampleCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): number;
  export function quantile(values: Float64Array, order: number): number;
  export function quantileSorted(ascending: ArrayLike<number>, order: number): number;
}
