import { keyOf, markBits, markBlock, markOf } from '../random/mark.js';
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

  /** Index of the base; −1 on the road. */
  get base(): number {
    return this.isOnRoad ? -1 : this.index;
  }
}

// Constants of this file are numbers to the engine; those of another it looks up at every base.
const { handedOver } = Status;
const { target } = purpose;
const bitsOf = markBits;
const uniformOf = markOf;
/** Of the lattice of marks. */
const step = 2 ** -32;
/** Bound of −ln u in steps of the lattice, where u lies a little more than so many below 1: 1 − u + (1 − u)²/2, from below. */
const leastWait = (steps: number): number => steps + steps * steps * (step / 2);

/** For whom bases race and when. */
interface Occasion {
  readonly state: ActorState;
  readonly day: number;
}

/** What the marks of all who race have in common. */
interface Race extends Occasion {
  readonly prefix: number;
}

/** How far the mark of one lies below 1, in whole steps of the lattice. */
interface Runner extends Occasion {
  readonly steps: number;
}

/** Whom an attack falls on (model, section 2), by marks of the attack: a base or convoy that is added shifts no other's. */
export class TargetChoice {
  /** What was chosen last. */
  readonly hit = new Hit();
  private readonly world: World;
  private readonly excitation: Excitation;
  private readonly residuals: Residuals;
  private readonly marks: Marks;
  /** What names each base in marks. */
  private readonly baseBlocks: Int32Array;

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
    this.baseBlocks = Int32Array.from(parts.baseKeys, (key) => markBlock(keyOf(key)));
  }

  /** Chooses the base that a child of an attack returns to; false where it chooses like any other, or nobody is there any more. */
  chooseAgain(state: ActorState, cause: number): boolean {
    const base = this.baseBefore(state, cause);
    if (base < 0) return false;
    const { hit } = this;
    hit.index = base;
    hit.isOnRoad = false;
    return true;
  }

  private baseBefore(state: ActorState, cause: number): number {
    const source = cause - firstSource;
    if (source < 0 || source >= this.excitation.actors) return -1;
    if (this.marks.first(purpose.repeat) >= state.sameTargetRepeat) return -1;
    let left = this.marks.first(purpose.parent);
    for (let b = 0; b < this.world.bases; b++) {
      left -= this.excitation.shareOfBase(source, b);
      if (left < 0) return isTarget(this.world, b) ? b : -1;
    }
    return -1;
  }

  /**
   * By racing exponentials E/w on a day, each named by attack and base or convoy; false where nothing draws. E = −ln u is
   * mostly so near to its bound from below that who is first by the bounds is first, and the next one too late: one logarithm.
   */
  choose(state: ActorState, day: number): boolean {
    const { marks, baseBlocks, hit } = this;
    const { bases } = this.world;
    const { draws } = state;
    const prefix = marks.prefix(target);
    const { bitsBelowOne } = marks;
    let nearest = -1;
    let nearestSteps = 0;
    let least = Infinity;
    let second = Infinity;
    for (let b = 0; b < bases; b++) {
      const steps = (bitsOf(prefix, baseBlocks[b]!) ^ bitsBelowOne) >>> 0;
      const earliest = leastWait(steps) / draws[b]!;
      if (!(earliest < second)) continue;
      if (earliest < least) {
        second = least;
        least = earliest;
        nearest = b;
        nearestSteps = steps;
      } else second = earliest;
    }
    const first = nearest < 0 ? Infinity : this.arrivalAt(nearest, { state, day, steps: nearestSteps });
    hit.index = first < Infinity ? nearest : -1;
    hit.isOnRoad = false;
    if (!(second * step > first)) this.chooseBefore(first, { state, day, prefix });
    else if (state.roadWeights > 0) this.chooseOnRoad(state, first);
    return hit.index >= 0;
  }

  /** When a base arrives in the race whose mark lies so many steps below 1, and half a one. */
  private arrivalAt(base: number, { state, day, steps }: Runner): number {
    const wait = -Math.log(uniformOf(~steps));
    // Divided on either side, so that no number is put into an object.
    return this.world.status[base] === handedOver
      ? wait / this.residuals.weightOf(state, base, day)
      : wait / state.draws[base]!;
  }

  /** Goes on with the bases that may arrive before the one that was chosen and arrives at `first`, and with convoys. */
  private chooseBefore(first: number, { state, day, prefix }: Race): void {
    const { hit, baseBlocks } = this;
    const { bitsBelowOne } = this.marks;
    const { draws } = state;
    let earliest = first;
    for (let b = 0; b < this.world.bases; b++) {
      const steps = (bitsOf(prefix, baseBlocks[b]!) ^ bitsBelowOne) >>> 0;
      if ((leastWait(steps) / draws[b]!) * step > earliest) continue;
      const arrival = this.arrivalAt(b, { state, day, steps });
      // Of two at once the one listed first.
      if (!(arrival < earliest || (arrival === earliest && b < hit.index))) continue;
      earliest = arrival;
      hit.index = b;
    }
    if (state.roadWeights > 0) this.chooseOnRoad(state, earliest);
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
