import type { EventCalendar } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import { OUTSIDE, type CompiledItem, type Count, type Departure } from './compile-plan.js';
import { Departures } from './departures.js';
import { EventKind, Priority } from './event-kind.js';
import { byContingent, type HappeningSink } from './happening.js';
import type { Lift } from './lift.js';
import { placeGarrisons } from './garrisons.js';
import type { MovementListener } from './movement-listener.js';
import { OrderBook } from './order-book.js';
import { OrderGroups, type Shortfall } from './order-groups.js';
import type { PlanProgress } from './plan-progress.js';
import { Ramps } from './ramps.js';
import { sumPersons } from './sum-persons.js';
import { Travel } from './travel.js';
import { Status, type World } from './world.js';

export type { MovementListener } from './movement-listener.js';
export type { Shortfall } from './order-groups.js';

/** Carries out a plan: orders become departures, departures become convoys, convoys arrive. */
export class Movement implements PlanProgress {
  readonly lift: Lift;
  private readonly compiled: CompiledScenario;
  private readonly world: World;
  private readonly calendar: EventCalendar;
  private readonly listener: MovementListener;
  /** Drawn numbers of the replication; slots of the compiled scenario index it. */
  private readonly values: Float64Array;
  private readonly groups: OrderGroups;
  private readonly travel: Travel;
  private readonly ramps: Ramps;
  private readonly book: OrderBook;
  private readonly departures: Departures;
  private tell: HappeningSink | undefined = undefined;

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
    this.groups = new OrderGroups(parts);
    this.travel = new Travel(parts);
    this.ramps = new Ramps({ ...parts, travel: this.travel });
    this.book = new OrderBook(this.compiled.plan, this.world.contingents);
    this.departures = new Departures({ ...parts, book: this.book, groups: this.groups, travel: this.travel });
    this.lift = this.departures.lift;
  }

  set sink(sink: HappeningSink | undefined) {
    this.tell = this.travel.sink = this.ramps.sink = this.departures.sink = sink;
  }

  get shortfalls(): readonly Shortfall[] {
    return this.groups.shortfalls;
  }

  /** Day on which people last left a base by order; NaN where nobody did. */
  get lastDepartureDay(): number {
    return this.travel.lastDepartureDay;
  }

  /** Places the garrisons and puts every order that comes to pass into the calendar. */
  reset(happens: (item: number) => boolean): void {
    this.groups.reset();
    this.travel.reset();
    this.ramps.reset();
    this.departures.reset();
    this.book.reset();
    const { compiled, world, values } = this;
    placeGarrisons({ compiled, world, values });
    compiled.plan.forEach((item, index) => {
      if (happens(index)) this.schedule(item, index);
    });
  }

  private schedule(item: CompiledItem, index: number): void {
    switch (item.kind) {
      case 'departure':
        this.calendar.schedule(item.day, Priority.departure, EventKind.moveStart, index);
        if (item.announced !== undefined)
          this.calendar.schedule(item.announced, Priority.departure, EventKind.announcement, index);
        return;
      case 'hardening':
        this.calendar.schedule(item.day, Priority.hardening, EventKind.hardening, index);
        return;
      case 'arrival':
        this.ramps.schedule(item, index);
        return;
      default:
        item satisfies never;
    }
  }

  /** An order given while the scenario runs: it starts at its day, and is carried out like one of the plan. */
  order(item: Departure): void {
    this.calendar.schedule(item.day, Priority.departure, EventKind.moveStart, this.book.add(item));
  }

  /** Arrivals of the plan that have not begun by `day` come `days` later. Returns how many orders that holds up. */
  hold(day: number, days: number): number {
    return this.ramps.hold(day, days);
  }

  /** One step of a ramp of arrivals from outside. */
  rampStep(index: number, day: number): void {
    this.ramps.step(index, day);
  }

  /** People on the way reach their base, or home. */
  arrive(convoyIndex: number, day: number): void {
    this.travel.arrive(convoyIndex, day);
  }

  /** An order is made known: how many it would take, if it started now, is the signal. */
  announce(index: number): void {
    const item = this.book.departureAt(index);
    const persons = sumPersons(this.groups.wouldTake(item));
    const all = this.world.stationed;
    const share = all > 0 ? Math.min(1, persons / all) : 0;
    if (all > 0) this.listener.announced({ share, home: item.to === OUTSIDE });
    this.tell?.({
      kind: 'announcement',
      order: index,
      share,
      persons,
      toBase: this.travel.placeName(item.to),
      day: item.announced ?? item.day,
      base: this.compiled.baseKeys[item.from]!,
      name: item.label,
    });
  }

  /** Those who left by an order come back to the base they left; by order of a rule only where it still hosts. */
  comeBack(index: number, day: number): void {
    const item = this.book.departureAt(index);
    const { sent } = this.book.progressOf(index);
    if (!this.book.isOfPlan(index) && this.world.status[item.from] !== Status.hosting) return;
    if (item.to !== OUTSIDE) {
      const persons = Array.from(sent, (count): Count => ({ kind: 'upTo', persons: count }));
      this.order({ ...item, from: item.to, to: item.from, day, persons, returnDay: undefined });
      return;
    }
    const persons = this.travel.comeIn(item.from, day, (c) => sent[c]!);
    const all = this.world.stationed;
    if (all > 0) this.listener.returned(persons / all);
    this.tell?.({
      kind: 'arrival',
      day,
      toBase: this.compiled.baseKeys[item.from]!,
      persons,
      name: item.label,
      order: index,
      share: all > 0 ? persons / all : 0,
      personsOf: byContingent(sent, this.compiled.contingentKeys),
    });
  }

  /** An order starts: who goes is settled, and the departures are put into the calendar. */
  startMove(index: number, day: number): void {
    this.departures.start(index, day);
  }

  /** One group is to leave: at once, or when there is lift for it. */
  depart(index: number, day: number): void {
    this.departures.depart(index, day);
  }

  /** The base is handed over or given up. Whoever came in the meantime leaves first, the same way. */
  handOver(index: number, day: number): void {
    this.departures.handOver(index, day);
  }

  /** Persons whom orders under way should have taken, and who have not left. */
  unfinished(): number {
    return this.departures.unfinished();
  }

  /** Person-days between planned and actual departure; of those who still wait, up to `day`. */
  waitedPersonDays(day: number): number {
    return this.lift.waitedPersonDays(day);
  }

  /** Day on which the last group of an order left; NaN before. */
  lastLeftDay(index: number): number {
    return this.book.progressOf(index).lastLeftDay;
  }
}
