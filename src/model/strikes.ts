import type { EventCalendar } from '../kernel/index.js';
import type { AttackProcess } from './attack-process.js';
import type { CompiledScenario } from './compile.js';
import { EventKind, Priority } from './event-kind.js';
import type { HappeningSink } from './happening.js';
import { openDated, type Luck } from './luck.js';
import type { Regimes } from './regimes.js';
import type { Rules } from './rules.js';
import type { Truces } from './truces.js';

/** Strikes by the coalition, by date or by a rule: each feeds its source, deters, may break truces, and ends the days without one. */
export class Strikes {
  sink: HappeningSink | undefined = undefined;
  private readonly compiled: CompiledScenario;
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;
  private readonly process: AttackProcess;
  private readonly regimes: Regimes;
  private readonly rules: Rules;
  private readonly truces: Truces;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly calendar: EventCalendar;
    readonly values: Float64Array;
    readonly process: AttackProcess;
    readonly regimes: Regimes;
    readonly rules: Rules;
    readonly truces: Truces;
  }) {
    this.compiled = parts.compiled;
    this.calendar = parts.calendar;
    this.values = parts.values;
    this.process = parts.process;
    this.regimes = parts.regimes;
    this.rules = parts.rules;
    this.truces = parts.truces;
  }

  /** Puts those that come to pass into the calendar; of those before the start takes what is left of them. */
  reset(luck: Luck): void {
    this.compiled.strikes.forEach((strike, index) => {
      const probability = this.values[strike.probability]!;
      const draw = (): number => openDated(luck, { purpose: 'strike', entity: strike.name })(strike.day);
      if (probability < 1 && draw() >= probability) return;
      if (strike.day < 0) {
        const magnitude = this.values[strike.magnitude]!;
        this.process.strike(magnitude, -strike.day);
        this.sink?.({ kind: 'strike', day: strike.day, name: strike.name, magnitude });
        this.rules.struckBefore(strike.day);
      } else this.calendar.schedule(strike.day, Priority.strike, EventKind.strike, index);
    });
  }

  /** A strike by date. */
  fall(index: number, day: number): void {
    const { name, magnitude } = this.compiled.strikes[index]!;
    this.happen({ day, name, magnitude: this.values[magnitude]! });
  }

  happen({ day, magnitude, name }: { readonly day: number; readonly magnitude: number; readonly name: string }): void {
    this.process.strike(magnitude);
    this.sink?.({ kind: 'strike', day, name, magnitude });
    for (const rule of this.truces.struck(day))
      this.sink?.({ kind: 'truceBroken', day, name: this.compiled.rules[rule]!.name });
    this.regimes.setGates(day);
    this.rules.struck(day);
  }
}
