import type { EventCalendar } from '../kernel/index.js';
import { evenPart } from './apportion.js';
import type { CompiledScenario } from './compile.js';
import { EventKind, Priority } from './event-kind.js';
import { groupIdentity, restPart } from './group-identity.js';
import type { HappeningSink } from './happening.js';
import { Lift, type LiftRequest } from './lift.js';
import type { MovementListener } from './movement-listener.js';
import type { OrderBook } from './order-book.js';
import type { OrderGroups } from './order-groups.js';
import { sumPersons } from './sum-persons.js';
import type { Travel } from './travel.js';
import { Status, type World } from './world.js';

/** Carries out orders to leave: groups go one after another, wait for lift where it is short, and hand the base over. */
export class Departures {
  readonly lift: Lift;
  sink: HappeningSink | undefined = undefined;
  private readonly compiled: CompiledScenario;
  private readonly world: World;
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;
  private readonly listener: MovementListener;
  private readonly book: OrderBook;
  private readonly groups: OrderGroups;
  private readonly travel: Travel;
  /** Orders under way that take people from each base. */
  private readonly leaving: Int32Array;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly world: World;
    readonly calendar: EventCalendar;
    readonly values: Float64Array;
    readonly listener: MovementListener;
    readonly book: OrderBook;
    readonly groups: OrderGroups;
    readonly travel: Travel;
  }) {
    this.compiled = parts.compiled;
    this.world = parts.world;
    this.calendar = parts.calendar;
    this.values = parts.values;
    this.listener = parts.listener;
    this.book = parts.book;
    this.groups = parts.groups;
    this.travel = parts.travel;
    this.leaving = new Int32Array(this.world.bases);
    this.lift = new Lift({
      compiled: this.compiled,
      calendar: this.calendar,
      values: this.values,
      listener: { wouldTake: this.wouldTake, ride: this.ride, priorityOf: this.priorityOf },
    });
  }

  reset(): void {
    this.lift.reset();
    this.leaving.fill(0);
  }

  /** An order starts: who goes is settled, and the departures are put into the calendar. */
  start(index: number, day: number): void {
    const item = this.book.departureAt(index);
    const progress = this.book.progressOf(index);
    this.groups.settle(item, progress.ordered, day);
    progress.remaining.set(progress.ordered);
    progress.missing.fill(0);
    progress.sent.fill(0);
    const total = sumPersons(progress.ordered);
    const size = Math.max(1, Math.round(this.values[this.compiled.convoys.convoySize]!));
    const parts = Math.max(1, Math.ceil(total / size));
    const spread = this.values[item.overDays]!;
    progress.parts = parts;
    progress.left = parts;
    for (let part = 1; part <= parts; part++) {
      this.calendar.schedule(day + ((part - 0.5) * spread) / parts, Priority.departure, EventKind.departure, index);
    }
  }

  /** One group is to leave: at once, or when there is lift for it. */
  depart(index: number, day: number): void {
    const item = this.book.departureAt(index);
    const { byRoad, from, label } = item;
    const progress = this.book.progressOf(index);
    const nobody = progress.parts === 1 && this.groups.countNext(item, progress) === 0;
    if (!this.lift.limits(byRoad) || nobody) {
      this.leave(index, day);
      return;
    }
    const persons = evenPart(sumPersons(progress.ordered), progress.parts, progress.asked++);
    this.lift.join({ order: index, rest: false, byRoad, plannedDay: day, persons }, day);
    this.sink?.({ kind: 'waitsForLift', day, base: this.compiled.baseKeys[from]!, persons, name: label, order: index });
  }

  /** The base is handed over or given up. Whoever came in the meantime leaves first, the same way. */
  handOver(index: number, day: number): void {
    const item = this.book.departureAt(index);
    const persons = this.world.atBase[item.from]!;
    if (persons > 0 && this.lift.limits(item.byRoad)) {
      this.lift.join({ order: index, rest: true, byRoad: item.byRoad, plannedDay: day, persons }, day);
      return;
    }
    if (persons > 0) this.sendRest(index, day);
    const kind = item.then?.kind ?? 'handOver';
    this.world.status[item.from] = kind === 'handOver' ? Status.handedOver : Status.closed;
    this.listener.statusChanged(item.from);
    this.sink?.({ kind, day, base: this.compiled.baseKeys[item.from]!, name: item.label, order: index });
  }

  /** Persons whom orders under way should have taken, and who have not left. */
  unfinished(): number {
    let persons = this.book.unfinished();
    for (const request of this.lift.waiting()) if (request.rest) persons += this.wouldTake(request);
    return persons;
  }

  private readonly wouldTake = ({ order, rest }: LiftRequest): number => {
    const item = this.book.departureAt(order);
    return rest ? this.world.atBase[item.from]! : this.groups.countNext(item, this.book.progressOf(order));
  };

  private readonly ride = ({ order, rest }: LiftRequest, day: number): number => {
    const { from } = this.book.departureAt(order);
    const before = this.world.atBase[from]!;
    if (rest) this.sendRest(order, day);
    else this.leave(order, day);
    const persons = before - this.world.atBase[from]!;
    if (rest) this.calendar.schedule(day, Priority.handOver, EventKind.handOver, order);
    return persons;
  };

  private readonly priorityOf = (index: number): number => this.book.departureAt(index).priority;

  /** One group leaves. The last group of an order for all takes everybody who is still there. */
  private leave(index: number, day: number): void {
    const item = this.book.departureAt(index);
    const progress = this.book.progressOf(index);
    const part = progress.parts - progress.left--;
    // The weight that a hand-over leaves behind is that before the first group of an evacuation.
    if (part === 0 && this.leaving[item.from]!++ === 0 && this.isOccupied(item.from)) {
      this.listener.beforeEvacuation(item.from);
    }
    const group = this.groups.next(item, progress, day);
    this.travel.setOut(item, { group, identity: groupIdentity(index, part), day });
    for (let c = 0; c < group.length; c++) progress.sent[c]! += group[c]!;
    if (progress.left > 0) return;
    progress.lastLeftDay = day;
    this.leaving[item.from]!--;
    if (item.returnDay !== undefined) {
      const backDay = Math.max(item.returnDay, day + this.travel.transitDays(item));
      this.calendar.schedule(backDay, Priority.arrival, EventKind.comeBack, index);
    }
    if (item.then)
      this.calendar.schedule(Math.max(day, item.then.day ?? day), Priority.handOver, EventKind.handOver, index);
  }

  /** A base that orders emptied before keeps the weight that it had then until its hand-over. */
  private isOccupied(base: number): boolean {
    return this.world.status[base] === Status.hosting && this.world.atBase[base]! > 0;
  }

  private sendRest(index: number, day: number): void {
    const item = this.book.departureAt(index);
    const group = this.groups.everybody(item.from);
    this.travel.setOut(item, { group, identity: groupIdentity(index, restPart), day });
  }
}
