import type { KnownEvent } from '../kernel/index.js';
import type { Convoy } from './convoy.js';
import type { DatedChange } from './dated-change.js';
import type { Shortfall } from './order-groups.js';
import type { World } from './world.js';

/** An event of a timetable. */
export interface DatedEvent {
  readonly due: KnownEvent;
  /** Whether what it and those before it do is carried out. */
  carriesOut: boolean;
  readonly lastDepartureDay: number;
  readonly unfinished: number;
  /** How many of the shortfalls there were up to and with the event. */
  readonly shortfalls: number;
}

/** Person-days of all together since the start. */
export interface PersonDays {
  readonly atBases: number;
  readonly inTransit: number;
}

/**
 * The events of a plan that is the same in every replication, one after another, and what they change. Events of one
 * instant change the world together, as nothing that looks at it can come between.
 */
export class Timetable {
  /** The garrisons in place, and nothing else. */
  readonly start: World;
  /** Everybody’s person-days as of the end of a replication, and nothing else. */
  readonly end: World;
  /** The same of all together as of the end of each week but the last. */
  readonly personDaysByWeek: readonly PersonDays[];
  readonly events: readonly KnownEvent[];
  /** By event: which {@link Step} it is. */
  readonly steps: Uint8Array;
  /** What is carried out, one `DatedChange` after another; a replication reads it through once. */
  readonly script: Int32Array;
  /** Convoys and shares of people who left, will leave or came back, in the order in which the script comes to them. */
  readonly convoys: readonly Readonly<Convoy>[];
  readonly shares: Float64Array;
  readonly lastDepartureDays: Float64Array;
  readonly unfinished: Int32Array;
  readonly shortfallsSoFar: Int32Array;
  readonly shortfalls: readonly Shortfall[];

  constructor(parts: {
    readonly start: World;
    readonly end: World;
    readonly personDaysByWeek: readonly PersonDays[];
    readonly events: readonly DatedEvent[];
    readonly changes: readonly DatedChange[];
    /** Of the changes. */
    readonly script: readonly number[];
    readonly shortfalls: readonly Shortfall[];
  }) {
    const { events, changes } = parts;
    const daysOfChange = new Set(changes.filter(({ changesRates }) => changesRates).map(({ day }) => day));
    this.start = parts.start;
    this.end = parts.end;
    this.personDaysByWeek = parts.personDaysByWeek;
    this.events = events.map(({ due }) => due);
    this.steps = Uint8Array.from(events, ({ due, carriesOut }, i) => {
      const changes = daysOfChange.has(due.time) ? Step.changes : 0;
      const closes = changes === 0 || events[i + 1]?.due.time === due.time ? 0 : Step.closes;
      return changes + closes + (carriesOut ? Step.carriesOut : 0);
    });
    this.script = Int32Array.from(parts.script);
    this.convoys = changes.flatMap(({ convoys }) => convoys);
    this.shares = Float64Array.from(changes.flatMap(({ shares }) => shares));
    this.lastDepartureDays = Float64Array.from(events, ({ lastDepartureDay }) => lastDepartureDay);
    this.unfinished = Int32Array.from(events, ({ unfinished }) => unfinished);
    this.shortfallsSoFar = Int32Array.from(events, ({ shortfalls }) => shortfalls);
    this.shortfalls = parts.shortfalls;
  }
}

/**
 * What an event is in its instant: people may move or rates may be others there; it is the last one of such an instant;
 * what it and those before it do is carried out. Bits of a number.
 */
export const Step = { changes: 1, closes: 2, carriesOut: 4 } as const;

/** What a share is of: people who left or will leave, for home or for another base, or who came back. */
export const Signal = {
  departedHome: 0,
  departedToBase: 1,
  announcedHome: 2,
  announcedToBase: 3,
  returned: 4,
} as const;

/** What a `DatedChange` has parts of, in the order in which they follow in the script; bits of a number that leads. */
export const Part = {
  freezes: 1,
  accrues: 2,
  bases: 4,
  outside: 8,
  convoys: 16,
  arrivals: 32,
  road: 64,
  signals: 128,
  statuses: 256,
} as const;
