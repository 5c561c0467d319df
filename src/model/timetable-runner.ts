import type { EventCalendar } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import { convoyHazardPerDay } from './convoy-hazard.js';
import { EventKind, Priority } from './event-kind.js';
import { placeGarrisons } from './garrisons.js';
import type { MovementListener } from './movement-listener.js';
import type { Shortfall } from './movement.js';
import type { PlanProgress } from './plan-progress.js';
import { timetableOf } from './compile-timetable.js';
import { Op, stepWidth, type Timetable } from './timetable.js';
import { emptyConvoy, type Convoy, type World } from './world.js';

// Constants of this file are numbers to the engine; those of another it looks up at every step.
const { due, accrue, enter, goOutside, become, setOut, arrive } = Op;
const { populationChanged, departed, convoysChanged, announced, statusChanged, beforeEvacuation } = Op;
const width = stepWidth;

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
  /** Those of the timetable, for the world to have. */
  private readonly convoys: readonly Convoy[];
  private next = 0;
  /** Where the script goes on. */
  private at = 0;

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
    const { contingents } = this.world;
    this.convoys = (this.timetable?.convoys ?? []).map((planned) => Object.assign(emptyConvoy(contingents), planned));
  }

  /** Whether the plan has a timetable. */
  get exists(): boolean {
    return this.timetable !== undefined;
  }

  /** Whether what is due can change rates or who is where; an order that begins changes nothing by itself. */
  get isDueToChange(): boolean {
    return this.timetable!.changes[this.next] === 1;
  }

  /** Whether the event that was due last is the last one of its instant, so that an attack may come next. */
  get isInstantOver(): boolean {
    return this.timetable!.closes[this.next - 1] === 1;
  }

  /** Starts a replication of which each order is worked out on its day: only {@link isDueToChange} and {@link isInstantOver} are told. */
  rewind(): void {
    this.next = this.at = 0;
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
    const { world, listener } = this;
    const { script, shares } = this.timetable!;
    let { at } = this;
    for (let op = script[at]!; op !== due; op = script[at]!) {
      const subject = script[at + 1]!;
      if (op === enter) world.move(subject, script[at + 2]!, script[at + 3]!);
      else if (op === populationChanged) listener.populationChanged(subject);
      else if (op === accrue) world.accrue(day);
      else if (op === goOutside) world.goOutside(subject, script[at + 2]!);
      else if (op === departed) listener.departed(shares[subject]!);
      else if (op === convoysChanged) listener.convoysChanged();
      else if (op === setOut) this.putOnTheWay(this.convoys[subject]!);
      else if (op === arrive) world.arrive(subject);
      else if (op === announced) listener.announced(shares[subject]!);
      else if (op === become) world.status[subject] = script[at + 2]!;
      else if (op === statusChanged) listener.statusChanged(subject);
      else if (op === beforeEvacuation) listener.beforeEvacuation(subject);
      else listener.returned(shares[subject]!.share);
      at += width;
    }
    this.at = at;
    this.next++;
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

  private putOnTheWay(convoy: Convoy): void {
    const { compiled, values, world } = this;
    const { byRoad, persons, routeFactor } = convoy;
    convoy.hazard = byRoad ? convoyHazardPerDay(compiled, { values, persons, routeFactor }) : 0;
    world.setOut(world.placeOf(convoy));
  }

  private scheduleNext(): void {
    const { events, days, script } = this.timetable!;
    const { next, at } = this;
    if (next < events) this.calendar.stand(days[next]!, script[at + 1]!, script[at + 2]!, script[at + 3]!);
    this.at = at + width;
  }
}
