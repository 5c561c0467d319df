import { EventCalendar, runUntil } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import { Movement, type Shortfall } from './movement.js';
import { movementHandlers } from './movement-handlers.js';
import type { MovementListener } from './movement-listener.js';
import { World, type Convoy } from './world.js';

/** One call of a {@link MovementListener}, in the order in which they were made. */
export type Signal = (listener: MovementListener) => void;

/** One event of the plan, and what it leaves behind. */
export interface TimetableEntry {
  readonly day: number;
  readonly priority: number;
  readonly kind: number;
  readonly subject: number;
  /** People may have moved at it. */
  readonly counts: boolean;
  /** Persons of each contingent at the bases where they changed, and what these bases have become. */
  readonly rows: readonly { readonly base: number; readonly persons: Int32Array; readonly status: number }[];
  /** Persons of each contingent outside; undefined where it is as before. */
  readonly outside: Int32Array | undefined;
  readonly setOut: Readonly<Convoy> | undefined;
  /** Place of the convoy that is there; -1 for none. */
  readonly arrived: number;
  readonly signals: readonly Signal[];
  readonly lastDepartureDay: number;
  readonly unfinished: number;
  /** How many shortfalls there were up to here. */
  readonly shortfalls: number;
}

export interface Timetable {
  readonly entries: readonly TimetableEntry[];
  readonly shortfalls: readonly Shortfall[];
}

/**
 * All moves of a plan, worked out once: where no number that they depend on is drawn, and nothing that is drawn sends
 * people anywhere, they are the same in every replication. Undefined for any other plan.
 */
export function timetableOf(compiled: CompiledScenario): Timetable | undefined {
  if (!isSettled(compiled)) return undefined;
  const { baseKeys, contingentKeys, horizonDays, parameters } = compiled;
  const calendar = new EventCalendar();
  const world = new World({ bases: baseKeys.length, contingents: contingentKeys.length });
  let signals: Signal[] = [];
  const listener = listenerTo((signal) => signals.push(signal));
  const movement = new Movement({ compiled, world, calendar, values: parameters.points, listener });
  const handlers = movementHandlers(movement);
  const entries: TimetableEntry[] = [];
  world.reset();
  movement.reset(() => true);
  const dispatch = (kind: number, subject: number, day: number): void => {
    const handler = handlers[kind];
    // The hardening of a base moves nobody.
    if (!handler) return;
    const priority = calendar.poppedPriority;
    const before = snapshotOf(world);
    signals = [];
    handler(subject, day);
    entries.push({
      ...{ day, priority, kind, subject, signals },
      ...changesSince(before, world),
      counts: world.accruedTo === day,
      lastDepartureDay: movement.lastDepartureDay,
      unfinished: movement.unfinished(),
      shortfalls: movement.shortfalls.length,
    });
  };
  runUntil({ calendar, horizon: horizonDays, dispatch });
  return { entries, shortfalls: [...movement.shortfalls] };
}

/** Whether the plan comes to the same in every replication, whatever is drawn. */
function isSettled({ parameters, garrison, convoys, lift, supply, plan, planConditions, rules }: CompiledScenario) {
  if (supply || lift.byRoad >= 0 || lift.byAir >= 0) return false;
  if (planConditions.some((conditions) => conditions.length > 0)) return false;
  if (rules.some(({ actions }) => actions.some(({ kind }) => !standing.has(kind)))) return false;
  const slots = [...garrison, convoys.convoySize, convoys.transitDays];
  for (const item of plan) {
    if (item.kind === 'hardening') continue;
    slots.push(item.overDays);
    if (item.kind === 'arrival') slots.push(item.everyDays, ...item.persons);
    else {
      slots.push(item.transitDays, item.routeFactor);
      const counts = 'kind' in item.persons ? [item.persons] : item.persons;
      for (const count of counts) if (count && 'slot' in count) slots.push(count.slot);
    }
  }
  return slots.every((slot) => slot < 0 || !Number.isNaN(parameters.points[slot]!));
}

/** What rules do without moving anybody or holding a move up. */
const standing: ReadonlySet<string> = new Set(['strike', 'pause', 'harden', 'truce']);

function listenerTo(tell: (signal: Signal) => void): MovementListener {
  return {
    beforeEvacuation: (base) => tell((to) => to.beforeEvacuation(base)),
    departed: (change) => tell((to) => to.departed(change)),
    announced: (change) => tell((to) => to.announced(change)),
    returned: (share) => tell((to) => to.returned(share)),
    populationChanged: (base) => tell((to) => to.populationChanged(base)),
    statusChanged: (base) => tell((to) => to.statusChanged(base)),
    convoysChanged: () => tell((to) => to.convoysChanged()),
  };
}

interface Snapshot {
  readonly present: Int32Array;
  readonly status: Uint8Array;
  readonly outside: Int32Array;
  readonly underWay: readonly number[];
}

function snapshotOf({ present, status, outside, underWay }: World): Snapshot {
  return { present: present.slice(), status: status.slice(), outside: outside.slice(), underWay: [...underWay] };
}

function changesSince(
  before: Snapshot,
  world: World,
): Pick<TimetableEntry, 'rows' | 'outside' | 'setOut' | 'arrived'> {
  const { bases, contingents, status, underWay } = world;
  const rowOf = (present: Int32Array, base: number): Int32Array =>
    present.slice(base * contingents, (base + 1) * contingents);
  const rows: TimetableEntry['rows'][number][] = [];
  for (let base = 0; base < bases; base++) {
    const persons = rowOf(world.present, base);
    if (status[base] !== before.status[base] || isOther(persons, rowOf(before.present, base)))
      rows.push({ base, persons, status: status[base]! });
  }
  const gone = underWay.find((place) => !before.underWay.includes(place));
  const convoy = gone === undefined ? undefined : world.convoys[gone];
  return {
    rows,
    outside: isOther(world.outside, before.outside) ? world.outside.slice() : undefined,
    setOut: convoy && { ...convoy, counts: convoy.counts.slice() },
    arrived: before.underWay.find((place) => !underWay.includes(place)) ?? -1,
  };
}

function isOther(one: Int32Array, other: Int32Array): boolean {
  return one.some((value, i) => value !== other[i]);
}
