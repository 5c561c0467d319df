import { Cause, firstSource } from './cause.js';
import type { World } from './world.js';

/** Kinds of cause that {@link Detail} tells apart, in the order of its columns. */
export const causeKinds = ['unprovoked', 'emboldened', 'vacuum', 'attacks', 'strikes'] as const;
export type CauseKind = (typeof causeKinds)[number];

/**
 * Where, when and why the attacks of one replication fell on the personnel counted. It is kept only when asked for (see
 * {@link Tally.detail}), on memory that is used again.
 */
export class Detail {
  /** Week w, place p (the bases in their order, then the road) at p * weeks + w. */
  readonly attacks: Float64Array;
  readonly personAttacks: Float64Array;
  /** Week w, base b at b * weeks + w. */
  readonly personDays: Float64Array;
  /** Week w, kind of cause k at k * weeks + w. */
  readonly causes: Float64Array;
  /** Attacks on bases by period, where days are told apart by {@link periodOfDay}. */
  readonly onBasesByPeriod: Float64Array;
  /** Person-attacks by period, those on the road among them. */
  readonly personAttacksByPeriod: Float64Array;
  private readonly all: readonly Float64Array[];
  private readonly size: DetailSize;
  private readonly seen: Float64Array;
  private week = 0;

  constructor(size: DetailSize) {
    const { bases, weeks, periodOfDay } = size;
    this.size = size;
    this.attacks = new Float64Array((bases + 1) * weeks);
    this.personAttacks = new Float64Array((bases + 1) * weeks);
    this.personDays = new Float64Array(bases * weeks);
    this.causes = new Float64Array(causeKinds.length * weeks);
    this.onBasesByPeriod = new Float64Array(1 + Math.max(0, ...periodOfDay));
    this.personAttacksByPeriod = new Float64Array(this.onBasesByPeriod.length);
    this.all = [
      this.attacks,
      this.personAttacks,
      this.personDays,
      this.causes,
      this.onBasesByPeriod,
      this.personAttacksByPeriod,
    ];
    this.seen = new Float64Array(bases);
  }

  reset(): void {
    for (const values of this.all) values.fill(0);
    this.seen.fill(0);
    this.week = 0;
  }

  /** An attack on those at a base, or on the road (−1). */
  attack(base: number, of: { readonly day: number; readonly persons: number; readonly cause: number }): void {
    const { bases, weeks, actors, periodOfDay } = this.size;
    const day = Math.min(Math.floor(of.day), periodOfDay.length - 1);
    const week = Math.min(Math.floor(day / 7), weeks - 1);
    const place = (base < 0 ? bases : base) * weeks + week;
    this.attacks[place]! += 1;
    this.personAttacks[place]! += of.persons;
    this.causes[kindOf(of.cause, actors) * weeks + week]! += 1;
    this.personAttacksByPeriod[periodOfDay[day]!]! += of.persons;
    if (base >= 0) this.onBasesByPeriod[periodOfDay[day]!]! += 1;
  }

  /** Closes a week: the world's person-days must stand at its end. */
  observe(world: World): void {
    for (let b = 0; b < this.seen.length; b++) {
      const sum = world.personDaysAt(b, world.accruedTo);
      this.personDays[b * this.size.weeks + this.week] = sum - this.seen[b]!;
      this.seen[b] = sum;
    }
    this.week++;
  }
}

export interface DetailSize {
  readonly bases: number;
  readonly actors: number;
  readonly weeks: number;
  /** Number of the period (a month, say) of every day, from 0. */
  readonly periodOfDay: readonly number[];
}

/** Place of a {@link Cause} or source in {@link causeKinds}. */
function kindOf(cause: number, actors: number): number {
  if (cause >= firstSource) return cause === firstSource + actors ? 4 : 3;
  return cause === Cause.background ? 0 : cause === Cause.emboldened ? 1 : 2;
}
