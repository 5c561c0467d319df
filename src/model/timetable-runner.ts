import type { EventCalendar } from '../kernel/index.js';
import type { ActorState } from './actor-state.js';
import type { AttackProcess } from './attack-process.js';
import type { CompiledScenario } from './compile.js';
import { convoyHazardPerDay } from './convoy-hazard.js';
import { EventKind, Priority } from './event-kind.js';
import { placeGarrisons } from './garrisons.js';
import type { Shortfall } from './movement.js';
import type { PlanProgress } from './plan-progress.js';
import { timetableOf } from './compile-timetable.js';
import { Signal, type Timetable } from './timetable.js';
import { emptyConvoy, type Convoy, type World } from './world.js';

// Constants of this file are numbers to the engine; those of another it looks up at every change.
const { departedHome, departedToBase, announcedHome, announcedToBase } = Signal;

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
  private readonly process: AttackProcess;
  private readonly timetable: Timetable | undefined;
  /** Those of the timetable, for the world to have. */
  private readonly convoys: readonly Convoy[];
  private next = 0;
  /** Where the script goes on, and who sets out and is heard of next. */
  private at = 0;
  private nextConvoy = 0;
  private nextShare = 0;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly world: World;
    readonly calendar: EventCalendar;
    readonly values: Float64Array;
    readonly process: AttackProcess;
  }) {
    this.compiled = parts.compiled;
    this.world = parts.world;
    this.calendar = parts.calendar;
    this.values = parts.values;
    this.process = parts.process;
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
    this.next = this.at = this.nextConvoy = this.nextShare = 0;
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
    if (this.timetable!.carriesOut[this.next] === 1) this.carryOut(day);
    this.next++;
    this.scheduleNext();
  }

  /** Reads what is next in the script, in the order in which a `DatedChange` writes it. */
  private carryOut(day: number): void {
    const { process, world } = this;
    const { script, shares } = this.timetable!;
    const { states } = process;
    let { at } = this;
    for (let bases = script[at++]!; bases > 0; bases--) process.residuals.freeze(script[at++]!);
    if (script[at++]! === 1) world.accrue(day);
    for (let bases = script[at++]!; bases > 0; bases--) at = this.fill(at);
    for (let contingents = script[at++]!; contingents > 0; contingents--)
      world.holdOutside(script[at++]!, script[at++]!);
    for (let convoys = script[at++]!; convoys > 0; convoys--) this.putOnTheWay(this.convoys[this.nextConvoy++]!);
    for (let convoys = script[at++]!; convoys > 0; convoys--) world.arrive(script[at++]!);
    if (script[at++]! === 1) process.road.convoysChanged();
    for (let signals = script[at++]!; signals > 0; signals--) {
      const signal = script[at++]!;
      const share = shares[this.nextShare++]!;
      for (const state of states) hear(state, signal, share);
    }
    for (let statuses = script[at++]!; statuses > 0; statuses--) {
      const base = script[at++]!;
      world.status[base] = script[at++]!;
      process.residuals.statusChanged(base);
    }
    this.at = at;
  }

  /** Reads who is at a base now. Returns where the script goes on. */
  private fill(from: number): number {
    const { process, world } = this;
    const { script } = this.timetable!;
    const { present } = world;
    const { salience } = process.sizes;
    const base = script[from]!;
    world.hold(base, script[from + 1]!);
    let at = from + 3;
    const row = base * world.contingents;
    let salient = 0;
    for (let groups = script[from + 2]!; groups > 0; groups--) {
      const contingent = script[at++]!;
      const persons = script[at++]!;
      present[row + contingent] = persons;
      salient += salience[contingent]! * persons;
    }
    process.sizes.set(base, salient);
    for (const state of process.states) state.weigh(world, base);
    return at;
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
    const { events, days, dues } = this.timetable!;
    const { next } = this;
    const due = 3 * next;
    if (next < events) this.calendar.stand(days[next]!, dues[due]!, dues[due + 1]!, dues[due + 2]!);
  }
}

function hear(state: ActorState, signal: number, share: number): void {
  if (signal === departedHome || signal === departedToBase) state.departed(share, signal === departedHome);
  else if (signal === announcedHome || signal === announcedToBase) state.announced(share, signal === announcedHome);
  else state.returned(share);
}
