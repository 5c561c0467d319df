import { power } from './power.js';

/** How near to another S a power is told by so many terms of its series, of which the next is below 1e-17. */
const nearAnchor = 0.01;
const seriesTerms = 7;

/**
 * Effort of one actor, A = min(A_max, (S/S_ref)^ε) of the summed weight S of its targets (model, section 2); 1 where
 * nothing was there to begin with. Where S is near the last one that a power was taken of, the binomial series gives it.
 */
export class Effort {
  elasticity = 0;
  max = 0;
  /** S_ref: see {@link measureAgainst}. */
  referenceWeight = 0;
  /** Binomial coefficients of ε, and how near to the anchor they tell a power: 0 where they do not fall. */
  private readonly series = new Float64Array(seriesTerms + 1).fill(1);
  private reach = 0;
  private anchorWeight = NaN;
  private anchorPower = 1;
  /** The last S that {@link at} and {@link finally} were asked for, and their answers. */
  private lastTotal = NaN;
  private lastEffort = 1;
  private lastFinal = NaN;
  private lastFinalEffort = 1;

  /** Takes the replication's numbers over: ε and A_max. */
  reset(elasticity: number, max: number): void {
    this.elasticity = elasticity;
    this.max = max;
    this.reach = Math.abs(elasticity) <= 1 ? nearAnchor : 0;
    for (let k = 1; k <= seriesTerms; k++) this.series[k] = (this.series[k - 1]! * (elasticity - k + 1)) / k;
    this.forget();
  }

  /** Takes S_ref over. */
  measureAgainst(referenceWeight: number): void {
    this.referenceWeight = referenceWeight;
    this.forget();
  }

  /** A at S. */
  at(totalWeight: number): number {
    // Mostly S is what it was when last asked, and a power costs more than all else here.
    if (totalWeight !== this.lastTotal) {
      this.lastTotal = totalWeight;
      this.lastEffort = this.near(totalWeight);
    }
    return this.lastEffort;
  }

  /** A at what S tends to, which stands still for longer. */
  finally(finalWeight: number): number {
    if (finalWeight !== this.lastFinal) {
      this.lastFinal = finalWeight;
      // Its own power, so that the series about S itself stands.
      this.lastFinalEffort = this.referenceWeight === 0 ? 1 : Math.min(this.max, this.powerOf(finalWeight));
    }
    return this.lastFinalEffort;
  }

  /** A at one S of several, which change little from one to the next. */
  near(totalWeight: number): number {
    const { reach, series, max } = this;
    let rise = totalWeight / this.anchorWeight - 1;
    if (!(rise < reach && rise > -reach)) {
      if (this.referenceWeight === 0) return 1;
      this.anchorWeight = totalWeight;
      this.anchorPower = this.powerOf(totalWeight);
      rise = 0;
    }
    // Written out: a loop costs more than what it does.
    const high = series[4]! + rise * (series[5]! + rise * (series[6]! + rise * series[7]!));
    const sum = series[0]! + rise * (series[1]! + rise * (series[2]! + rise * (series[3]! + rise * high)));
    const effort = this.anchorPower * sum;
    return effort < max ? effort : max;
  }

  private powerOf(weight: number): number {
    return power(weight / this.referenceWeight, this.elasticity);
  }

  private forget(): void {
    this.lastTotal = this.lastFinal = this.anchorWeight = NaN;
  }
}
