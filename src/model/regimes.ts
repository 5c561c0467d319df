import type { EventCalendar, EventHandle } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import { EventKind, Priority } from './event-kind.js';
import type { HappeningSink } from './happening.js';
import { openDated, type Luck } from './luck.js';
import { RegimeChains } from './regime-chains.js';
import { RegimeGrowth } from './regime-growth.js';

/**
 * Which regime holds in each track, and which state in each chain. Within a track a new one replaces the old; the gate
 * of an actor is the product over tracks and chains of what holds there, where it names the actor (model, section 2).
 */
export class Regimes {
  /** Days each regime has held, then each state of each chain. */
  readonly daysHeld: Float64Array;
  readonly growth: RegimeGrowth;
  sink: HappeningSink | undefined = undefined;
  private readonly compiled: CompiledScenario;
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;
  private readonly states: readonly { gate: number; turned: boolean; readonly truceGate: number }[];
  private readonly chains: RegimeChains;
  private readonly current: Int32Array;
  private readonly byFirstDay: readonly number[];
  private at = NaN;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly calendar: EventCalendar;
    readonly values: Float64Array;
    readonly states: readonly { gate: number; turned: boolean; readonly truceGate: number }[];
  }) {
    this.compiled = parts.compiled;
    this.calendar = parts.calendar;
    this.values = parts.values;
    this.states = parts.states;
    this.chains = new RegimeChains(parts);
    this.growth = new RegimeGrowth(parts);
    this.current = new Int32Array(this.compiled.tracks);
    const { regimes } = this.compiled;
    this.byFirstDay = regimes.map((_, index) => index).sort((a, b) => regimes[a]!.firstDay - regimes[b]!.firstDay);
    const chainStates = this.compiled.chains.reduce((sum, { states }) => sum + states.length, 0);
    this.daysHeld = new Float64Array(regimes.length + chainStates);
  }

  /**
   * Draws which regimes come to pass and puts them into the calendar; one that began earlier holds from the start.
   * `happens` tells whether the branch points let a regime come to pass.
   */
  reset(luck: Luck, happens: (regime: number) => boolean): void {
    this.current.fill(-1);
    this.daysHeld.fill(0);
    this.at = 0;
    for (const state of this.states) state.gate = 1;
    this.growth.reset();
    const begun: { readonly track: number; readonly events: readonly EventHandle[] }[] = [];
    // Of those that hold from the start the latest is the new one, in whatever order they are listed.
    for (const index of this.byFirstDay) {
      const regime = this.compiled.regimes[index]!;
      const probability = this.values[regime.probability]!;
      const draw = (): number => openDated(luck, { purpose: 'regime', entity: regime.name })(regime.firstDay);
      if (probability < 1 && draw() >= probability) continue;
      if (!happens(index)) continue;
      if (regime.firstDay > this.compiled.horizonDays) continue;
      if (regime.endDay <= 0) {
        // Over before the start, it had replaced those of its track that began before it.
        for (const { track, events } of begun)
          if (track === regime.track) for (const event of events) this.calendar.cancel(event);
        continue;
      }
      const first = Math.max(0, regime.firstDay);
      const events = [this.calendar.schedule(first, Priority.regime, EventKind.regimeStart, index)];
      if (regime.endDay <= this.compiled.horizonDays)
        events.push(this.calendar.schedule(regime.endDay, Priority.regime, EventKind.regimeEnd, index));
      begun.push({ track: regime.track, events });
    }
    this.chains.reset(luck);
  }

  start(index: number, day: number): void {
    this.settle(day);
    this.current[this.compiled.regimes[index]!.track] = index;
    this.setGates(day);
    this.sink?.({ kind: 'regime', day, name: this.compiled.regimes[index]!.name });
  }

  /** A regime that another one has replaced has nothing left to end. */
  end(index: number, day: number): void {
    this.settle(day);
    const { track } = this.compiled.regimes[index]!;
    const held = this.current[track] === index;
    if (held) this.current[track] = -1;
    this.setGates(day);
    if (held) this.sink?.({ kind: 'regimeEnd', day, name: this.compiled.regimes[index]!.name });
  }

  /** A chain begins or changes its state. */
  stepChain(index: number, day: number): void {
    this.settle(day);
    this.chains.step(index, day);
    this.setGates(day);
    this.sink?.({ kind: 'regime', day, name: this.chains.nameOf(index)! });
  }

  endChain(index: number, day: number): void {
    this.settle(day);
    const name = this.chains.nameOf(index);
    this.chains.end(index);
    this.setGates(day);
    if (name !== undefined) this.sink?.({ kind: 'regimeEnd', day, name });
  }

  /** Counts the days up to now for what holds; at the end of the replication too. */
  settle(day: number): void {
    const days = day - this.at;
    this.at = day;
    this.growth.settle(day);
    for (const index of this.current) if (index >= 0) this.daysHeld[index]! += days;
    this.compiled.chains.forEach(({ offset }, c) => {
      const state = this.chains.state[c]!;
      if (state >= 0) this.daysHeld[this.compiled.regimes.length + offset + state]! += days;
    });
  }

  /** Product over tracks of the activity of the regime that holds: what routine supply is multiplied by. */
  activity(): number {
    let product = 1;
    for (const index of this.current) {
      const regime = this.compiled.regimes[index];
      if (regime) product *= this.values[regime.activity]!;
    }
    return product;
  }

  /** Works the gates out again, truces that rules brought included. */
  setGates(day: number): void {
    this.states.forEach((state, g) => {
      state.gate = state.truceGate;
      for (const index of this.current) {
        const regime = this.compiled.regimes[index];
        if (regime?.actors.includes(g)) state.gate *= this.values[regime.gate]!;
      }
      this.compiled.chains.forEach((chain, c) => {
        const held = chain.states[this.chains.state[c]!];
        if (held && chain.actors.includes(g)) state.gate *= this.values[held.gate]!;
      });
    });
    for (const state of this.states) state.turned = true;
    this.growth.change(day, this.states, () => this.namesHeld().join(', '));
  }

  /** What holds now: `war`, `conflict: high`. */
  namesHeld(): string[] {
    const names = [...this.current].flatMap((index) => this.compiled.regimes[index]?.name ?? []);
    return [...names, ...this.compiled.chains.flatMap((_, c) => this.chains.nameOf(c) ?? [])];
  }
}
