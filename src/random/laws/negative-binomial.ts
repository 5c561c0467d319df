export interface NegativeBinomialParameters {
  /** At least 0. */
  readonly mean: number;
  /** Above 0; the variance is mean + mean²/size, and an infinite size would be the Poisson law. */
  readonly size: number;
}

/**
 * The smallest count whose distribution function reaches u: exact inversion of one uniform, never decreasing in u.
 * It walks up from 0 by p(k+1) = p(k) · (k + size)/(k + 1) · mean/(mean + size), so its cost grows with the count.
 */
export function negativeBinomial({ mean, size }: NegativeBinomialParameters, u: number): number {
  if (mean === 0) return 0;
  const ratio = mean / (mean + size);
  let count = 0;
  let logProbability = -size * Math.log1p(mean / size);
  // Below this the probability is not a number of full precision; nothing is lost by not adding it.
  while (logProbability < -700) {
    logProbability += Math.log(((count + size) / (count + 1)) * ratio);
    count++;
  }
  let probability = Math.exp(logProbability);
  let reached = probability;
  // Beyond the mean, terms this small no longer change the sum, which rounding may keep from ever reaching u.
  while (reached < u && (count < mean || probability > 1e-18)) {
    probability *= ((count + size) / (count + 1)) * ratio;
    reached += probability;
    count++;
  }
  return count;
}
