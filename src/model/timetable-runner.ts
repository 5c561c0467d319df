import type { EventCalendar } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import { convoyHazardPerDay } from './convoy-hazard.js';
import { EventKind, Priority } from './event-kind.js';
import { placeGarrisons } from './garrisons.js';
import type { MovementListener } from './movement-listener.js';
import type { Shortfall } from './movement.js';
import type { PlanProgress } from './plan-progress.js';
import { timetableOf, type Timetable, type TimetableEntry } from './timetable.js';
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
  }

  /** Whether the plan has a timetable. */
  get exists(): boolean {
    return this.timetable !== undefined;
  }

  /** Starts a replication: garrisons are in place and the first event stands in the calendar. */
  reset(): void {
    this.next = 0;
    const { compiled, world, values, calendar } = this;
    placeGarrisons({ compiled, world, values });
    compiled.plan.forEach((item, index) => {
      if (item.kind === 'hardening')
        calendar.schedule(item.day, Priority.hardening, EventKind.hardening, index);
    });
    this.scheduleNext();
  }

  /** The event that is due. */
  step(day: number): void {
    const { world, listener } = this;
    const { counts, rows, outside, setOut, arrived, signals } = this.timetable!.entries[this.next++]!;
    if (counts) world.accrue(day);
    for (let i = 0; i < rows.length; i++) {
      const { base, persons, status } = rows[i]!;
      world.changeTo(base, persons);
      world.status[base] = status;
    }
    if (outside) world.outside.set(outside);
    if (setOut) this.putOnTheWay(setOut);
    if (arrived >= 0) world.arrive(arrived);
    for (let i = 0; i < signals.length; i++) signals[i]!(listener);
    this.scheduleNext();
  }

  get lastDepartureDay(): number {
    return this.last?.lastDepartureDay ?? NaN;
  }

  get shortfalls(): readonly Shortfall[] {
    return this.timetable!.shortfalls.slice(0, this.last?.shortfalls ?? 0);
  }

  unfinished(): number {
    return this.last?.unfinished ?? 0;
  }

  /** Nobody waits where lift has no limit. */
  waitedPersonDays(): number {
    return 0;
  }

  private get last(): TimetableEntry | undefined {
    return this.timetable!.entries[this.next - 1];
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

  private scheduleNext(): void {
    const entry = this.timetable!.entries[this.next];
    if (entry) this.calendar.schedule(entry.day, entry.priority, entry.kind, entry.subject);
  }
}
