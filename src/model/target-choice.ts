import { keyOf } from '../random/mark.js';
import type { ActorState } from './actor-state.js';
import { firstSource } from './cause.js';
import type { Excitation } from './excitation.js';
import { purpose, type Marks } from './marks.js';
import type { Residuals } from './residuals.js';
import { isTarget, Status, type World } from './world.js';

/** What a candidate turned out to be. */
export type Hit =
  { readonly kind: 'none' } | { readonly kind: 'base' | 'convoy'; readonly index: number; readonly cause: number };

export const none: Hit = { kind: 'none' };

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

  /**
   * By racing exponentials E/w on a day, each named by attack and base or convoy; none where nothing draws.
   */
  choose({ state, cause, day }: { readonly state: ActorState; readonly cause: number; readonly day: number }): Hit {
    const { marks, residuals, baseNumbers } = this;
    const { status } = this.world;
    const { draws } = state;
    const prefix = marks.prefix(purpose.target);
    let chosen = -1;
    let first = Infinity;
    let onRoad = false;
    for (let b = 0; b < baseNumbers.length; b++) {
      const most = draws[b]!;
      if (most <= 0) continue;
      const u = marks.of(prefix, baseNumbers[b]!);
      // As below: −ln u ≥ 1 − u.
      if (1 - u >= first * most) continue;
      const wait = -Math.log(u);
      const arrival = status[b] === Status.handedOver ? wait / residuals.weightOf(state, b, day) : wait / most;
      if (!(arrival < first)) continue;
      first = arrival;
      chosen = b;
    }
    if (state.roadWeights > 0) {
      for (const k of this.world.underWay) {
        const convoy = this.world.convoys[k]!;
        const weight = state.weightOnRoad(convoy);
        if (weight <= 0) continue;
        const u = this.marks.at(purpose.road, convoy.identity);
        if (isTooLate(u, weight, first)) continue;
        const arrival = -Math.log(u) / weight;
        if (!(arrival < first)) continue;
        first = arrival;
        chosen = k;
        onRoad = true;
      }
    }
    return chosen < 0 ? none : { kind: onRoad ? 'convoy' : 'base', index: chosen, cause };
  }

  /** The convoy of an attack of the road's own hazard, in proportion to h_k. */
  chooseConvoy(): number {
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
    return chosen;
  }
}

/** Whether −ln u/w cannot be below `first`, told without a logarithm where −ln u ≥ 1 − u is enough to see it. */
function isTooLate(u: number, weight: number, first: number): boolean {
  return 1 - u >= first * weight;
}
