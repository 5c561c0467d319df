import type { Shortfall } from './order-groups.js';
import type { Convoy } from './world.js';

/**
 * The events of a plan that is the same in every replication, one after another, and what each leaves behind, in a few
 * arrays that a replication reads through once. What belongs to event i in a list lies from `from[i]` to `from[i + 1]`.
 */
export interface Timetable {
  readonly events: number;
  readonly days: Float64Array;
  readonly priorities: Int32Array;
  readonly kinds: Int32Array;
  readonly subjects: Int32Array;
  /** 1 where people may have moved. */
  readonly counts: Int32Array;
  /** So many persons of a contingent more, or fewer, at a base. */
  readonly atBases: Listed<'base' | 'contingent' | 'persons'>;
  readonly outside: Listed<'contingent' | 'persons'>;
  /** What bases have become. */
  readonly status: Listed<'base' | 'becomes'>;
  /** Place in `convoys` of the one that sets out, and place in the world of the one that is there; -1 for none. */
  readonly setsOut: Int32Array;
  readonly arrives: Int32Array;
  readonly convoys: readonly Readonly<Convoy>[];
  /** What the listener of moves is told, in this order; see {@link SignalKind}. */
  readonly signals: Listed<'kind' | 'base' | 'home'> & { readonly share: Float64Array };
  readonly lastDepartureDays: Float64Array;
  readonly unfinished: Int32Array;
  /** How many of the shortfalls there were up to and with the event. */
  readonly shortfallsSoFar: Int32Array;
  readonly shortfalls: readonly Shortfall[];
}

type Listed<Column extends string> = { readonly from: Int32Array } & { readonly [column in Column]: Int32Array };

/** The calls of a `MovementListener`. */
export const SignalKind = {
  beforeEvacuation: 0,
  departed: 1,
  announced: 2,
  returned: 3,
  populationChanged: 4,
  statusChanged: 5,
  convoysChanged: 6,
} as const;
