import { EventCalendar, runUntil } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import { Movement } from './movement.js';
import { movementHandlers } from './movement-handlers.js';
import type { MovementListener } from './movement-listener.js';
import { isPlanSettled } from './settled-plan.js';
import { SignalKind, type Timetable } from './timetable.js';
import { World, type Convoy } from './world.js';

/** Works the moves of a plan out once; undefined where they are not the same in every replication. */
export function timetableOf(compiled: CompiledScenario): Timetable | undefined {
  if (!isPlanSettled(compiled)) return undefined;
  const { baseKeys, contingentKeys, horizonDays, parameters } = compiled;
  const calendar = new EventCalendar();
  const world = new World({ bases: baseKeys.length, contingents: contingentKeys.length });
  const lines: Line[] = [];
  let signals: Signal[] = [];
  const listener = listenerTo((signal) => signals.push(signal));
  const movement = new Movement({ compiled, world, calendar, values: parameters.points, listener });
  const handlers = movementHandlers(movement);
  world.reset();
  movement.reset(() => true);
  const dispatch = (kind: number, subject: number, day: number): void => {
    const handler = handlers[kind];
    // The hardening of a base moves nobody.
    if (!handler) return;
    const before = snapshotOf(world);
    const priority = calendar.poppedPriority;
    signals = [];
    handler(subject, day);
    const { lastDepartureDay, shortfalls } = movement;
    const line = { day, priority, kind, subject, counts: world.accruedTo === day, signals, lastDepartureDay };
    const changes = changesSince(before, world);
    lines.push({ ...line, ...changes, unfinished: movement.unfinished(), shortfalls: shortfalls.length });
  };
  runUntil({ calendar, horizon: horizonDays, dispatch });
  return { ...columnsOf(lines), shortfalls: [...movement.shortfalls] };
}

/** One event, before it is laid down in columns. */
interface Line extends Changes {
  readonly day: number;
  readonly priority: number;
  readonly kind: number;
  readonly subject: number;
  readonly counts: boolean;
  readonly signals: readonly Signal[];
  readonly lastDepartureDay: number;
  readonly unfinished: number;
  readonly shortfalls: number;
}

interface Signal {
  readonly kind: number;
  readonly base: number;
  readonly share: number;
  readonly home: boolean;
}

interface Changes {
  readonly atBases: readonly { readonly base: number; readonly contingent: number; readonly persons: number }[];
  readonly outside: readonly { readonly contingent: number; readonly persons: number }[];
  readonly status: readonly { readonly base: number; readonly becomes: number }[];
  readonly setsOut: Convoy | undefined;
  readonly arrives: number;
}

function listenerTo(tell: (signal: Signal) => void): MovementListener {
  const signal = { base: -1, share: 0, home: false };
  return {
    beforeEvacuation: (base) => tell({ ...signal, kind: SignalKind.beforeEvacuation, base }),
    departed: (change) => tell({ ...change, kind: SignalKind.departed }),
    announced: (change) => tell({ ...signal, ...change, kind: SignalKind.announced }),
    returned: (share) => tell({ ...signal, kind: SignalKind.returned, share }),
    populationChanged: (base) => tell({ ...signal, kind: SignalKind.populationChanged, base }),
    statusChanged: (base) => tell({ ...signal, kind: SignalKind.statusChanged, base }),
    convoysChanged: () => tell({ ...signal, kind: SignalKind.convoysChanged }),
  };
}

type Snapshot = Pick<World, 'present' | 'status' | 'outside' | 'underWay'>;

function snapshotOf({ present, status, outside, underWay }: World): Snapshot {
  return { present: present.slice(), status: status.slice(), outside: outside.slice(), underWay: [...underWay] };
}

function changesSince(before: Snapshot, { present, status, outside, underWay, convoys, contingents }: World): Changes {
  const rises = (now: Int32Array, then: Int32Array) =>
    [...now].flatMap((count, i) => (count === then[i] ? [] : [{ place: i, persons: count - then[i]! }]));
  const place = underWay.find((k) => !before.underWay.includes(k));
  const convoy = place === undefined ? undefined : convoys[place]!;
  return {
    atBases: rises(present, before.present).map(({ place: cell, persons }) => {
      return { base: Math.floor(cell / contingents), contingent: cell % contingents, persons };
    }),
    outside: rises(outside, before.outside).map(({ place: contingent, persons }) => ({ contingent, persons })),
    status: [...status].flatMap((becomes, base) => (becomes === before.status[base] ? [] : [{ base, becomes }])),
    setsOut: convoy && { ...convoy, counts: convoy.counts.slice() },
    arrives: before.underWay.find((k) => !underWay.includes(k)) ?? -1,
  };
}

function columnsOf(lines: readonly Line[]): Omit<Timetable, 'shortfalls'> {
  const whole = (of: (line: Line) => number): Int32Array => Int32Array.from(lines, of);
  const listed = <Item>(listOf: (line: Line) => readonly Item[]) => {
    const from = new Int32Array(lines.length + 1);
    lines.forEach((line, i) => (from[i + 1] = from[i]! + listOf(line).length));
    const items = lines.flatMap(listOf);
    return { from, column: (of: (item: Item) => number) => Int32Array.from(items, of), items };
  };
  const atBases = listed(({ atBases: list }) => list);
  const outside = listed(({ outside: list }) => list);
  const status = listed(({ status: list }) => list);
  const signals = listed(({ signals: list }) => list);
  const convoys = lines.flatMap(({ setsOut }) => setsOut ?? []);
  return {
    events: lines.length,
    days: Float64Array.from(lines, ({ day }) => day),
    priorities: whole(({ priority }) => priority),
    kinds: whole(({ kind }) => kind),
    subjects: whole(({ subject }) => subject),
    counts: whole(({ counts }) => Number(counts)),
    atBases: {
      from: atBases.from,
      base: atBases.column(({ base }) => base),
      contingent: atBases.column(({ contingent }) => contingent),
      persons: atBases.column(({ persons }) => persons),
    },
    outside: {
      from: outside.from,
      contingent: outside.column(({ contingent }) => contingent),
      persons: outside.column(({ persons }) => persons),
    },
    status: {
      from: status.from,
      base: status.column(({ base }) => base),
      becomes: status.column(({ becomes }) => becomes),
    },
    signals: {
      from: signals.from,
      kind: signals.column(({ kind }) => kind),
      base: signals.column(({ base }) => base),
      home: signals.column(({ home }) => Number(home)),
      share: Float64Array.from(signals.items, ({ share }) => share),
    },
    setsOut: whole(({ setsOut }) => (setsOut ? convoys.indexOf(setsOut) : -1)),
    arrives: whole(({ arrives }) => arrives),
    convoys,
    lastDepartureDays: Float64Array.from(lines, ({ lastDepartureDay }) => lastDepartureDay),
    unfinished: whole(({ unfinished }) => unfinished),
    shortfallsSoFar: whole(({ shortfalls }) => shortfalls),
  };
}
