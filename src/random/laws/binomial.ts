export interface BinomialParameters {
  /** A whole number, at least 0. */
  readonly trials: number;
  /** 0 to 1. */
  readonly probability: number;
}

/**
 * The smallest count of successes whose distribution function reaches u: exact inversion of one uniform, never
 * decreasing in u. It walks up from 0 by p(k+1) = p(k) · (trials − k)/(k + 1) · p/(1 − p), so its cost grows with the
 * count: meant for up to a few thousand trials. Above ½ it counts failures at 1 − u, where the walk is short.
 */
export function binomial({ trials, probability }: BinomialParameters, u: number): number {
  return probability <= 0.5 ? climb(trials, probability, u) : trials - climb(trials, 1 - probability, 1 - u);
}

// Plain numbers in place of an object: drawn in the innermost loop, it makes none.
function climb(trials: number, probability: number, u: number): number {
  const odds = probability / (1 - probability);
  let count = 0;
  let logShare = trials * Math.log1p(-probability);
  // Below this the share is not a number of full precision; nothing is lost by not adding it.
  while (logShare < -700) {
    logShare += Math.log(((trials - count) / (count + 1)) * odds);
    count++;
  }
  let share = Math.exp(logShare);
  let reached = share;
  // Beyond the mean, terms this small no longer change the sum, which rounding may keep from ever reaching u.
  while (reached < u && count < trials && (count < trials * probability || share > 1e-18)) {
    share *= ((trials - count) / (count + 1)) * odds;
    reached += share;
    count++;
  }
  return count;
}
