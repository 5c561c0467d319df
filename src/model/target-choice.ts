import { keyOf } from '../random/mark.js';
import type { ActorState } from './actor-state.js';
import { firstSource } from './cause.js';
import type { Excitation } from './excitation.js';
import { purpose, type Marks } from './marks.js';
import type { Residuals } from './residuals.js';
import { isTarget, Status, type World } from './world.js';

/** Whom an attack falls on (model, section 2), by marks of the attack: a base or convoy that is added shifts no other's. */
export class TargetChoice {
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

  /** The base that a child of an attack returns to; -1 where it chooses like any other, or nobody is there any more. */
  repeatedBase(state: ActorState, cause: number): number {
    const source = cause - firstSource;
    if (state.sameTargetRepeat === 0 || source < 0 || source >= this.excitation.actors) return -1;
    if (this.marks.at(purpose.repeat, 0) >= state.sameTargetRepeat) return -1;
    let left = this.marks.at(purpose.parent, 0);
    for (let b = 0; b < this.world.bases; b++) {
      left -= this.excitation.shareOfBase(source, b);
      if (left < 0) return isTarget(this.world, b) ? b : -1;
    }
    return -1;
  }

  /** P(b|g) = w_gb/S_g by racing exponentials E_b/w_gb, each named by attack and base; -1 where no base draws. */
  chooseBase(state: ActorState, day: number): number {
    let chosen = -1;
    let first = Infinity;
    for (let b = 0; b < this.baseNumbers.length; b++) {
      const handedOver = this.world.status[b] === Status.handedOver;
      const weight = handedOver ? this.residuals.weightOf(state, b, day) : state.weights[b]!;
      if (weight <= 0) continue;
      const arrival = -Math.log(this.marks.at(purpose.target, this.baseNumbers[b]!)) / weight;
      if (arrival < first) [chosen, first] = [b, arrival];
    }
    return chosen;
  }

  /** The convoy of an attack of the road's own hazard, in proportion to h_k. */
  chooseConvoy(): number {
    let chosen = -1;
    let first = Infinity;
    for (let k = 0; k < this.world.convoyCount; k++) {
      const convoy = this.world.convoys[k]!;
      if (!convoy.onTheWay || convoy.hazard === 0) continue;
      const arrival = -Math.log(this.marks.at(purpose.target, convoy.identity)) / convoy.hazard;
      if (arrival < first) [chosen, first] = [k, arrival];
    }
    return chosen;
  }
}
