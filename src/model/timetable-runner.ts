import type { EventCalendar } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import { convoyHazardPerDay } from './convoy-hazard.js';
import { EventKind, Priority } from './event-kind.js';
import { placeGarrisons } from './garrisons.js';
import type { MovementListener } from './movement-listener.js';
import type { Shortfall } from './movement.js';
import type { PlanProgress } from './plan-progress.js';
import { timetableOf } from './compile-timetable.js';
import { SignalKind, type Timetable } from './timetable.js';
import type { Convoy, World } from './world.js';

/**
 * Carries a plan out by its {@link Timetable}: the same events at the same times as if every order were worked out
 * again, of which only the next stands in the calendar.
 */
export class TimetableRunner implements PlanProgress {
  /** Whether the replication that runs goes by it. */
  isFollowed = false;
  private readonly compiled: CompiledScenario;
  private readonly world: World;
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;
  private readonly listener: MovementListener;
  private readonly timetable: Timetable | undefined;
  /** By event: whether rates may change at it, and whether it is the last one of its instant. */
  private readonly changes: Uint8Array;
  private readonly closes: Uint8Array;
  private next = 0;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly world: World;
    readonly calendar: EventCalendar;
    readonly values: Float64Array;
    readonly listener: MovementListener;
  }) {
    this.compiled = parts.compiled;
    this.world = parts.world;
    this.calendar = parts.calendar;
    this.values = parts.values;
    this.listener = parts.listener;
    this.timetable = timetableOf(this.compiled);
    const { events = 0 } = this.timetable ?? {};
    this.changes = new Uint8Array(events);
    this.closes = new Uint8Array(events);
    this.markChanges();
  }

  /** Whether the plan has a timetable. */
  get exists(): boolean {
    return this.timetable !== undefined;
  }

  /** Whether what is due can change rates or who is where; an order that begins changes nothing by itself. */
  get isDueToChange(): boolean {
    return this.changes[this.next] === 1;
  }

  /** Whether the event that was due last is the last one of its instant, so that an attack may come next. */
  get isInstantOver(): boolean {
    return this.closes[this.next - 1] === 1;
  }

  /** Starts a replication of which each order is worked out on its day: only {@link isDueToChange} and {@link isInstantOver} are told. */
  rewind(): void {
    this.next = 0;
  }

  /** The event that is due has been worked out by others. */
  passOver(): void {
    this.next++;
  }

  /** Starts a replication: garrisons are in place and the first event stands in the calendar. */
  reset(): void {
    this.rewind();
    const { compiled, world, values, calendar } = this;
    placeGarrisons({ compiled, world, values });
    compiled.plan.forEach((item, index) => {
      if (item.kind === 'hardening') calendar.schedule(item.day, Priority.hardening, EventKind.hardening, index);
    });
    this.scheduleNext();
  }

  /** The event that is due. */
  step(day: number): void {
    const { world } = this;
    const { counts, atBases, outside, status, setsOut, arrives, convoys } = this.timetable!;
    const event = this.next++;
    if (counts[event] === 1) world.accrue(day);
    for (let i = atBases.from[event]!; i < atBases.from[event + 1]!; i++)
      world.enter(atBases.base[i]!, atBases.contingent[i]!, atBases.persons[i]!);
    for (let i = outside.from[event]!; i < outside.from[event + 1]!; i++)
      world.goOutside(outside.contingent[i]!, outside.persons[i]!);
    for (let i = status.from[event]!; i < status.from[event + 1]!; i++)
      world.status[status.base[i]!] = status.becomes[i]!;
    if (setsOut[event]! >= 0) this.putOnTheWay(convoys[setsOut[event]!]!);
    if (arrives[event]! >= 0) world.arrive(arrives[event]!);
    this.tell(event);
    this.scheduleNext();
  }

  get lastDepartureDay(): number {
    return this.next === 0 ? NaN : this.timetable!.lastDepartureDays[this.next - 1]!;
  }

  get shortfalls(): readonly Shortfall[] {
    const { shortfalls, shortfallsSoFar } = this.timetable!;
    return shortfalls.slice(0, shortfallsSoFar[this.next - 1] ?? 0);
  }

  unfinished(): number {
    return this.timetable!.unfinished[this.next - 1] ?? 0;
  }

  /** Nobody waits where lift has no limit. */
  waitedPersonDays(): number {
    return 0;
  }

  /** Weights and moods take over what has changed. */
  private tell(event: number): void {
    const { listener } = this;
    const { signals } = this.timetable!;
    for (let i = signals.from[event]!; i < signals.from[event + 1]!; i++) {
      const base = signals.base[i]!;
      const kind = signals.kind[i]!;
      if (kind === SignalKind.populationChanged) listener.populationChanged(base);
      else if (kind === SignalKind.convoysChanged) listener.convoysChanged();
      else if (kind === SignalKind.statusChanged) listener.statusChanged(base);
      else if (kind === SignalKind.beforeEvacuation) listener.beforeEvacuation(base);
      else if (kind === SignalKind.returned) listener.returned(signals.share[i]!);
      else {
        const change = { base, share: signals.share[i]!, home: signals.home[i] === 1 };
        if (kind === SignalKind.departed) listener.departed(change);
        else listener.announced(change);
      }
    }
  }

  private putOnTheWay(planned: Readonly<Convoy>): void {
    const { compiled, values, world } = this;
    const { to, persons, byRoad, routeFactor, identity } = planned;
    const { index, convoy } = world.newConvoy();
    convoy.counts.set(planned.counts);
    convoy.to = to;
    convoy.persons = persons;
    convoy.byRoad = byRoad;
    convoy.routeFactor = routeFactor;
    convoy.identity = identity;
    convoy.hazard = byRoad ? convoyHazardPerDay(compiled, { values, persons, routeFactor }) : 0;
    world.setOut(index);
  }

  private markChanges(): void {
    if (!this.timetable) return;
    const { events, days, signals, atBases, outside, setsOut, arrives } = this.timetable;
    for (let event = 0; event < events; event++) {
      const isSame = ({ from }: { readonly from: Int32Array }): boolean => from[event] === from[event + 1];
      const moves = setsOut[event]! >= 0 || arrives[event]! >= 0 || !isSame(atBases) || !isSame(outside);
      this.changes[event] = moves || !isSame(signals) ? 1 : 0;
      this.closes[event] = days[event + 1] === days[event] ? 0 : 1;
    }
  }

  private scheduleNext(): void {
    const { events, days, priorities, kinds, subjects } = this.timetable!;
    const { next } = this;
    if (next < events) this.calendar.schedule(days[next]!, priorities[next]!, kinds[next]!, subjects[next]!);
  }
}
