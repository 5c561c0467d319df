import { endPlace, type SpanDecay } from './span-decay.js';

/** In rows of eight, as of {@link SpanDecay}. */
const end0 = endPlace;

/**
 * The excited part of the attack rates: sources j (the actors, then strikes) with levels e_j that jump and decay,
 * de_j = −β_j e_j dt, and give actor g the rate Σ_j n_gj β_j e_j (model, section 3). Levels stand as of the last change.
 */
export class Excitation {
  readonly actors: number;
  readonly bases: number;
  /** Part of e_j that stems from attacks on base b, at j * bases + b. */
  readonly byBase: Float64Array;
  readonly sources: number;
  readonly levels: Float64Array;
  /** Whether a source has become excited, or ceased to be, since this was set to false. */
  turned = true;
  readonly decays: Float64Array;
  /** n_gj at g * sources + j, and n_gj β_j. */
  readonly branching: Float64Array;
  readonly ratesPerLevel: Float64Array;
  /** 1 for an actor of which any of them is above 0. */
  private readonly reached: Uint8Array;

  /** `bases` is 0 where no actor returns to the base of the attack that provoked it. */
  constructor({ actors, bases }: { readonly actors: number; readonly bases: number }) {
    this.actors = actors;
    this.bases = bases;
    this.byBase = new Float64Array((actors + 1) * bases);
    this.sources = actors + 1;
    this.levels = new Float64Array(this.sources);
    this.decays = new Float64Array(this.sources);
    this.branching = new Float64Array(actors * this.sources);
    this.ratesPerLevel = new Float64Array(actors * this.sources);
    this.reached = new Uint8Array(actors);
  }

  /** Whether anything provokes attacks of actor g. */
  reaches(actor: number): boolean {
    return this.reached[actor] === 1;
  }

  /** Expected attacks of actor g within the span: Σ n_gj e_j (1 − e^{−β_j days}). */
  integral(actor: number, { rows }: SpanDecay): number {
    const row = actor * this.sources;
    let sum = 0;
    for (let j = 0; j < this.sources; j++) {
      const level = this.levels[j]!;
      if (level > 0) sum += this.branching[row + j]! * level * (1 - rows[(j << 3) + end0]!);
    }
    return sum;
  }

  /** Goes to the end of the span. */
  decay({ rows }: SpanDecay): void {
    const { levels, sources } = this;
    for (let j = 0; j < sources; j++) {
      const level = levels[j]! * rows[((j << 3) + end0) | 0]!;
      if (level > 1e-300) levels[j] = level;
      else if (levels[j] !== 0) {
        levels[j] = 0;
        this.turned = true;
      }
    }
    if (this.bases > 0) this.decayByBase(rows);
  }

  private decayByBase(rows: Float64Array): void {
    const { byBase, bases, sources } = this;
    for (let j = 0; j < sources; j++) {
      const factor = rows[(j << 3) + end0]!;
      for (let b = j * bases; b < (j + 1) * bases; b++) byBase[b]! *= factor;
    }
  }

  /** Share of a source's level that stems from attacks on each base is kept where children may return to it. */
  jump(source: number, size: number, base = -1): void {
    if (this.levels[source] === 0) this.turned = true;
    this.levels[source]! += size;
    if (base >= 0 && this.byBase.length > 0) this.byBase[source * this.bases + base]! += size;
  }

  /** n_gj β_j e_j, the rate of actor g that source j provokes, with so much left of its level. */
  sourceRate(actor: number, source: number, left: number): number {
    return this.ratesPerLevel[actor * this.sources + source]! * this.levels[source]! * left;
  }

  /** Part of a source's level that stems from attacks on a base, 0 to 1. */
  shareOfBase(source: number, base: number): number {
    const level = this.levels[source]!;
    return level > 0 && this.byBase.length > 0 ? this.byBase[source * this.bases + base]! / level : 0;
  }

  /** No source is excited; {@link branching} and {@link decays} have been set. */
  clear(): void {
    const { reached, levels } = this;
    // A loop is quicker over few than `fill`.
    for (let g = 0; g < reached.length; g++) reached[g] = 0;
    for (let j = 0; j < levels.length; j++) levels[j] = 0;
    for (let i = 0; i < this.branching.length; i++) {
      this.ratesPerLevel[i] = this.branching[i]! * this.decays[i % this.sources]!;
      if (this.branching[i]! > 0) reached[Math.floor(i / this.sources)] = 1;
    }
    this.turned = true;
    if (this.bases > 0) this.byBase.fill(0);
  }
}
