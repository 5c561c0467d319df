/**
 * The excited part of the attack rates: sources j (the actors, then strikes) with levels e_j that jump and decay,
 * de_j = −β_j e_j dt, and give actor g the rate Σ_j n_gj β_j e_j (model, section 3). Levels stand as of the last change.
 */
export class Excitation {
  readonly actors: number;
  readonly sources: number;
  readonly levels: Float64Array;
  readonly decays: Float64Array;
  /** n_gj at g * sources + j. */
  readonly branching: Float64Array;

  constructor(actors: number) {
    this.actors = actors;
    this.sources = actors + 1;
    this.levels = new Float64Array(this.sources);
    this.decays = new Float64Array(this.sources);
    this.branching = new Float64Array(actors * this.sources);
  }

  /** Rate of actor g `days` after the last change. */
  rate(actor: number, days: number): number {
    const row = actor * this.sources;
    let rate = 0;
    for (let j = 0; j < this.sources; j++) {
      const level = this.levels[j]!;
      if (level > 0) rate += this.branching[row + j]! * this.decays[j]! * level * Math.exp(-this.decays[j]! * days);
    }
    return rate;
  }

  /** Expected attacks of actor g in the `days` after the last change: Σ n_gj e_j (1 − e^{−β_j days}). */
  integral(actor: number, days: number): number {
    const row = actor * this.sources;
    let sum = 0;
    for (let j = 0; j < this.sources; j++) {
      const level = this.levels[j]!;
      if (level > 0) sum -= this.branching[row + j]! * level * Math.expm1(-this.decays[j]! * days);
    }
    return sum;
  }

  /** Lets `days` pass. */
  decay(days: number): void {
    for (let j = 0; j < this.sources; j++) {
      const level = this.levels[j]! * Math.exp(-this.decays[j]! * days);
      this.levels[j] = level > 1e-300 ? level : 0;
    }
  }

  jump(source: number, size: number): void {
    this.levels[source]! += size;
  }
}
