import type { ActorState } from './actor-state.js';
import type { TargetWeights } from './target-weights.js';
import { Status, type World } from './world.js';

/**
 * What bases that were handed over keep of their draw: r_∞ + (r_0 − r_∞) e^{−t/τ_h} of the weight they had before their
 * evacuation (model, section 2). The sums over them stand in each actor's state as of the last change.
 */
export class Residuals {
  private readonly world: World;
  private readonly states: readonly ActorState[];
  private readonly weights: TargetWeights;
  /** Day on which each base was handed over last. */
  private readonly since: Float64Array;
  /** Day of the last change. */
  day = NaN;
  /** 1 where a base's frozen weight stands among the residuals. */
  private readonly keeps: Uint8Array;
  private first = NaN;
  private final = NaN;
  decayPerDay = NaN;
  /** Time over which what is kept changes by itself; Infinity where it does not. */
  scaleDays = Infinity;
  /** Where rows such as those of a `SpanDecay` say what is left of what is kept. */
  private readonly leftPlace: number;

  constructor({
    world,
    states,
    weights,
    leftPlace,
  }: {
    readonly world: World;
    readonly states: readonly ActorState[];
    readonly weights: TargetWeights;
    readonly leftPlace: number;
  }) {
    this.world = world;
    this.states = states;
    this.weights = weights;
    this.leftPlace = leftPlace;
    this.since = new Float64Array(world.bases);
    this.keeps = new Uint8Array(world.bases);
  }

  reset(shares: { readonly first: number; readonly final: number; readonly decayDays: number }): void {
    this.keeps.fill(0);
    this.first = shares.first;
    this.final = shares.final;
    this.decayPerDay = 1 / shares.decayDays;
    this.scaleDays = shares.first === shares.final ? Infinity : 1 / this.decayPerDay;
    this.day = 0;
  }

  /** Keeps the weight of a base as it is before an evacuation. */
  freeze(base: number): void {
    const { states, weights } = this;
    for (let g = 0; g < states.length; g++) states[g]!.frozen[base] = weights.weightAt(g, base);
  }

  /** Handed over, its frozen weight joins the residuals; hosting again, it leaves them. Levels must stand at the day. */
  statusChanged(base: number): void {
    const keeps = this.world.status[base] === Status.handedOver ? 1 : 0;
    const kept = this.keeps[base]!;
    if (keeps > kept) this.since[base] = this.day;
    this.keeps[base] = keeps;
    const faded = this.fadedAt(base, this.day);
    this.weights.weigh(base);
    for (const state of this.states) {
      const weight = state.frozen[base]! * (keeps - kept);
      state.residualWeight = Math.max(0, state.residualWeight + weight);
      const fading = Math.max(0, state.residualFading + weight * faded);
      if (fading === 0 || state.residualFading === 0) state.turned = true;
      state.residualFading = fading;
      if (this.world.status[base] !== Status.hosting) state.draws[base] = keeps * this.mostWeightOf(state, base);
    }
  }

  /** S_g: weights of hosting bases, and what handed-over ones keep of theirs, with so much left of what stood at the last change. */
  totalWeight(state: ActorState, left: Float64Array): number {
    if (state.residualWeight === 0) return state.hostWeight;
    const total = this.finalWeight(state) + this.fadingWeight(state) * left[this.leftPlace]!;
    return total > 0 ? total : 0;
  }

  /** What S_g tends to. */
  finalWeight(state: ActorState): number {
    return state.hostWeight + this.final * state.residualWeight;
  }

  /** What S_g is above that, and loses with time; 0 or below where it gains. */
  fadingWeight(state: ActorState): number {
    return (this.first - this.final) * state.residualFading;
  }

  /** Weight that a handed-over base has at most on any day. */
  private mostWeightOf(state: ActorState, base: number): number {
    return (this.first > this.final ? this.first : this.final) * state.frozen[base]!;
  }

  /** Weight that a handed-over base has on a day. */
  weightOf(state: ActorState, base: number, day: number): number {
    return (this.final + (this.first - this.final) * this.fadedAt(base, day)) * state.frozen[base]!;
  }

  /** e^{−t/τ_h} of a base that was handed over. */
  private fadedAt(base: number, day: number): number {
    return Math.exp(-this.decayPerDay * (day - this.since[base]!));
  }
}
