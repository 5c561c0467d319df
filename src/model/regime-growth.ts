import { growthPerDay } from '../theory/network-counts.js';
import type { CompiledScenario } from './compile.js';
import { growthUnder } from './regime-gates.js';

/** A stretch of days in which regimes keep every generation of attacks at least as large as the last. */
export interface Stretch {
  readonly days: number;
  /** ∫ g dt over it: attacks that one another provoke multiply by e to this. */
  readonly exponent: number;
  /** The regimes that held when growth was fastest. */
  readonly names: string;
}

const none: Stretch = { days: 0, exponent: 0, names: '' };

/**
 * How long the regimes of one replication stood at or above criticality, and by how much attacks could grow meanwhile:
 * e^{gL}, the largest over unbroken stretches (model, section 3).
 */
export class RegimeGrowth {
  /** Days at or above criticality, all stretches together. */
  days = NaN;
  /** The stretch with the largest growth. */
  worst: Stretch = none;
  private current: Stretch = none;
  private at = NaN;
  /** g now, per day; below 0 under criticality. */
  private rate = NaN;
  private names = '';
  private fastest = NaN;
  private readonly known = new Map<string, number>();
  private readonly compiled: CompiledScenario;
  private readonly values: Float64Array;

  constructor(parts: { readonly compiled: CompiledScenario; readonly values: Float64Array }) {
    this.compiled = parts.compiled;
    this.values = parts.values;
  }

  reset(): void {
    this.days = 0;
    this.worst = this.current = none;
    this.at = 0;
    this.rate = -1;
    this.known.clear();
  }

  settle(day: number): void {
    const days = day - this.at;
    this.at = day;
    // One regime may end and the next begin at one instant: only days under criticality break a stretch.
    if (days === 0) return;
    if (this.rate < 0) {
      this.current = none;
      return;
    }
    this.days += days;
    const { current } = this;
    const fastest = current === none || this.rate > this.fastest;
    if (fastest) this.fastest = this.rate;
    this.current = {
      days: current.days + days,
      exponent: current.exponent + this.rate * days,
      names: fastest ? this.names : current.names,
    };
    if (this.worst === none || this.current.exponent > this.worst.exponent) this.worst = this.current;
  }

  /** The gates have changed on the day, up to which everything is settled. */
  change(day: number, states: readonly { readonly gate: number }[], names: () => string): void {
    this.at = day;
    // At gates up to 1 every draw of the parameters is below criticality: others are drawn again.
    this.rate = states.some(({ gate }) => gate > 1) ? this.growth(states.map(({ gate }) => gate)) : -1;
    if (this.rate >= 0) this.names = names();
  }

  private growth(gates: readonly number[]): number {
    const key = gates.join(' ');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const growth = growthPerDay(growthUnder(this.compiled, this.values, gates));
    this.known.set(key, growth);
    return growth;
  }
}
