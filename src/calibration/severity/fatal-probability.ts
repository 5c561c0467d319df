import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

export interface FatalProbability {
  /** Shapes of the posterior, a beta law. */
  readonly alpha: number;
  readonly beta: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What so many attacks, of which some killed, say of the chance that one kills, starting from Jeffreys' prior
 * Beta(1/2, 1/2): the posterior Beta(k + 1/2, n − k + 1/2), its mean and central interval.
 */
export function fatalProbability(
  { fatal, attacks }: { readonly fatal: number; readonly attacks: number },
  level = 0.95,
): FatalProbability {
  if (!(Number.isInteger(fatal) && Number.isInteger(attacks) && fatal >= 0 && fatal <= attacks)) {
    throw new RangeError(`fatal attacks must be whole and at most all attacks, got ${fatal} of ${attacks}`);
  }
  const [alpha, beta] = [fatal + 0.5, attacks - fatal + 0.5];
  const quantile = betaQuantile.factory(alpha, beta);
  return {
    alpha,
    beta,
    mean: alpha / (alpha + beta),
    low: quantile((1 - level) / 2),
    high: quantile((1 + level) / 2),
  };
}
