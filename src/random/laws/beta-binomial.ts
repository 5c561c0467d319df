export interface BetaBinomialParameters {
  /** A whole number, at least 0. */
  readonly trials: number;
  /** Above 0. The mean share of successes is alpha/(alpha + beta). */
  readonly alpha: number;
  /** Above 0. */
  readonly beta: number;
}

/**
 * Successes of trials whose common probability is Beta(alpha, beta): the smallest count whose distribution function
 * reaches u, exact inversion of one uniform, never decreasing in u. It walks up from p(0) = Π (beta + i)/(alpha + beta
 * + i), i < trials, by p(k+1) = p(k) · (trials − k)(alpha + k)/((k + 1)(beta + trials − k − 1)), so its cost grows with
 * the trials: meant for up to a few thousand.
 */
export function betaBinomial({ trials, alpha, beta }: BetaBinomialParameters, u: number): number {
  let logProbability = 0;
  for (let i = 0; i < trials; i++) logProbability += Math.log((beta + i) / (alpha + beta + i));
  let count = 0;
  // Below this the probability is not a number of full precision; nothing is lost by not adding it.
  while (logProbability < -700) {
    logProbability += Math.log(((trials - count) * (alpha + count)) / ((count + 1) * (beta + trials - count - 1)));
    count++;
  }
  let probability = Math.exp(logProbability);
  let reached = probability;
  // No term is too small to go on: the law may have its mass at both ends and next to nothing between.
  while (reached < u && count < trials) {
    probability *= ((trials - count) * (alpha + count)) / ((count + 1) * (beta + trials - count - 1));
    reached += probability;
    count++;
  }
  return count;
}
