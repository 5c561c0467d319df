import type { EventCalendar } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import { EventKind, Priority } from './event-kind.js';
import type { AttackMarks } from './marks.js';
import { purpose } from './marks.js';

/** Which bases have air defence now, what it stops, and what that makes attackers choose. */
export class Defences {
  private readonly compiled: CompiledScenario;
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;
  private readonly works: Uint8Array;
  /** π_gm at g * modes + m, scaled to add up to 1. */
  private readonly shares: Float64Array;
  private readonly modes: number;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly calendar: EventCalendar;
    readonly values: Float64Array;
  }) {
    this.compiled = parts.compiled;
    this.calendar = parts.calendar;
    this.values = parts.values;
    this.modes = this.compiled.modeKeys.length;
    this.works = new Uint8Array(this.compiled.baseKeys.length);
    this.shares = new Float64Array(this.compiled.actors.length * this.modes);
  }

  /** Air defence that is there from the start works; what comes later is put into the calendar. */
  reset(): void {
    this.compiled.airDefences.forEach(({ sinceDay }, base) => {
      this.works[base] = sinceDay === 0 ? 1 : 0;
      if (sinceDay > 0 && sinceDay <= this.compiled.horizonDays) {
        this.calendar.schedule(sinceDay, Priority.hardening, EventKind.airDefence, base);
      }
    });
    this.compiled.actors.forEach(({ modeShares }, g) => {
      let total = 0;
      modeShares.forEach((slot, m) => {
        const share = slot < 0 ? 0 : this.values[slot]!;
        this.shares[g * this.modes + m] = share;
        total += share;
      });
      for (let m = 0; m < this.modes; m++) {
        const at = g * this.modes + m;
        this.shares[at] = total > 0 ? this.shares[at]! / total : m === 0 ? 1 : 0;
      }
    });
  }

  arrive(base: number): void {
    this.works[base] = 1;
  }

  /** p_int(b, m); 0 on the road (`base` −1) and before it works. */
  interception(base: number, mode: number): number {
    if (base < 0 || this.works[base] === 0) return 0;
    const slot = this.compiled.airDefences[base]!.interception[mode]!;
    return slot < 0 ? 0 : this.values[slot]!;
  }

  /** C: rounds of one attack that can be engaged. */
  capacityRounds(base: number): number {
    if (base < 0 || this.works[base] === 0) return 0;
    return this.values[this.compiled.airDefences[base]!.capacityRounds]!;
  }

  /** AD_b = Σ_m π_gm p_int(b, m). */
  meanInterception(actor: number, base: number): number {
    if (this.works[base] === 0) return 0;
    let sum = 0;
    for (let m = 0; m < this.modes; m++) sum += this.shares[actor * this.modes + m]! * this.interception(base, m);
    return sum;
  }

  /** P(m | g, b) ∝ π_gm exp(−χ p_int(b, m)), by racing exponentials named by attack and mode. */
  chooseMode(choice: {
    readonly actor: number;
    readonly base: number;
    readonly aversion: number;
    readonly marks: AttackMarks;
  }): number {
    const { actor, base, aversion, marks } = choice;
    if (this.modes === 1) return 0;
    let chosen = 0;
    let first = Infinity;
    for (let m = 0; m < this.modes; m++) {
      const weight = this.shares[actor * this.modes + m]! * Math.exp(-aversion * this.interception(base, m));
      if (weight === 0) continue;
      const arrival = -Math.log(marks.at(purpose.mode, m)) / weight;
      if (arrival < first) [chosen, first] = [m, arrival];
    }
    return chosen;
  }
}
