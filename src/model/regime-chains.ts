import type { EventCalendar } from '../kernel/index.js';
import type { CompiledChain, CompiledChainState, Stay } from './compile-regimes.js';
import type { CompiledScenario } from './compile.js';
import { endOfWait, gammaWait } from './dated-wait.js';
import { EventKind, Priority } from './event-kind.js';
import { openBoth, type Luck, type Past } from './luck.js';

/**
 * Semi-Markov chains of regimes: a state holds for a Gamma time, then another follows by weight. Every chain draws from a
 * stream of its name, one uniform for each stay and one for each choice, in that order.
 */
export class RegimeChains {
  /** State that holds in each chain; -1 where none does. */
  readonly state: Int32Array;
  private readonly chains: readonly CompiledChain[];
  private readonly horizonDays: number;
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;
  private readonly streams: (() => readonly [early: number, late: number])[] = [];
  private past: Past | undefined = undefined;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly calendar: EventCalendar;
    readonly values: Float64Array;
  }) {
    this.chains = parts.compiled.chains;
    this.horizonDays = parts.compiled.horizonDays;
    this.calendar = parts.calendar;
    this.values = parts.values;
    this.state = new Int32Array(this.chains.length);
  }

  reset(luck: Luck): void {
    this.state.fill(-1);
    this.past = luck.past;
    this.chains.forEach((chain, index) => {
      this.streams[index] = openBoth(luck, { purpose: 'regimeChain', entity: chain.name });
      this.calendar.schedule(chain.firstDay, Priority.regime, EventKind.chainStep, index);
      if (chain.endDay <= this.horizonDays)
        this.calendar.schedule(chain.endDay, Priority.regime, EventKind.chainEnd, index);
    });
  }

  /** The chain begins, or goes on to its next state, and draws how long it stays there. */
  step(index: number, day: number): void {
    const chain = this.chains[index]!;
    const left = chain.states[this.state[index]!];
    const next = left ? this.chooseNext(left, this.uniformOn(index, day)) : chain.start;
    // Where a draw of the weights leaves every state with 0, none follows.
    if (next < 0) return;
    this.state[index] = next;
    const { stay } = chain.states[next]!;
    if (!stay) return;
    const parameters = gammaOf(stay, this.values);
    const law = gammaWait(parameters);
    const leaves = endOfWait({ day, draws: this.streams[index]!(), past: this.past, law });
    if (leaves < chain.endDay && leaves <= this.horizonDays)
      this.calendar.schedule(leaves, Priority.regime, EventKind.chainStep, index);
  }

  end(index: number): void {
    this.state[index] = -1;
  }

  /** "conflict: war"; undefined where the chain is over. */
  nameOf(index: number): string | undefined {
    const chain = this.chains[index]!;
    const state = chain.states[this.state[index]!];
    return state && `${chain.name}: ${state.key}`;
  }

  private uniformOn(index: number, day: number): number {
    const [early, late] = this.streams[index]!();
    return this.past && day < this.past.day ? early : late;
  }

  private chooseNext({ next }: CompiledChainState, u: number): number {
    const total = next.reduce((sum, { weight }) => sum + this.values[weight]!, 0);
    let left = u * total;
    let chosen = -1;
    for (const { state, weight } of next) {
      if (this.values[weight] === 0) continue;
      chosen = state;
      left -= this.values[weight]!;
      if (left < 0) break;
    }
    return chosen;
  }
}

/** Shape and scale in days of a stay, with the replication's numbers. */
export function gammaOf(stay: Stay, values: ArrayLike<number>): { shape: number; scale: number } {
  if (stay.kind === 'shapeScale') return { shape: values[stay.shape]!, scale: values[stay.scale]! };
  const [mean, sd] = [values[stay.mean]!, values[stay.sd]!];
  return { shape: (mean / sd) ** 2, scale: (sd * sd) / mean };
}
