import type { EventCalendar, KnownEvent } from '../kernel/index.js';
import type { AttackProcess } from './attack-process.js';
import type { CompiledScenario } from './compile.js';
import { convoyHazardPerDay } from './convoy-hazard.js';
import { emptyConvoy, type Convoy } from './convoy.js';
import { EventKind, Priority } from './event-kind.js';
import type { Shortfall } from './movement.js';
import type { PlanProgress } from './plan-progress.js';
import { timetableOf, worldAfter } from './compile-timetable.js';
import { Part, Signal, Step, type Timetable } from './timetable.js';
import type { World } from './world.js';

// Constants of this file are numbers to the engine; those of another it looks up at every change.
const { departedHome, departedToBase, announcedHome, announcedToBase } = Signal;
const { changes, carriesOut, closes } = Step;
const { freezes, accrues, bases, outside, convoys, arrivals, road, signals, statuses } = Part;

/** Carries a plan out by its {@link Timetable}: the same events at the same times as if every order were worked out again. */
export class TimetableRunner implements PlanProgress {
  /** Whether the replication that runs goes by it. */
  isFollowed = false;
  /** Whether person-days need not be added up meanwhile, as they are asked for at the ends of weeks only, which the timetable tells. */
  tellsPersonDays = false;
  private readonly compiled: CompiledScenario;
  private readonly world: World;
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;
  private readonly process: AttackProcess;
  private readonly timetable: Timetable | undefined;
  private readonly steps: Uint8Array;
  private readonly script: Int32Array;
  /** Places in the plan of what hardens a base, which is no move. */
  private readonly hardenings: readonly number[];
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
    this.steps = this.timetable?.steps ?? new Uint8Array(0);
    this.script = this.timetable?.script ?? new Int32Array(0);
    this.hardenings = this.compiled.plan.flatMap(({ kind }, index) => (kind === 'hardening' ? [index] : []));
    const { contingents } = this.world;
    this.convoys = (this.timetable?.convoys ?? []).map((planned) => Object.assign(emptyConvoy(contingents), planned));
  }

  /** Whether the plan has a timetable. */
  get exists(): boolean {
    return this.timetable !== undefined;
  }

  /** Events of the plan, in the order in which they are due. */
  get events(): readonly KnownEvent[] {
    return this.timetable?.events ?? [];
  }

  /** Whether what is due can change rates or who is where; an order that begins changes nothing by itself. */
  get isDueToChange(): boolean {
    return (this.steps[this.next]! & changes) !== 0;
  }

  /** Whether the event that was due last is the last one of an instant that changes rates, so that an attack may come next. */
  get isInstantOver(): boolean {
    return (this.steps[this.next - 1]! & closes) !== 0;
  }

  /** Starts a replication of which each order is worked out on its day: only {@link isDueToChange} and {@link isInstantOver} are told. */
  rewind(): void {
    this.next = this.at = this.nextConvoy = this.nextShare = 0;
  }

  /** The event that is due has been worked out by others. */
  passOver(): void {
    this.next++;
  }

  /** Tells the world person-days as of the end of a week, counted from 1. */
  tellWeek(week: number): void {
    const { world } = this;
    const { atBases, inTransit } = this.timetable!.personDaysByWeek[week - 1]!;
    world.basesPersonDays = atBases;
    world.transitPersonDays = inTransit;
  }

  /** Tells the world how it stands at the end of the replication, which may come before that of the scenario. */
  tellEnd(day: number): void {
    const { compiled, next, steps, timetable, world } = this;
    // It can end on the last day and yet before moves that are due on it.
    const isWhole = day === compiled.horizonDays && next === steps.length;
    world.endAs(isWhole ? timetable!.end : worldAfter(compiled, { moves: next, day }));
  }

  /** Starts a replication: garrisons are in place. The calendar is to follow the {@link events}. */
  reset(): void {
    this.rewind();
    const { compiled, world, calendar } = this;
    world.stationAs(this.timetable!.start);
    for (const index of this.hardenings)
      calendar.schedule(compiled.plan[index]!.day, Priority.hardening, EventKind.hardening, index);
  }

  /** Runs the event that is due, and looks ahead where it is the last one of an instant that changes rates. */
  step(day: number): void {
    const { process } = this;
    const step = this.steps[this.next]!;
    if ((step & changes) !== 0) process.settle(day);
    if ((step & carriesOut) !== 0) this.carryOut(day);
    this.next++;
    if ((step & closes) !== 0) process.refresh(day);
  }

  /** Reads what is next in the script, as a `DatedChange` writes it. */
  private carryOut(day: number): void {
    const { process, script, world } = this;
    const { residuals } = process;
    const parts = script[this.at]!;
    let at = this.at + 1;
    if (parts & freezes) for (let n = script[at++]!; n > 0; n--) residuals.freeze(script[at++]!);
    if (parts & accrues && this.tellsPersonDays !== true) world.accrue(day);
    if (parts & bases) at = this.people(at);
    if (parts & outside) for (let n = script[at++]!; n > 0; n--) world.holdOutside(script[at++]!, script[at++]!);
    if (parts & convoys) for (let n = script[at++]!; n > 0; n--) this.putOnTheWay(this.convoys[this.nextConvoy++]!);
    if (parts & arrivals) for (let n = script[at++]!; n > 0; n--) world.arrive(script[at++]!);
    if (parts & road) process.road.convoysChanged();
    if (parts & signals) for (let n = script[at++]!; n > 0; n--) this.hear(script[at++]!);
    if (parts & statuses) {
      for (let n = script[at++]!; n > 0; n--) {
        const base = script[at++]!;
        world.status[base] = script[at++]!;
        residuals.statusChanged(base);
      }
    }
    this.at = at;
  }

  /** Reads who is where now, from here on. Returns where the script goes on. */
  private people(from: number): number {
    const { process, script, world } = this;
    const tellsPersonDays = this.tellsPersonDays === true;
    const { sizes, weights } = process;
    const { salience } = sizes;
    let at = from + 1;
    for (let cells = script[from]!; cells > 0; cells--) {
      world.present[script[at]!] = script[(at + 1) | 0]!;
      at = (at + 2) | 0;
    }
    for (let left = script[at++]!; left > 0; left--) {
      const base = script[at]!;
      const persons = script[(at + 1) | 0]!;
      let pairs = script[(at + 2) | 0]!;
      if (tellsPersonDays) world.put(base, persons);
      else world.hold(base, persons);
      at = (at + 3) | 0;
      let salient = 0;
      // Two in a round, added one after another: this is the innermost loop of every change.
      for (; pairs > 0; pairs--) {
        salient =
          salient +
          salience[script[at]!]! * script[(at + 1) | 0]! +
          salience[script[(at + 2) | 0]!]! * script[(at + 3) | 0]!;
        at = (at + 4) | 0;
      }
      weights.weigh(base, sizes.set(base, salient));
    }
    return at;
  }

  private hear(signal: number): void {
    const { states } = this.process;
    const share = this.timetable!.shares[this.nextShare++]!;
    for (let g = 0; g < states.length; g++) {
      const state = states[g]!;
      if (signal === departedHome || signal === departedToBase) state.departed(share, signal === departedHome);
      else if (signal === announcedHome || signal === announcedToBase) state.announced(share, signal === announcedHome);
      else state.returned(share);
    }
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
}
