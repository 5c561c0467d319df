import type { Shortfall } from './order-groups.js';
import type { Convoy } from './world.js';

/**
 * The events of a plan that is the same in every replication, one after another, and what each does: a script that a
 * replication reads through once.
 */
export interface Timetable {
  readonly events: number;
  readonly days: Float64Array;
  /** Steps of {@link stepWidth}: of each event that it is due, then what it does; at the end one that is never due. */
  readonly script: Int32Array;
  readonly convoys: readonly Readonly<Convoy>[];
  readonly shares: readonly Share[];
  /** By event: 1 where people may have moved or rates may be others, and where it is the last one of its instant. */
  readonly changes: Uint8Array;
  readonly closes: Uint8Array;
  readonly lastDepartureDays: Float64Array;
  readonly unfinished: Int32Array;
  /** How many of the shortfalls there were up to and with the event. */
  readonly shortfallsSoFar: Int32Array;
  readonly shortfalls: readonly Shortfall[];
}

/** People who have left, will leave or have come back, as a share of all. */
export interface Share {
  readonly base: number;
  readonly share: number;
  readonly home: boolean;
}

/** An {@link Op} and what it is about. */
export const stepWidth = 4;

/** Steps, with up to three numbers that say what each is about. */
export const Op = {
  /** Priority, kind, subject of the event that comes next. */
  due: 0,
  accrue: 1,
  /** Base, contingent, persons. */
  enter: 2,
  /** Contingent, persons. */
  goOutside: 3,
  /** Base, status. */
  become: 4,
  /** Place in the convoys of the timetable. */
  setOut: 5,
  /** Place in the convoys of the world. */
  arrive: 6,
  /** Calls of a `MovementListener`, with a base or a place in the shares. */
  populationChanged: 7,
  departed: 8,
  convoysChanged: 9,
  announced: 10,
  statusChanged: 11,
  beforeEvacuation: 12,
  returned: 13,
} as const;
