import { keyOf } from '../random/mark.js';
import type { ActorState } from './actor-state.js';
import { firstSource } from './cause.js';
import type { Excitation } from './excitation.js';
import { purpose, type Marks } from './marks.js';
import type { Residuals } from './residuals.js';
import { isTarget, Status, type World } from './world.js';

/** What an attack falls on, and what brought it about. */
export class Hit {
  isOnRoad = false;
  /** Of the base, or of the convoy on the road. */
  index = -1;
  cause = 0;
  /** Whether a base was chosen as the attack that provoked this one fell there. */
  isRepeat = false;
}

// Constants of this file are numbers to the engine; those of another it looks up at every base.
const { handedOver } = Status;
const { target } = purpose;

/** Whom an attack falls on (model, section 2), by marks of the attack: a base or convoy that is added shifts no other's. */
export class TargetChoice {
  /** What was chosen last. */
  readonly hit = new Hit();
  private readonly world: World;
  private readonly excitation: Excitation;
  private readonly residuals: Residuals;
  private readonly marks: Marks;
  private readonly baseNumbers: Int32Array;

  constructor(parts: {
    readonly baseKeys: readonly string[];
    readonly world: World;
    readonly excitation: Excitation;
    readonly residuals: Residuals;
    readonly marks: Marks;
  }) {
    this.world = parts.world;
    this.excitation = parts.excitation;
    this.residuals = parts.residuals;
    this.marks = parts.marks;
    this.baseNumbers = Int32Array.from(parts.baseKeys, (key) => keyOf(key));
  }

  /** Chooses the base that a child of an attack returns to; false where it chooses like any other, or nobody is there any more. */
  chooseAgain(state: ActorState, cause: number): boolean {
    const base = state.sameTargetRepeat === 0 ? -1 : this.baseBefore(state, cause);
    if (base < 0) return false;
    const { hit } = this;
    hit.index = base;
    hit.isOnRoad = false;
    return true;
  }

  private baseBefore(state: ActorState, cause: number): number {
    const source = cause - firstSource;
    if (source < 0 || source >= this.excitation.actors) return -1;
    if (this.marks.at(purpose.repeat, 0) >= state.sameTargetRepeat) return -1;
    let left = this.marks.at(purpose.parent, 0);
    for (let b = 0; b < this.world.bases; b++) {
      left -= this.excitation.shareOfBase(source, b);
      if (left < 0) return isTarget(this.world, b) ? b : -1;
    }
    return -1;
  }

  /** By racing exponentials E/w on a day, each named by attack and base or convoy; false where nothing draws. */
  choose(state: ActorState, day: number): boolean {
    const { marks, residuals, baseNumbers, hit } = this;
    const { status } = this.world;
    const { draws } = state;
    const prefix = marks.prefix(target);
    let chosen = -1;
    let first = Infinity;
    for (let b = 0; b < baseNumbers.length; b++) {
      const most = draws[b]!;
      if (most <= 0) continue;
      const u = marks.of(prefix, baseNumbers[b]!);
      // −ln u ≥ 1 − u: whoever comes too late is mostly told without a logarithm.
      if (1 - u >= first * most) continue;
      const wait = -Math.log(u);
      const arrival = status[b] === handedOver ? wait / residuals.weightOf(state, b, day) : wait / most;
      if (!(arrival < first)) continue;
      first = arrival;
      chosen = b;
    }
    hit.index = chosen;
    hit.isOnRoad = false;
    if (state.roadWeights > 0) this.chooseOnRoad(state, first);
    return hit.index >= 0;
  }

  /** Goes on with the convoys on the road, of which one wins if it arrives before `first`. */
  private chooseOnRoad(state: ActorState, first: number): void {
    const { hit } = this;
    let earliest = first;
    for (const k of this.world.underWay) {
      const convoy = this.world.convoys[k]!;
      const weight = state.weightOnRoad(convoy);
      if (weight <= 0) continue;
      const u = this.marks.at(purpose.road, convoy.identity);
      if (1 - u >= earliest * weight) continue;
      const arrival = -Math.log(u) / weight;
      if (!(arrival < earliest)) continue;
      earliest = arrival;
      hit.index = k;
      hit.isOnRoad = true;
    }
  }

  /** Chooses the convoy of an attack of the road's own hazard, in proportion to h_k. */
  chooseConvoy(): void {
    let chosen = -1;
    let first = Infinity;
    for (const k of this.world.underWay) {
      const convoy = this.world.convoys[k]!;
      if (convoy.hazard === 0) continue;
      const arrival = -Math.log(this.marks.at(purpose.target, convoy.identity)) / convoy.hazard;
      if (!(arrival < first)) continue;
      first = arrival;
      chosen = k;
    }
    this.hit.index = chosen;
    this.hit.isOnRoad = true;
  }
}
