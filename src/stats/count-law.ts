/** The law of a count as numbers: entry k is P(N = k); what lies beyond the last entry is less than rounding. */
export type CountLaw = readonly number[];

/** Terms below this no longer change a sum of shares. */
const NEGLIGIBLE = 1e-18;

/** The Poisson law of that mean, at least 0. */
export function poissonLaw(mean: number): CountLaw {
  checkMean(mean);
  return byLogRatio(-mean, mean, (k) => mean / (k + 1));
}

/**
 * The negative binomial law of that mean and size (variance mean + mean²/size): a Poisson law whose mean has a gamma law
 * of shape `size`. An infinite size gives the Poisson law.
 */
export function negativeBinomialLaw({ mean, size }: { readonly mean: number; readonly size: number }): CountLaw {
  checkMean(mean);
  if (!(size > 0)) throw new RangeError(`size must be above 0, got ${size}`);
  if (size === Infinity || mean === 0) return poissonLaw(mean);
  const ratio = mean / (mean + size);
  return byLogRatio(-size * Math.log1p(mean / size), mean, (k) => ((k + size) / (k + 1)) * ratio);
}

/**
 * The law of simulated counts: shares of the sample, with the weight of one draw spread as the negative binomial law of
 * the sample's mean (1/(n + 1) at least) and variance (Poisson where it varies less), so that no count is called
 * impossible because it was not among the draws. Throws RangeError of an empty sample, or where a value is no count.
 */
export function sampledLaw(counts: ArrayLike<number>): CountLaw {
  const n = counts.length;
  if (n === 0) throw new RangeError('counts must hold at least one draw, got none');
  let [sum, squares] = [0, 0];
  for (let i = 0; i < n; i++) {
    const count = counts[i]!;
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`count ${i} must be a count, got ${count}`);
    sum += count;
    squares += count * count;
  }
  const mean = sum / n;
  const variance = squares / n - mean * mean;
  const size = variance > mean ? (mean * mean) / (variance - mean) : Infinity;
  const smooth = negativeBinomialLaw({ mean: Math.max(mean, 1 / (n + 1)), size });
  const weights = [...smooth];
  for (let i = 0; i < n; i++) {
    const count = counts[i]!;
    while (weights.length <= count) weights.push(0);
    weights[count]! += 1;
  }
  return weights.map((weight) => weight / (n + 1));
}

/** Mean and variance of a law. */
export function momentsOf(law: CountLaw): { readonly mean: number; readonly variance: number } {
  const mean = law.reduce((sum, share, k) => sum + k * share, 0);
  return { mean, variance: law.reduce((sum, share, k) => sum + (k - mean) ** 2 * share, 0) };
}

/** P(N ≤ count). */
export function shareUpTo(law: CountLaw, count: number): number {
  let sum = 0;
  for (let k = 0; k <= Math.min(count, law.length - 1); k++) sum += law[k]!;
  return Math.min(1, sum);
}

/** The smallest count that is reached with at least that probability. */
export function countQuantile(law: CountLaw, order: number): number {
  let sum = 0;
  for (let k = 0; k < law.length; k++) {
    sum += law[k]!;
    // Rounding of the sum must not push a quantile one further.
    if (sum >= order - 1e-12) return k;
  }
  return law.length - 1;
}

/** Both ends inside: leaves at most (1 − level)/2 on each side, so that a law of counts covers at least `level`. */
export function centralCounts(law: CountLaw, level: number): { readonly low: number; readonly high: number } {
  return { low: countQuantile(law, (1 - level) / 2), high: countQuantile(law, (1 + level) / 2) };
}

function byLogRatio(logFirst: number, mean: number, ratio: (k: number) => number): number[] {
  const law: number[] = [];
  let log = logFirst;
  for (let k = 0; ; k++) {
    const share = Math.exp(log);
    law.push(share);
    if (k > mean && share < NEGLIGIBLE) return law;
    log += Math.log(ratio(k));
    if (log === -Infinity) return law;
  }
}

function checkMean(mean: number): void {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`mean must be at least 0 and finite, got ${mean}`);
}
