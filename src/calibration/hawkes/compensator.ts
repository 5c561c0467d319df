import { PIECE_ENDS, WINDOW_OPENS, type EventTrack } from './event-track.js';
import type { HawkesModel } from './hawkes-model.js';

export interface Compensator {
  /** Λ_i(t) = ∫₀ᵗ λ_i at each of the receiver's own events within the window, by receiver. */
  readonly atEvents: readonly (readonly number[])[];
  /** Λ_i over the whole window: how many events the model expects given those before each instant. */
  readonly total: readonly number[];
}

/**
 * The integrated rates, in which a right model's events are those of a Poisson process of rate 1: the differences are
 * independent and exponential with mean 1 (time change; Ogata 1988). Time linear in the number of events.
 */
export function compensatorOf(model: HawkesModel, track: EventTrack): Compensator {
  const { baseline, branching, decay, fatalBoost, gates, history } = model;
  const { receivers, sources, gapDays, piece: pieces, source: happens, fatal } = track;
  const level = new Float64Array(sources);
  const total = Array.from({ length: receivers }, () => 0);
  const atEvents = total.map((): number[] => []);
  for (let k = 0; k < gapDays.length; k++) {
    const piece = pieces[k]!;
    const source = happens[k]!;
    if (piece >= 0) addGap(k, piece);
    for (let j = 0; j < sources; j++) level[j]! *= Math.exp(-decay[j]! * gapDays[k]!);
    if (source === WINDOW_OPENS) level.forEach((_, j) => (level[j]! += history?.[j] ?? 0));
    if (source === WINDOW_OPENS || source === PIECE_ENDS) continue;
    if (piece >= 0 && source < receivers) atEvents[source]!.push(total[source]!);
    level[source]! += 1 + fatal[k]! * (fatalBoost?.[source] ?? 0);
  }
  return { atEvents, total };

  function addGap(k: number, piece: number): void {
    for (let i = 0; i < receivers; i++) {
      let inner = baseline[piece]![i]! * gapDays[k]!;
      for (let j = 0; j < sources; j++) {
        inner -= branching[i]![j]! * level[j]! * Math.expm1(-decay[j]! * gapDays[k]!);
      }
      total[i]! += (gates?.[piece]?.[i] ?? 1) * inner;
    }
  }
}
