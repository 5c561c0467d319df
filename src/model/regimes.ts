import type { EventCalendar } from '../kernel/index.js';
import { openStream } from '../random/stream.js';
import type { ActorState } from './actor-state.js';
import type { Luck } from './attack-process.js';
import type { CompiledScenario } from './compile.js';
import { EventKind, Priority } from './event-kind.js';

/**
 * Which regime holds in each track. Within a track a new one replaces the old; the gate of an actor is the product over
 * tracks of the regime's gate, where the regime names it (model, sections 2 and 13).
 */
export class Regimes {
  private readonly compiled: CompiledScenario;
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;
  private readonly states: readonly ActorState[];
  private readonly current: Int32Array;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly calendar: EventCalendar;
    readonly values: Float64Array;
    readonly states: readonly ActorState[];
  }) {
    this.compiled = parts.compiled;
    this.calendar = parts.calendar;
    this.values = parts.values;
    this.states = parts.states;
    this.current = new Int32Array(this.compiled.tracks);
  }

  /** Draws which regimes come to pass and puts them into the calendar; one that began earlier holds from the start. */
  reset(luck: Luck): void {
    this.current.fill(-1);
    this.compiled.regimes.forEach((regime, index) => {
      const probability = this.values[regime.probability]!;
      if (probability < 1 && openStream({ ...luck, purpose: 'regime', entity: regime.name })() >= probability) return;
      if (regime.firstDay > this.compiled.horizonDays || regime.endDay <= 0) return;
      this.calendar.schedule(Math.max(0, regime.firstDay), Priority.regime, EventKind.regimeStart, index);
      if (regime.endDay <= this.compiled.horizonDays)
        this.calendar.schedule(regime.endDay, Priority.regime, EventKind.regimeEnd, index);
    });
  }

  start(index: number): void {
    this.current[this.compiled.regimes[index]!.track] = index;
    this.setGates();
  }

  /** A regime that another one has replaced has nothing left to end. */
  end(index: number): void {
    const { track } = this.compiled.regimes[index]!;
    if (this.current[track] === index) this.current[track] = -1;
    this.setGates();
  }

  /** Works the gates out again, truces that rules brought included. */
  setGates(): void {
    this.states.forEach((state, g) => {
      state.gate = state.truceGate;
      for (const index of this.current) {
        const regime = this.compiled.regimes[index];
        if (regime?.actors.includes(g)) state.gate *= this.values[regime.gate]!;
      }
    });
  }
}
