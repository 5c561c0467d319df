import { power } from './power.js';

/** How near to another S a power is told by seven terms of its series, of which the next is below 1e-17. */
const nearAnchor = 0.01;

/**
 * Effort of one actor, A = min(A_max, (S/S_ref)^ε) of the summed weight S of its targets (model, section 2); 1 where
 * nothing was there to begin with. Where S is near the last one that a power was taken of, the binomial series gives it.
 */
export class Effort {
  elasticity = NaN;
  max = NaN;
  /** S_ref: see {@link measureAgainst}. */
  referenceWeight = NaN;
  /** Binomial coefficients of ε from the second on, and how near to the anchor they tell a power: 0 where they do not fall. */
  private second = NaN;
  private third = NaN;
  private fourth = NaN;
  private fifth = NaN;
  private sixth = NaN;
  private seventh = NaN;
  private reach = NaN;
  private anchorWeight = NaN;
  private anchorPower = NaN;
  /** The last S that {@link at} and {@link finally} were asked for, and their answers. */
  private lastTotal = NaN;
  private lastEffort = NaN;
  private lastFinal = NaN;
  private lastFinalEffort = NaN;

  /** Takes the replication's numbers over: ε and A_max. */
  reset(elasticity: number, max: number): void {
    this.elasticity = elasticity;
    this.max = max;
    this.reach = Math.abs(elasticity) <= 1 ? nearAnchor : 0;
    this.second = (elasticity * (elasticity - 1)) / 2;
    this.third = (this.second * (elasticity - 2)) / 3;
    this.fourth = (this.third * (elasticity - 3)) / 4;
    this.fifth = (this.fourth * (elasticity - 4)) / 5;
    this.sixth = (this.fifth * (elasticity - 5)) / 6;
    this.seventh = (this.sixth * (elasticity - 6)) / 7;
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

  /** Whether the cap holds A at the S that {@link at} was asked for last. */
  get isCapped(): boolean {
    return this.lastEffort >= this.max && this.referenceWeight > 0 && this.lastTotal > 0;
  }

  /**
   * What A at an S that it rises to from the last one is at most, without the power, which is dear: x^a is at most
   * 1 + a (x − 1) for 0 ≤ a ≤ 1, and x is by how much S changes.
   */
  most(totalWeight: number): number {
    const { elasticity, max, lastTotal } = this;
    if (this.referenceWeight === 0) return 1;
    const steepness = Math.abs(elasticity);
    if (!(steepness <= 1)) return this.finally(totalWeight);
    const rise = elasticity >= 0 ? totalWeight / lastTotal : lastTotal / totalWeight;
    const most = this.lastEffort * (1 + steepness * (rise - 1)) * (1 + 1e-9);
    return most < max ? most : max;
  }

  /** A at what S tends to, which stands still for longer. */
  private finally(finalWeight: number): number {
    if (finalWeight !== this.lastFinal) {
      this.lastFinal = finalWeight;
      // Its own power, so that the series about S itself stands.
      const effort = this.powerOf(finalWeight);
      this.lastFinalEffort = this.referenceWeight === 0 ? 1 : effort < this.max ? effort : this.max;
    }
    return this.lastFinalEffort;
  }

  /** A at one S of several, which change little from one to the next. */
  near(totalWeight: number): number {
    let rise = totalWeight / this.anchorWeight - 1;
    if (!(Math.abs(rise) < this.reach)) {
      if (this.referenceWeight === 0) return 1;
      this.anchorAt(totalWeight);
      rise = 0;
    }
    const high = this.fourth + rise * (this.fifth + rise * (this.sixth + rise * this.seventh));
    const sum = 1 + rise * (this.elasticity + rise * (this.second + rise * (this.third + rise * high)));
    const effort = this.anchorPower * sum;
    return effort < this.max ? effort : this.max;
  }

  private anchorAt(weight: number): void {
    this.anchorWeight = weight;
    this.anchorPower = this.powerOf(weight);
  }

  private powerOf(weight: number): number {
    return power(weight / this.referenceWeight, this.elasticity);
  }

  private forget(): void {
    this.lastTotal = this.lastFinal = this.anchorWeight = NaN;
  }
}
