import type { EventCalendar } from '../kernel/index.js';
import { OUTSIDE, type Departure } from './compile-plan.js';
import type { CompiledScenario } from './compile.js';
import { convoyHazardPerDay } from './convoy-hazard.js';
import { EventKind, Priority } from './event-kind.js';
import { orderOf } from './group-identity.js';
import { byContingent, type HappeningSink } from './happening.js';
import type { MovementListener } from './movement-listener.js';
import { sumPersons } from './sum-persons.js';
import { Status, type World } from './world.js';

/** People who go from one place to another: a group sets out, is on the way, and arrives. */
export class Travel {
  /** Day on which people last left a base by order; NaN where nobody did. */
  lastDepartureDay = NaN;
  sink: HappeningSink | undefined = undefined;
  private readonly compiled: CompiledScenario;
  private readonly world: World;
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;
  private readonly listener: MovementListener;

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
  }

  reset(): void {
    this.lastDepartureDay = NaN;
  }

  /** Persons of each contingent leave by an order; `identity` names the group in draws. */
  setOut(
    item: Departure,
    { group, identity, day }: { readonly group: Int32Array; readonly identity: number; readonly day: number },
  ): void {
    const { world } = this;
    const persons = sumPersons(group);
    if (persons === 0) return;
    this.lastDepartureDay = day;
    world.accrue(day);
    const share = persons / world.stationed;
    for (let c = 0; c < world.contingents; c++) world.enter(item.from, c, -group[c]!);
    this.sink?.({
      kind: 'departure',
      day,
      base: this.compiled.baseKeys[item.from]!,
      toBase: this.placeName(item.to),
      persons,
      name: item.label,
      order: orderOf(identity),
      convoy: identity,
      byRoad: item.byRoad,
      share,
      personsOf: byContingent(group, this.compiled.contingentKeys),
    });
    this.listener.departed({ share, home: item.to === OUTSIDE });
    this.listener.populationChanged(item.from);
    const days = this.transitDays(item);
    if (days === 0) {
      this.put(group, item.to);
      this.sink?.({ kind: 'arrival', day, toBase: this.placeName(item.to), persons, convoy: identity });
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

  /** People on the way reach their base, or home. */
  arrive(convoyIndex: number, day: number): void {
    const { world } = this;
    const convoy = world.convoys[convoyIndex]!;
    world.accrue(day);
    world.arrive(convoyIndex);
    this.put(convoy.counts, convoy.to);
    if (convoy.byRoad) this.listener.convoysChanged();
    this.sink?.({
      kind: 'arrival',
      day,
      toBase: this.placeName(convoy.to),
      persons: convoy.persons,
      convoy: convoy.identity,
    });
  }

  /** Persons of each contingent come to a base from outside, at once. Returns how many they are. */
  comeIn(base: number, day: number, personsOf: (contingent: number) => number): number {
    const { world } = this;
    world.accrue(day);
    let persons = 0;
    for (let c = 0; c < world.contingents; c++) {
      const count = personsOf(c);
      world.enter(base, c, count);
      world.goOutside(c, -count);
      persons += count;
    }
    // Where nobody comes a base that was left stays left.
    if (persons > 0) this.settleIn(base);
    return persons;
  }

  transitDays(item: Departure): number {
    if (item.transitDays >= 0) return this.values[item.transitDays]!;
    return item.byRoad ? this.values[this.compiled.convoys.transitDays]! : 0;
  }

  private hazard(persons: number, routeFactor: number): number {
    return convoyHazardPerDay(this.compiled, { values: this.values, persons, routeFactor });
  }

  private put(counts: Int32Array, to: number): void {
    for (let c = 0; c < counts.length; c++) {
      if (to === OUTSIDE) this.world.goOutside(c, counts[c]!);
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

  /** Key of a base, or `home`. */
  placeName(base: number): string {
    return base === OUTSIDE ? 'home' : this.compiled.baseKeys[base]!;
  }
}
