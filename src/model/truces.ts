import { NO_EVENT, type EventCalendar, type EventHandle } from '../kernel/index.js';
import type { ActorState } from './actor-state.js';
import type { CompiledRule, TruceAction } from './compile-rules.js';
import { EventKind, Priority } from './event-kind.js';
import { openDated, type DatedUniform, type Luck } from './luck.js';

/** Truces that rules brought, at most one for each rule: they begin, end by themselves, and may be broken by strikes. */
export class Truces {
  private readonly rules: readonly CompiledRule[];
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;
  private readonly states: readonly ActorState[];
  private readonly current: (TruceAction | undefined)[];
  private readonly ends: EventHandle[];
  private streams: DatedUniform[] = [];

  constructor(parts: {
    readonly rules: readonly CompiledRule[];
    readonly calendar: EventCalendar;
    readonly values: Float64Array;
    readonly states: readonly ActorState[];
  }) {
    this.rules = parts.rules;
    this.calendar = parts.calendar;
    this.values = parts.values;
    this.states = parts.states;
    this.current = parts.rules.map(() => undefined);
    this.ends = parts.rules.map(() => NO_EVENT);
  }

  reset(luck: Luck): void {
    this.current.fill(undefined);
    this.ends.fill(NO_EVENT);
    this.streams = this.rules.map(({ name }) => openDated(luck, { purpose: 'rule/break', entity: name }));
  }

  /** A truce begins; one of the same rule that still holds is replaced. */
  begin(rule: number, action: TruceAction, day: number): void {
    this.calendar.cancel(this.ends[rule]!);
    this.current[rule] = action;
    const end = day + this.values[action.forDays]!;
    this.ends[rule] = this.calendar.schedule(end, Priority.regime, EventKind.truceEnd, rule);
    this.setGates();
  }

  end(rule: number): void {
    this.calendar.cancel(this.ends[rule]!);
    this.current[rule] = undefined;
    this.setGates();
  }

  /** A strike breaks each truce that holds with its probability. Tells which it broke. */
  struck(day: number): number[] {
    const broken: number[] = [];
    this.current.forEach((truce, rule) => {
      if (truce && this.streams[rule]!(day) < this.values[truce.brokenByStrike]!) broken.push(rule);
    });
    for (const rule of broken) this.end(rule);
    return broken;
  }

  private setGates(): void {
    this.states.forEach((state, g) => {
      state.truceGate = 1;
      for (const truce of this.current) if (truce?.actors.includes(g)) state.truceGate *= this.values[truce.gate]!;
    });
  }
}
