export interface ZeroTruncatedNegativeBinomialParameters {
  /** The mean before truncation, at least 0. */
  readonly mean: number;
  /** Above 0; the variance before truncation is mean + mean²/size. */
  readonly size: number;
  /** What is above it counts as the cap: a whole number, at least 1, or Infinity. */
  readonly cap: number;
}

/**
 * min(cap, K) for the negative binomial law K given that it is at least 1: the smallest count whose distribution
 * function reaches u, exact inversion of one uniform, never decreasing in u. It walks up from
 * p(1) = size · ratio · p₀/(1 − p₀) with p₀ = (1 + mean/size)^−size and ratio = mean/(mean + size). Mean 0 gives 1,
 * the limit of small means.
 */
export function zeroTruncatedNegativeBinomial(
  { mean, size, cap }: ZeroTruncatedNegativeBinomialParameters,
  u: number,
): number {
  if (mean === 0) return 1;
  const ratio = mean / (mean + size);
  const logNone = -size * Math.log1p(mean / size);
  let count = 1;
  // 1 − p₀ without losing its digits where the mean is small
  let logProbability = logNone + Math.log((size * ratio) / -Math.expm1(logNone));
  // Below this the probability is not a number of full precision; nothing is lost by not adding it.
  while (logProbability < -700 && count < cap) {
    logProbability += Math.log(((count + size) / (count + 1)) * ratio);
    count++;
  }
  let probability = Math.exp(logProbability);
  let reached = probability;
  // Beyond the mean, terms this small no longer change the sum, which rounding may keep from ever reaching u.
  while (reached < u && count < cap && (count < mean || probability > 1e-18)) {
    probability *= ((count + size) / (count + 1)) * ratio;
    reached += probability;
    count++;
  }
  return count;
}
