/** Mean, variance and fourth central moment of an outcome over `n` replications. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly second: number;
  readonly fourth: number;
}

/** Of values by index. */
export function momentsOf(n: number, valueAt: (index: number) => number): Moments {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += valueAt(i);
  const mean = sum / n;
  let second = 0;
  let fourth = 0;
  for (let i = 0; i < n; i++) {
    const square = (valueAt(i) - mean) ** 2;
    second += square / n;
    fourth += (square * square) / n;
  }
  return { n, mean, second, fourth };
}

/**
 * How many standard errors two means, and two variances, are apart; 0 where neither varies and both are alike. The errors are those
 * of one law behind both, by the moments of all replications together: of a long tail the smaller sample alone tells too little.
 */
export function zScores(a: Moments, b: Moments): { readonly mean: number; readonly variance: number } {
  const together = (of: (moments: Moments) => number): number => (a.n * of(a) + b.n * of(b)) / (a.n + b.n);
  const second = together((moments) => moments.second);
  const ofSecond = Math.max(0, together((moments) => moments.fourth) - second * second);
  const share = 1 / a.n + 1 / b.n;
  return {
    mean: apart(a.mean, b.mean, second * share),
    variance: apart(a.second, b.second, ofSecond * share),
  };
}

function apart(a: number, b: number, variance: number): number {
  // What is the same in every replication differs by rounding at most.
  if (Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))) return 0;
  return (a - b) / Math.sqrt(variance);
}
