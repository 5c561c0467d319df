export interface NegativeBinomialParameters {
  /** At least 0. */
  readonly mean: number;
  /** Above 0; the variance is mean + mean²/size, and an infinite size would be the Poisson law. */
  readonly size: number;
}

/** The law, ready for many draws. */
export class NegativeBinomial {
  private readonly mean: number;
  private readonly size: number;
  private readonly ratio: number;
  /** Lowest count whose probability is a number of full precision, and that probability; nothing is lost below. */
  private readonly least: number;
  private readonly leastProbability: number;

  constructor({ mean, size }: NegativeBinomialParameters) {
    this.mean = mean;
    this.size = size;
    this.ratio = mean / (mean + size);
    let count = 0;
    let logProbability = mean === 0 ? 0 : -size * Math.log1p(mean / size);
    while (logProbability < -700) {
      logProbability += Math.log(((count + size) / (count + 1)) * this.ratio);
      count++;
    }
    this.least = count;
    this.leastProbability = Math.exp(logProbability);
  }

  /**
   * The smallest count whose distribution function reaches u: exact inversion of one uniform, never decreasing in u.
   * It walks up from 0 by p(k+1) = p(k) · (k + size)/(k + 1) · mean/(mean + size), so its cost grows with the count.
   */
  quantile(u: number): number {
    const { mean, size, ratio } = this;
    let count = this.least;
    let probability = this.leastProbability;
    let reached = probability;
    // Beyond the mean, terms this small no longer change the sum, which rounding may keep from ever reaching u.
    while (reached < u && (count < mean || probability > 1e-18)) {
      probability *= ((count + size) / (count + 1)) * ratio;
      reached += probability;
      count++;
    }
    return count;
  }
}

/** One draw of the law: see {@link NegativeBinomial.quantile}. */
export function negativeBinomial(law: NegativeBinomialParameters, u: number): number {
  return new NegativeBinomial(law).quantile(u);
}
