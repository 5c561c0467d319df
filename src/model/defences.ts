import type { EventCalendar } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import type { CompiledDefence } from './compile-severity.js';
import { EventKind, Priority } from './event-kind.js';
import type { AttackMarks } from './marks.js';
import { purpose } from './marks.js';

/** Which bases have air defence now, what it stops, and what that makes attackers choose. */
export class Defences {
  private readonly compiled: CompiledScenario;
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;
  /** p_int(b, m) at b * modes + m, and C by base; 0 where none works. */
  private readonly stops: Float64Array;
  private readonly rounds: Float64Array;
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
    this.stops = new Float64Array(this.compiled.baseKeys.length * this.modes);
    this.rounds = new Float64Array(this.compiled.baseKeys.length);
    this.shares = new Float64Array(this.compiled.actors.length * this.modes);
  }

  /** Air defence that is there from the start works; what comes later is put into the calendar. */
  reset(): void {
    this.stops.fill(0);
    this.rounds.fill(0);
    this.compiled.airDefences.forEach(({ sinceDay }, base) => {
      if (sinceDay === 0) this.arrive(base);
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

  /** What the scenario gives a base by date begins to work. */
  arrive(base: number): void {
    this.install(base, this.compiled.airDefences[base]!);
  }

  /** Air defence comes to a base. Of what is there already the better stays; the two do not add up. */
  install(base: number, { interception, capacityRounds }: CompiledDefence): void {
    interception.forEach((slot, mode) => {
      const at = base * this.modes + mode;
      if (slot >= 0) this.stops[at] = Math.max(this.stops[at]!, this.values[slot]!);
    });
    if (capacityRounds >= 0) this.rounds[base] = Math.max(this.rounds[base]!, this.values[capacityRounds]!);
  }

  /** p_int(b, m); 0 on the road (`base` −1) and before it works. */
  interception(base: number, mode: number): number {
    return base < 0 ? 0 : this.stops[base * this.modes + mode]!;
  }

  /** C: rounds of one attack that can be engaged. */
  capacityRounds(base: number): number {
    return base < 0 ? 0 : this.rounds[base]!;
  }

  /** AD_b = Σ_m π_gm p_int(b, m). */
  meanInterception(actor: number, base: number): number {
    let sum = 0;
    for (let m = 0; m < this.modes; m++) sum += this.shares[actor * this.modes + m]! * this.interception(base, m);
    return sum;
  }

  /** Whether attackers have more modes than one to choose from. */
  get hasModes(): boolean {
    return this.modes > 1;
  }

  /** P(m | g, b) ∝ π_gm exp(−χ p_int(b, m)) with χ the actor's aversion, by racing exponentials named by attack and mode. */
  chooseMode(
    attack: { readonly actor: number; readonly base: number; readonly interceptionAversion: number },
    marks: AttackMarks,
  ): number {
    const { actor, base, interceptionAversion: aversion } = attack;
    if (this.modes === 1) return 0;
    let chosen = 0;
    let first = Infinity;
    for (let m = 0; m < this.modes; m++) {
      const weight = this.shares[actor * this.modes + m]! * Math.exp(-aversion * this.interception(base, m));
      if (weight === 0) continue;
      const arrival = -Math.log(marks.at(purpose.mode, m)) / weight;
      if (!(arrival < first)) continue;
      chosen = m;
      first = arrival;
    }
    return chosen;
  }
}
