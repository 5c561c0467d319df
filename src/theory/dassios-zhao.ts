import type { HawkesProcess } from './hawkes-process.js';
import type { UniformSource } from './ogata-thinning.js';
import type { SquareMatrix } from './spectral-radius.js';

/**
 * The first arrival of a rate x e^{−βt}, in days, from one uniform: −ln D/β with D = 1 + β ln(u)/x. Infinity if D ≤ 0:
 * with probability e^{−x/β} it never comes.
 */
export function firstArrivalDays(
  { ratePerDay, decayPerDay }: { readonly ratePerDay: number; readonly decayPerDay: number },
  u: number,
): number {
  const left = (decayPerDay * Math.log(u)) / ratePerDay;
  return left > -1 ? -Math.log1p(left) / decayPerDay : Infinity;
}

export interface ComposedEvent {
  readonly day: number;
  /** λ just after the event, its own jump included, in events per day. */
  readonly intensityPerDay: number;
}

/**
 * An endless run of events without a bound and without rejection (Dassios and Zhao 2013, algorithm 3.1): the next is the
 * earlier of the first arrivals of the fading excitation and of the constant baseline. Each takes two uniforms in this
 * order, though the first says nothing while there is no excitation. Ends when nothing can happen any more.
 */
export function* dassiosZhaoEvents(
  { process, startExcitationPerDay = 0 }: { readonly process: HawkesProcess; readonly startExcitationPerDay?: number },
  next: UniformSource,
): Generator<ComposedEvent, void> {
  const { baselinePerDay, branching, decayPerDay } = process;
  let day = 0;
  let excitation = startExcitationPerDay;
  for (;;) {
    const provokedDays = firstArrivalDays({ ratePerDay: excitation, decayPerDay }, next());
    const waitDays = Math.min(provokedDays, -Math.log(next()) / baselinePerDay);
    if (waitDays === Infinity) return;
    day += waitDays;
    excitation = excitation * Math.exp(-decayPerDay * waitDays) + branching * decayPerDay;
    yield { day, intensityPerDay: baselinePerDay + excitation };
  }
}

/** λ_i = μ_i + Σ_j n_ij β_j e_j with e_j fading at β_j and growing at each event of j, by 1 as a rule: the decay belongs to the source. */
export interface Composition {
  readonly baselinePerDay: readonly number[];
  /** n: receiver row, source column. */
  readonly branching: SquareMatrix;
  /** β, one for each source. */
  readonly decayPerDay: readonly number[];
  /** e_j(0) in unit events. */
  readonly start: readonly number[];
  readonly horizonDays: number;
  /** By how much e_j rises at an event of j, asked once an event; 1 by default. */
  readonly riseOf?: (process: number) => number;
}

export interface NetworkEvent {
  readonly day: number;
  /** Whose event it is. */
  readonly process: number;
  /** The source that provoked it; left out for an event of the baseline. */
  readonly provokedBy?: number;
}

/**
 * The events of several processes in (0, T], ascending: the next is the earliest of the first arrivals of all baselines
 * together and of all that each source provokes, and falls on one receiver in proportion to μ_i or n_ij. Each takes one
 * uniform for each source and two more. It shares nothing with thinning, so each checks the other. With a spectral
 * radius of 1 or more the number of events may grow without limit.
 */
export function compositionEvents(composition: Composition, next: UniformSource): NetworkEvent[] {
  const { baselinePerDay, branching, decayPerDay, start, horizonDays, riseOf } = composition;
  const baseline = sum(baselinePerDay);
  const receivers = decayPerDay.map((_, source) => branching.map((row) => row[source] ?? 0));
  const excitation = [...start];
  const events: NetworkEvent[] = [];
  for (let day = 0; ;) {
    const provokedDays = decayPerDay.map((decay, source) => {
      const ratePerDay = sum(receivers[source]!) * decay * excitation[source]!;
      return firstArrivalDays({ ratePerDay, decayPerDay: decay }, next());
    });
    const waitDays = Math.min(-Math.log(next()) / baseline, ...provokedDays);
    day += waitDays;
    if (day > horizonDays || waitDays === Infinity) return events;
    const provokedBy = provokedDays.indexOf(waitDays);
    const process = pick(receivers[provokedBy] ?? baselinePerDay, next());
    events.push(provokedBy < 0 ? { day, process } : { day, process, provokedBy });
    for (const [source, decay] of decayPerDay.entries()) excitation[source]! *= Math.exp(-decay * waitDays);
    excitation[process]! += riseOf?.(process) ?? 1;
  }
}

function pick(weights: readonly number[], u: number): number {
  let left = u * sum(weights);
  const hit = weights.findIndex((weight) => (left -= weight) < 0);
  // Rounding alone can leave a remainder.
  return hit < 0 ? weights.findLastIndex((weight) => weight > 0) : hit;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
