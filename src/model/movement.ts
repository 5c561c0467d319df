import type { EventCalendar, EventHandle } from '../kernel/index.js';
import { apportion, evenPart } from './apportion.js';
import type { CompiledScenario } from './compile.js';
import { convoyHazardPerDay } from './convoy-hazard.js';
import { OUTSIDE, type Arrival, type CompiledItem, type Count, type Departure } from './compile-plan.js';
import { EventKind, Priority } from './event-kind.js';
import type { HappeningSink } from './happening.js';
import { Lift, type LiftRequest } from './lift.js';
import { Status, type World } from './world.js';

/** What a change of who is where means to the rest of the model. Called after the world has changed. */
export interface MovementListener {
  /** Just before the first people of an evacuation leave a base. */
  readonly beforeEvacuation: (base: number) => void;
  /** A group has left `base`: `share` of all persons at bases and in transit just before. */
  readonly departed: (change: { readonly base: number; readonly share: number; readonly home: boolean }) => void;
  /** An order was announced that would take `share` of all persons at bases and in transit. */
  readonly announced: (change: { readonly share: number; readonly home: boolean }) => void;
  /** People came back from a temporary withdrawal: `share` of all just after. */
  readonly returned: (share: number) => void;
  readonly populationChanged: (base: number) => void;
  readonly statusChanged: (base: number) => void;
  readonly convoysChanged: () => void;
}

/** An order that could not be carried out in full: fewer were there than it named. */
export interface Shortfall {
  readonly path: string;
  readonly day: number;
  readonly base: number;
  /** Contingent, or -1 for everybody. */
  readonly contingent: number;
  readonly ordered: number;
  /** How many of those ordered could leave. */
  readonly left: number;
}

/** One order under way: how many of each contingent, and how many departures are still to come. */
interface Progress {
  readonly ordered: Int32Array;
  readonly remaining: Int32Array;
  readonly missing: Int32Array;
  /** Those who have left by it. */
  readonly sent: Int32Array;
  parts: number;
  left: number;
  /** Groups that have asked for lift. */
  asked: number;
  /** Day on which its last group left; NaN before. */
  lastLeftDay: number;
}

