import type { Uniform } from '../../random/stream.js';
import { compositionEvents } from '../../theory/index.js';
import type { HawkesModel } from '../hawkes/hawkes-model.js';

/** A simulated attack: when, in days from the window's start, and by which receiver of the process. */
export interface SimulatedAttack {
  readonly day: number;
  readonly receiver: number;
  /** Whether it killed: it then excites by 1 + fatalBoost. */
  readonly killed: boolean;
}

/**
 * One path of a fitted process over a window, piece by piece, by the composition of first arrivals (Dassios and Zhao
 * 2013): within a piece baseline and gates are constant, so no bound is needed. Sources beyond the receivers only fade. An
 * attack kills with the chance of its receiver, 0 by default.
 */
export function simulateProcess(
  {
    model,
    windowDays,
    fatalShare,
  }: {
    readonly model: HawkesModel;
    readonly windowDays: number;
    readonly fatalShare?: readonly number[] | undefined;
  },
  next: Uniform,
): SimulatedAttack[] {
  const { starts, baseline, branching, decay, fatalBoost, gates, history } = model;
  const attacks: SimulatedAttack[] = [];
  let excitation = decay.map((_, j) => history?.[j] ?? 0);
  starts.forEach((start, piece) => {
    if (start >= windowDays) return;
    const lengthDays = Math.min(starts[piece + 1] ?? windowDays, windowDays) - start;
    const gate = branching.map((_, i) => gates?.[piece]?.[i] ?? 1);
    const killed: boolean[] = [];
    const events = compositionEvents(
      {
        baselinePerDay: gate.map((factor, i) => factor * baseline[piece]![i]!),
        branching: branching.map((row, i) => row.map((entry) => gate[i]! * entry)),
        decayPerDay: decay,
        start: excitation,
        horizonDays: lengthDays,
        riseOf: (process) => {
          const share = fatalShare?.[process] ?? 0;
          // Where nothing kills no chance is spent on it.
          const kills = share > 0 && next() < share;
          killed.push(kills);
          return riseOf(process, kills);
        },
      },
      next,
    );
    excitation = excitation.map((level, j) =>
      events.reduce(
        (sum, { day, process }, k) =>
          process === j ? sum + riseOf(j, killed[k]!) * Math.exp(-decay[j]! * (lengthDays - day)) : sum,
        level * Math.exp(-decay[j]! * lengthDays),
      ),
    );
    events.forEach(({ day, process }, k) => attacks.push({ day: start + day, receiver: process, killed: killed[k]! }));
  });
  return attacks;

  function riseOf(source: number, kills: boolean): number {
    return kills ? 1 + (fatalBoost?.[source] ?? 0) : 1;
  }
}
