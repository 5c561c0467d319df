import { PIECE_ENDS, WINDOW_OPENS, type EventTrack } from './event-track.js';
import type { HawkesModel } from './hawkes-model.js';

/** A model's numbers in flat arrays, as a search moves them: rows of `sources` for branching, of `receivers` for the rest. */
export interface HawkesNumbers {
  readonly baseline: Float64Array;
  readonly branching: Float64Array;
  readonly decay: Float64Array;
  readonly gates: Float64Array;
  readonly history: Float64Array;
}

/** Derivatives of the log-likelihood by each number, in the arrays of {@link HawkesNumbers}. */
export type HawkesSlopes = Pick<HawkesNumbers, 'baseline' | 'branching' | 'decay'>;

/** Σ log λ at the events of the receivers within the window, less ∫λ over it. −Infinity where an event could not be. */
export function logLikelihood(model: HawkesModel, track: EventTrack): number {
  return logLikelihoodOf(numbersOf(model), track);
}

/** The log-likelihood with its derivatives by every number of the model; the gates and the history are not moved. */
export function logLikelihoodGradient(
  model: HawkesModel,
  track: EventTrack,
): { readonly logLikelihood: number; readonly slopes: HawkesSlopes } {
  const numbers = numbersOf(model);
  const slopes = noSlopes(numbers);
  return { logLikelihood: logLikelihoodOf(numbers, track, slopes), slopes };
}

export function numbersOf({ starts, baseline, branching, decay, gates, history }: HawkesModel): HawkesNumbers {
  const ones = new Float64Array(starts.length * branching.length).fill(1);
  return {
    baseline: Float64Array.from(baseline.flat()),
    branching: Float64Array.from(branching.flat()),
    decay: Float64Array.from(decay),
    gates: gates === undefined ? ones : Float64Array.from(gates.flat()),
    history: history === undefined ? new Float64Array(decay.length) : Float64Array.from(history),
  };
}

export function noSlopes({ baseline, branching, decay }: HawkesSlopes): HawkesSlopes {
  return {
    baseline: new Float64Array(baseline.length),
    branching: new Float64Array(branching.length),
    decay: new Float64Array(decay.length),
  };
}

/**
 * In time linear in the number of events (Ogata 1978; Ozaki 1979): each source carries e = Σ e^{−β(t − t_k)} and
 * f = Σ (t − t_k) e^{−β(t − t_k)} = −∂e/∂β, which need only the gap since the last step. Adds to `slopes` where given.
 */
export function logLikelihoodOf(numbers: HawkesNumbers, track: EventTrack, slopes?: HawkesSlopes): number {
  const { baseline, branching, decay, gates, history } = numbers;
  const { receivers, sources, pieceDays, gapDays, piece: pieces, source: happens } = track;
  const level = new Float64Array(sources);
  const lagged = new Float64Array(sources);
  // ∫ β e dt since the piece began, and its derivative by β
  const spent = new Float64Array(sources);
  const spentSlope = new Float64Array(sources);
  let total = 0;

  for (let k = 0; k < gapDays.length; k++) {
    const gap = gapDays[k]!;
    const piece = pieces[k]!;
    const source = happens[k]!;
    for (let j = 0; j < sources; j++) {
      const loss = -Math.expm1(-decay[j]! * gap);
      const kept = 1 - loss;
      if (piece >= 0) {
        spent[j]! += level[j]! * loss;
        spentSlope[j]! += level[j]! * gap * kept - lagged[j]! * loss;
      }
      lagged[j] = kept * (lagged[j]! + gap * level[j]!);
      level[j]! *= kept;
    }
    if (source === WINDOW_OPENS) {
      for (let j = 0; j < sources; j++) level[j]! += history[j]!;
    } else if (source === PIECE_ENDS) {
      total -= closePiece(piece);
      spent.fill(0);
      spentSlope.fill(0);
    } else {
      if (piece >= 0 && source < receivers) total += logRate(piece, source);
      level[source]! += 1;
    }
  }
  return total;

  function closePiece(piece: number): number {
    let integral = 0;
    for (let i = 0; i < receivers; i++) {
      const gate = gates[piece * receivers + i]!;
      let inner = baseline[piece * receivers + i]! * pieceDays[piece]!;
      for (let j = 0; j < sources; j++) {
        const entry = i * sources + j;
        inner += branching[entry]! * spent[j]!;
        if (slopes === undefined) continue;
        slopes.branching[entry]! -= gate * spent[j]!;
        slopes.decay[j]! -= gate * branching[entry]! * spentSlope[j]!;
      }
      if (slopes !== undefined) slopes.baseline[piece * receivers + i]! -= gate * pieceDays[piece]!;
      integral += gate * inner;
    }
    return integral;
  }

  function logRate(piece: number, i: number): number {
    let rate = baseline[piece * receivers + i]!;
    for (let j = 0; j < sources; j++) rate += branching[i * sources + j]! * decay[j]! * level[j]!;
    if (slopes !== undefined) {
      slopes.baseline[piece * receivers + i]! += 1 / rate;
      for (let j = 0; j < sources; j++) {
        const entry = i * sources + j;
        slopes.branching[entry]! += (decay[j]! * level[j]!) / rate;
        slopes.decay[j]! += (branching[entry]! * (level[j]! - decay[j]! * lagged[j]!)) / rate;
      }
    }
    return Math.log(gates[piece * receivers + i]! * rate);
  }
}
