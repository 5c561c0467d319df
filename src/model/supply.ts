import { NO_EVENT, type EventCalendar, type EventHandle } from '../kernel/index.js';
import { keyOf } from '../random/mark.js';
import { openStream } from '../random/stream.js';
import { OUTSIDE } from './compile-plan.js';
import type { CompiledScenario, CompiledSupply } from './compile.js';
import { convoyHazardPerDay } from './convoy-hazard.js';
import { EventKind, Priority } from './event-kind.js';
import type { HappeningSink } from './happening.js';
import { firstLuck, type Luck } from './luck.js';
import { openMeasure, PoissonMeasure } from './poisson-measure.js';
import { Status, type World } from './world.js';

/** Multiplies the rate of supply: of one base, or of all where none is named. Factors of different sources multiply. */
export interface SupplyFactor {
  /** Who sets it: `regimes`, `rules`. Setting it again replaces what that source set before. */
  readonly source: string;
  /** Index of the base; absent for all. */
  readonly base?: number;
  /** At least 0. */
  readonly factor: number;
}

/**
 * Routine supply: for each base where personnel are, convoys set out at a rate, come from outside and go back. They are
 * thinned from a Poisson measure of (seed, replication, base), so a base added or a factor changed shifts nobody else's.
 * Supply has run before the start: convoys that set out then are on the road.
 */
