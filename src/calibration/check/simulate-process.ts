import type { Uniform } from '../../random/stream.js';
import { compositionEvents } from '../../theory/index.js';
import type { HawkesModel } from '../hawkes/hawkes-model.js';

/** A simulated attack: when, in days from the window's start, and by which receiver of the process. */
export interface SimulatedAttack {
  readonly day: number;
  readonly receiver: number;
}

/**
 * One path of a fitted process over a window, piece by piece, by the composition of first arrivals (Dassios and Zhao
 * 2013): within a piece baseline and gates are constant, so no bound is needed. Sources beyond the receivers only fade.
 */
export function simulateProcess(
  { model, windowDays }: { readonly model: HawkesModel; readonly windowDays: number },
  next: Uniform,
): SimulatedAttack[] {
  const { starts, baseline, branching, decay, gates, history } = model;
  const attacks: SimulatedAttack[] = [];
  let excitation = decay.map((_, j) => history?.[j] ?? 0);
  starts.forEach((start, piece) => {
    if (start >= windowDays) return;
    const lengthDays = Math.min(starts[piece + 1] ?? windowDays, windowDays) - start;
    const gate = branching.map((_, i) => gates?.[piece]?.[i] ?? 1);
    const events = compositionEvents(
      {
        baselinePerDay: gate.map((factor, i) => factor * baseline[piece]![i]!),
        branching: branching.map((row, i) => row.map((entry) => gate[i]! * entry)),
        decayPerDay: decay,
        start: excitation,
        horizonDays: lengthDays,
      },
      next,
    );
    excitation = excitation.map((level, j) =>
      events.reduce(
        (sum, { day, process }) => (process === j ? sum + Math.exp(-decay[j]! * (lengthDays - day)) : sum),
        level * Math.exp(-decay[j]! * lengthDays),
      ),
    );
    for (const { day, process } of events) attacks.push({ day: start + day, receiver: process });
  });
  return attacks;
}