/** Carries out a plan: orders become departures, departures become convoys, convoys arrive. */
export class Movement {
  private readonly compiled: CompiledScenario;
  private readonly world: World;
  private readonly calendar: EventCalendar;
  private readonly listener: MovementListener;
  private readonly progress: Progress[];
  /** The plan, and after it what rules ordered in this replication. */
  private readonly orders: CompiledItem[] = [];
  /** The steps of each arrival of the plan, and the day on which it begins: it may have to wait. */
  private readonly steps: EventHandle[][] = [];
  private readonly begins: number[] = [];
  private readonly leaving: Int32Array;
  private readonly group: Int32Array;
  private readonly present: Int32Array;
  /** Drawn numbers of the replication; slots of the compiled scenario index it. */
  private readonly values: Float64Array;
  readonly shortfalls: Shortfall[] = [];
  readonly lift: Lift;
  /** Day on which people last left a base by order; NaN where nobody did. */
  lastDepartureDay = NaN;
  sink: HappeningSink | undefined;

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
    const contingents = this.world.contingents;
    this.progress = this.compiled.plan.map(() => newProgress(contingents));
    this.lift = new Lift({
      compiled: this.compiled,
      calendar: this.calendar,
      values: this.values,
      listener: { wouldTake: this.wouldTake, ride: this.ride, priorityOf: this.priorityOf },
    });
    this.leaving = new Int32Array(this.world.bases);
    this.group = new Int32Array(contingents);
    this.present = new Int32Array(contingents);
  }

  /** Places the garrisons and puts every order that comes to pass into the calendar. */
  reset(happens: (item: number) => boolean): void {
    this.shortfalls.length = 0;
    this.leaving.fill(0);
    this.lift.reset();
    this.lastDepartureDay = NaN;
    for (const progress of this.progress) {
      progress.left = progress.asked = 0;
      progress.lastLeftDay = NaN;
    }
    const { world, compiled } = this;
    this.orders.length = 0;
    this.orders.push(...compiled.plan);
    compiled.garrison.forEach((slot, i) => {
      if (slot >= 0)
        world.enter(Math.floor(i / world.contingents), i % world.contingents, Math.round(this.values[slot]!));
    });
    compiled.plan.forEach((item, index) => {
      if (!happens(index)) return;
      if (item.kind === 'departure') {
        this.calendar.schedule(item.day, Priority.departure, EventKind.moveStart, index);
        if (item.announced !== undefined)
          this.calendar.schedule(item.announced, Priority.departure, EventKind.announcement, index);
        return;
      }
      if (item.kind === 'hardening') {
        this.calendar.schedule(item.day, Priority.hardening, EventKind.hardening, index);
        return;
      }
      const handles: EventHandle[] = [];
      this.steps[index] = handles;
      this.begins[index] = item.day;
      const steps = this.rampSteps(item);
      const every = this.values[item.everyDays]!;
      this.progress[index]!.parts = steps;
      this.progress[index]!.left = steps;
      for (let step = 1; step <= steps; step++) {
        const day =
          steps === 1 && this.values[item.overDays]! === 0
            ? item.day
            : item.day + Math.min(step * every, this.values[item.overDays]!);
        handles.push(this.calendar.schedule(day, Priority.arrival, EventKind.rampStep, index));
      }
    });
  }

  /** An order given while the scenario runs: it starts at its day, and is carried out like one of the plan. */
  order(item: Departure): void {
    const index = this.orders.push(item) - 1;
    this.progress[index] ??= newProgress(this.world.contingents);
    this.calendar.schedule(item.day, Priority.departure, EventKind.moveStart, index);
  }

  /** Arrivals of the plan that have not begun by `day` come `days` later. Returns how many orders that holds up. */
  hold(day: number, days: number): number {
    let held = 0;
    this.compiled.plan.forEach((item, index) => {
      if (item.kind !== 'arrival' || this.begins[index]! <= day) return;
      this.begins[index]! += days;
      for (const handle of this.steps[index]!) this.calendar.reschedule(handle, this.calendar.timeOf(handle) + days);
      held++;
    });
    return held;
  }

  private rampSteps(item: Arrival): number {
    return Math.max(1, Math.ceil(this.values[item.overDays]! / this.values[item.everyDays]! - 1e-9));
  }

  /** An order is made known: how many it would take, if it started now, is the signal. */
  announce(index: number): void {
    const item = this.departureAt(index);
    this.readPresent(item.from);
    this.settle(item, this.group, 0);
    const all = this.world.stationed;
    if (all > 0) this.listener.announced({ share: Math.min(1, sum(this.group) / all), home: item.to === OUTSIDE });
    this.sink?.({
      kind: 'announcement',
      day: item.announced ?? item.day,
      base: this.compiled.baseKeys[item.from]!,
      name: item.label,
    });
  }

  /** Those who left by an order come back to the base they left; by order of a rule only where it still hosts. */
  comeBack(index: number, day: number): void {
    const item = this.departureAt(index);
    const { sent } = this.progress[index]!;
    if (index >= this.compiled.plan.length && this.world.status[item.from] !== Status.hosting) return;
    if (item.to !== OUTSIDE) {
      const persons = Array.from(sent, (count): Count => ({ kind: 'upTo', persons: count }));
      this.order({ ...item, from: item.to, to: item.from, day, persons, returnDay: undefined });
      return;
    }
    const persons = sum(sent);
    this.world.accrue(day);
    for (let c = 0; c < sent.length; c++) {
      this.world.enter(item.from, c, sent[c]!);
      this.world.outside[c]! -= sent[c]!;
    }
    this.settleIn(item.from);
    const all = this.world.stationed;
    if (all > 0) this.listener.returned(persons / all);
    this.sink?.({ kind: 'arrival', day, toBase: this.compiled.baseKeys[item.from]!, persons, name: item.label });
  }

  /** An order starts: who goes is settled, and the departures are put into the calendar. */
  startMove(index: number, day: number): void {
    const item = this.departureAt(index);
    const progress = this.progress[index]!;
    this.readPresent(item.from);
    this.settle(item, progress.ordered, day);
    progress.remaining.set(progress.ordered);
    progress.missing.fill(0);
    progress.sent.fill(0);
    const total = sum(progress.ordered);
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
    const { byRoad, from, label } = this.departureAt(index);
    const progress = this.progress[index]!;
    const nobody = progress.parts === 1 && this.countGroup(index) === 0;
    if (!this.lift.limits(byRoad) || nobody) {
      this.leave(index, day);
      return;
    }
    const persons = evenPart(sum(progress.ordered), progress.parts, progress.asked++);
    this.lift.join({ order: index, rest: false, byRoad, plannedDay: day, persons }, day);
    this.sink?.({ kind: 'waitsForLift', day, base: this.compiled.baseKeys[from]!, persons, name: label });
  }

  private readonly wouldTake = ({ order, rest }: LiftRequest): number =>
    rest ? this.world.atBase[this.departureAt(order).from]! : this.countGroup(order);

  private readonly ride = ({ order, rest }: LiftRequest, day: number): number => {
    const { from } = this.departureAt(order);
    const before = this.world.atBase[from]!;
    if (rest) this.sendRest(order, day);
    else this.leave(order, day);
    const persons = before - this.world.atBase[from]!;
    if (rest) this.calendar.schedule(day, Priority.handOver, EventKind.handOver, order);
    return persons;
  };

  /** How many the next group of an order would be if it left now. */
  private countGroup(index: number): number {
    const item = this.departureAt(index);
    const progress = this.progress[index]!;
    if (progress.left === 1 && isAll(item.persons)) return this.world.atBase[item.from]!;
    this.readPresent(item.from);
    const size = evenPart(sum(progress.ordered), progress.parts, progress.parts - progress.left);
    apportion(size, progress.remaining, this.group);
    let persons = 0;
    for (let c = 0; c < this.group.length; c++) persons += Math.min(this.group[c]!, this.present[c]!);
    return persons;
  }

  /** Persons whom orders under way should have taken, and who have not left. */
  unfinished(): number {
    let persons = 0;
    this.orders.forEach((item, index) => {
      const { left, remaining } = this.progress[index]!;
      if (item.kind === 'departure' && left > 0) persons += sum(remaining);
    });
    for (const request of this.lift.waiting()) if (request.rest) persons += this.wouldTake(request);
    return persons;
  }

  /** Day on which the last group of an order left; NaN before. */
  lastLeftDay(index: number): number {
    return this.progress[index]!.lastLeftDay;
  }

  /** One group leaves. The last group of an order for all takes everybody who is still there. */
  private leave(index: number, day: number): void {
    const item = this.departureAt(index);
    const progress = this.progress[index]!;
    const part = progress.parts - progress.left--;
    const last = progress.left === 0;
    // The weight that a hand-over leaves behind is that before the first group of an evacuation.
    if (part === 0 && this.leaving[item.from]!++ === 0 && this.world.status[item.from] === Status.hosting) {
      this.listener.beforeEvacuation(item.from);
    }
    this.readPresent(item.from);
    if (last && isAll(item.persons)) this.group.set(this.present);
    else this.splitGroup(item, progress, day);
    this.sendGroup(item, index * 65536 + part, day);
    for (let c = 0; c < this.group.length; c++) progress.sent[c]! += this.group[c]!;
    if (!last) return;
    progress.lastLeftDay = day;
    this.leaving[item.from]!--;
    if (item.returnDay !== undefined) {
      this.calendar.schedule(
        Math.max(item.returnDay, day + this.transitDays(item)),
        Priority.arrival,
        EventKind.comeBack,
        index,
      );
    }
    if (item.then)
      this.calendar.schedule(Math.max(day, item.then.day ?? day), Priority.handOver, EventKind.handOver, index);
  }

  /** The base is handed over or given up. Whoever came in the meantime leaves first, the same way. */
  handOver(index: number, day: number): void {
    const item = this.departureAt(index);
    const persons = this.world.atBase[item.from]!;
    if (persons > 0 && this.lift.limits(item.byRoad)) {
      this.lift.join({ order: index, rest: true, byRoad: item.byRoad, plannedDay: day, persons }, day);
      return;
    }
    if (persons > 0) this.sendRest(index, day);
    const kind = item.then?.kind ?? 'handOver';
    this.world.status[item.from] = kind === 'handOver' ? Status.handedOver : Status.closed;
    this.listener.statusChanged(item.from);
    this.sink?.({ kind, day, base: this.compiled.baseKeys[item.from]!, name: item.label });
  }

  private sendRest(index: number, day: number): void {
    const item = this.departureAt(index);
    this.readPresent(item.from);
    this.group.set(this.present);
    this.sendGroup(item, index * 65536 + 65535, day);
  }

  /** One step of a ramp of arrivals from outside. */
  rampStep(index: number, day: number): void {
    const item = this.compiled.plan[index]!;
    if (item.kind !== 'arrival') throw new Error('only an arrival has steps');
    const progress = this.progress[index]!;
    const step = progress.parts - progress.left--;
    this.world.accrue(day);
    let persons = 0;
    item.persons.forEach((slot, c) => {
      const count = slot < 0 ? 0 : evenPart(Math.round(this.values[slot]!), progress.parts, step);
      this.world.enter(item.to, c, count);
      this.world.outside[c]! -= count;
      persons += count;
    });
    this.settleIn(item.to);
    this.sink?.({ kind: 'arrival', day, toBase: this.compiled.baseKeys[item.to]!, persons, name: item.label });
  }

  /** People on the way reach their base, or home. */
  arrive(convoyIndex: number, day: number): void {
    const { world } = this;
    const convoy = world.convoys[convoyIndex]!;
    world.accrue(day);
    world.arrive(convoyIndex);
    this.put(convoy.counts, convoy.to);
    if (convoy.byRoad) this.listener.convoysChanged();
    this.sink?.({ kind: 'arrival', day, toBase: this.placeName(convoy.to), persons: convoy.persons });
  }

  private sendGroup(item: Departure, identity: number, day: number): void {
    const { world, group } = this;
    const persons = sum(group);
    if (persons === 0) return;
    this.lastDepartureDay = day;
    world.accrue(day);
    const share = persons / world.stationed;
    for (let c = 0; c < world.contingents; c++) world.leave(item.from, c, group[c]!);
    this.sink?.({
      kind: 'departure',
      day,
      base: this.compiled.baseKeys[item.from]!,
      toBase: this.placeName(item.to),
      persons,
      name: item.label,
    });
    this.listener.departed({ base: item.from, share, home: item.to === OUTSIDE });
    this.listener.populationChanged(item.from);
    const days = this.transitDays(item);
    if (days === 0) {
      this.put(group, item.to);
      this.sink?.({ kind: 'arrival', day, toBase: this.placeName(item.to), persons });
      return;
    }
    const { index, convoy } = world.newConvoy();
    convoy.counts.set(group);
    convoy.persons = persons;
    convoy.to = item.to;
    convoy.byRoad = item.byRoad;
    convoy.identity = identity;
    convoy.routeFactor = this.values[item.routeFactor]!;
    convoy.hazard = item.byRoad ? this.hazard(persons, convoy.routeFactor) : 0;
    world.setOut(index);
    this.calendar.schedule(day + days, Priority.arrival, EventKind.arrival, index);
    if (convoy.byRoad) this.listener.convoysChanged();
  }

  private transitDays(item: Departure): number {
    if (item.transitDays >= 0) return this.values[item.transitDays]!;
    return item.byRoad ? this.values[this.compiled.convoys.transitDays]! : 0;
  }

  /** h_0 (n/n_ref)^α_c ρ, attacks per day on one convoy when every actor stands at reference intensity (model, section 6). */
  hazard(persons: number, routeFactor: number): number {
    return convoyHazardPerDay(this.compiled, { values: this.values, persons, routeFactor });
  }

  private put(counts: Int32Array, to: number): void {
    for (let c = 0; c < counts.length; c++) {
      if (to === OUTSIDE) this.world.outside[c]! += counts[c]!;
      else this.world.enter(to, c, counts[c]!);
    }
    if (to !== OUTSIDE) this.settleIn(to);
  }

  private settleIn(base: number): void {
    if (this.world.status[base] !== Status.hosting) {
      this.world.status[base] = Status.hosting;
      this.listener.statusChanged(base);
    } else this.listener.populationChanged(base);
  }

  /** How many of each contingent an order takes, given who is there when it starts. */
  private settle(item: Departure, into: Int32Array, day: number): void {
    const { persons } = item;
    if (!('kind' in persons)) {
      persons.forEach((count, c) => {
        const there = this.present[c]!;
        const wanted = count === undefined ? 0 : this.countOf(count, there);
        into[c] = wanted;
      });
      return;
    }
    const there = sum(this.present);
    const wanted = this.countOf(persons, there);
    if (wanted > there)
      this.shortfalls.push({ path: item.path, day, base: item.from, contingent: -1, ordered: wanted, left: there });
    apportion(Math.min(wanted, there), this.present, into);
  }

  private countOf(count: Count, there: number): number {
    switch (count.kind) {
      case 'all':
        return there;
      case 'share':
        return Math.round(this.values[count.slot]! * there);
      case 'half':
        return Math.floor(there / 2);
      case 'upTo':
        return Math.min(count.persons, there);
      case 'number':
        return Math.round(this.values[count.slot]!);
      default:
        return count satisfies never;
    }
  }

  /** The next of nearly equal groups, contingents mixed as in what is left of the order, no more than are there. */
  private splitGroup(item: Departure, progress: Progress, day: number): void {
    const { group, present } = this;
    const { ordered, remaining, missing } = progress;
    apportion(evenPart(sum(ordered), progress.parts, progress.parts - progress.left - 1), remaining, group);
    for (let c = 0; c < group.length; c++) {
      const wanted = group[c]!;
      group[c] = Math.min(wanted, present[c]!);
      remaining[c]! -= wanted;
      missing[c]! += wanted - group[c]!;
      if (progress.left > 0 || missing[c] === 0) continue;
      const left = ordered[c]! - missing[c]!;
      this.shortfalls.push({ path: item.path, day, base: item.from, contingent: c, ordered: ordered[c]!, left });
    }
  }

  private readPresent(base: number): void {
    const { contingents, present } = this.world;
    for (let c = 0; c < contingents; c++) this.present[c] = present[base * contingents + c]!;
  }

  private departureAt(index: number): Departure {
    const item = this.orders[index]!;
    if (item.kind !== 'departure') throw new Error('only a departure leaves a base');
    return item;
  }

  private readonly priorityOf = (index: number): number => this.departureAt(index).priority;

  private placeName(base: number): string {
    return base === OUTSIDE ? 'home' : this.compiled.baseKeys[base]!;
  }
}

function newProgress(contingents: number): Progress {
  return {
    ordered: new Int32Array(contingents),
    remaining: new Int32Array(contingents),
    missing: new Int32Array(contingents),
    sent: new Int32Array(contingents),
    parts: 0,
    left: 0,
    asked: 0,
    lastLeftDay: NaN,
  };
}

function isAll(persons: Departure['persons']): boolean {
  return 'kind' in persons && persons.kind === 'all';
}

function sum(values: Int32Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