export class Supply {
  /** Convoys that set out within the replication. */
  convoys = 0;
  sink: HappeningSink | undefined = undefined;
  private readonly compiled: CompiledScenario;
  private readonly supply: CompiledSupply;
  private readonly world: World;
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;
  private readonly convoysChanged: () => void;
  private readonly measures: PoissonMeasure[] = [];
  private readonly pending: EventHandle[] = [];
  private readonly rates: Float64Array;
  /** Factors of each source by base. */
  private readonly factors = new Map<string, Float64Array>();

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly supply: CompiledSupply;
    readonly world: World;
    readonly calendar: EventCalendar;
    readonly values: Float64Array;
    readonly convoysChanged: () => void;
  }) {
    this.compiled = parts.compiled;
    this.supply = parts.supply;
    this.world = parts.world;
    this.calendar = parts.calendar;
    this.values = parts.values;
    this.convoysChanged = parts.convoysChanged;
    this.rates = new Float64Array(this.world.bases);
  }

  /** Starts a replication: garrisons must be in place. */
  reset(luck: Luck): void {
    this.convoys = 0;
    this.factors.clear();
    this.rates.fill(0);
    const onRoad = this.values[this.supply.transitDays]!;
    this.compiled.baseKeys.forEach((key, base) => {
      this.measures[base] = openMeasure(luck, { purpose: 'supply', entity: key });
      this.pending[base] = NO_EVENT;
      const before = new PoissonMeasure((strip) =>
        openStream({ ...firstLuck(luck), purpose: 'supply before the start', entity: `${key}/${strip}` }),
      );
      const rate = this.rateOf(base);
      before.cover(rate, 0);
      for (; before.nextDay < onRoad; before.advance()) {
        const identity = keyOf(`supply before the start/${key}/${before.nextIdentity}`);
        if (before.nextHeight <= rate) this.putOnRoad({ base, identity, returnDay: onRoad - before.nextDay });
      }
    });
    this.convoysChanged();
    this.refresh(0);
  }

  /** Multiplies the rate of one base or all from now on; {@link refresh} must follow at the same instant. */
  setSupplyFactor({ source, base, factor }: SupplyFactor): void {
    if (!(factor >= 0)) throw new RangeError(`supply factor must be at least 0, got ${factor}`);
    const factors = this.factors.get(source) ?? new Float64Array(this.world.bases).fill(1);
    if (base === undefined) factors.fill(factor);
    else factors[base] = factor;
    this.factors.set(source, factors);
  }

  /** After a change of who is where or of a factor: looks at the measures as high as the new rates need. */
  refresh(day: number): void {
    for (let base = 0; base < this.rates.length; base++) {
      const rate = this.rateOf(base);
      if (rate === this.rates[base]) continue;
      this.rates[base] = rate;
      this.measures[base]!.cover(rate, day);
      this.scheduleNext(base);
    }
  }

  /** Whether the candidate of a base that is due is a convoy. */
  isDue(base: number): boolean {
    return this.measures[base]!.nextHeight <= this.rates[base]!;
  }

  /** Goes on from a candidate that is none. */
  passOver(base: number): void {
    this.measures[base]!.advance();
    this.scheduleNext(base);
  }

  /** A convoy for a base sets out from outside. */
  setOut(base: number, day: number): void {
    const identity = keyOf(`supply/${this.compiled.baseKeys[base]!}/${this.measures[base]!.nextIdentity}`);
    this.convoys++;
    this.world.accrue(day);
    this.putOnRoad({ base, identity, returnDay: day + this.values[this.supply.transitDays]! });
    this.passOver(base);
    this.convoysChanged();
    this.tell('supplySetOut', base, day);
  }

  /** A convoy is outside again. */
  comeBack(index: number, day: number): void {
    const { world } = this;
    const convoy = world.convoys[index]!;
    const { supplies } = convoy;
    world.accrue(day);
    world.arrive(index);
    world.goOutside(this.supply.contingent, convoy.persons);
    this.convoysChanged();
    this.tell('supplyReturn', supplies, day);
  }

  private putOnRoad(of: { readonly base: number; readonly identity: number; readonly returnDay: number }): void {
    const { world, values, supply } = this;
    const persons = Math.round(values[supply.personsPerConvoy]!);
    const routeFactor = values[supply.routeFactor]!;
    const { index, convoy } = world.newConvoy({ supplies: of.base });
    world.goOutside(supply.contingent, -persons);
    convoy.counts[supply.contingent] = persons;
    convoy.persons = persons;
    convoy.to = OUTSIDE;
    convoy.byRoad = true;
    convoy.identity = of.identity;
    convoy.routeFactor = routeFactor;
    convoy.hazard = convoyHazardPerDay(this.compiled, { values, persons, routeFactor });
    world.setOut(index);
    this.calendar.schedule(of.returnDay, Priority.arrival, EventKind.supplyReturn, index);
  }

  private rateOf(base: number): number {
    if (this.world.status[base] !== Status.hosting || this.world.atBase[base] === 0) return 0;
    let rate = this.values[this.supply.convoysPerBaseDay]!;
    for (const factors of this.factors.values()) rate *= factors[base]!;
    return rate;
  }

  private scheduleNext(base: number): void {
    const handle = this.pending[base]!;
    const next = this.measures[base]!.nextDay;
    const pending = this.calendar.isPending(handle);
    if (next > this.compiled.horizonDays) {
      if (pending) this.calendar.cancel(handle);
    } else if (!pending)
      this.pending[base] = this.calendar.schedule(next, Priority.departure, EventKind.supplyCandidate, base);
    else if (this.calendar.timeOf(handle) !== next) this.calendar.reschedule(handle, next);
  }

  private tell(kind: 'supplySetOut' | 'supplyReturn', base: number, day: number): void {
    const persons = Math.round(this.values[this.supply.personsPerConvoy]!);
    this.sink?.({ kind, day, persons, name: `supply of ${this.compiled.baseKeys[base]!}` });
  }
}

/**
 * h̄ of the stability condition: the mean of Σ_k h_k over routine supply, attacks per day at reference intensity, with
 * every base supplied that can host at any time. 0 without supply.
 */
export function supplyHazardPerDay(compiled: CompiledScenario, values: ArrayLike<number>): number {
  const { supply } = compiled;
  if (!supply) return 0;
  const persons = Math.round(values[supply.personsPerConvoy]!);
  const onRoad = supply.mostBases * values[supply.convoysPerBaseDay]! * values[supply.transitDays]!;
  return onRoad * convoyHazardPerDay(compiled, { values, persons, routeFactor: values[supply.routeFactor]! });
}
