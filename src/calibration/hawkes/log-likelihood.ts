import { PIECE_ENDS, WINDOW_OPENS, type EventTrack } from './event-track.js';
import type { HawkesModel } from './hawkes-model.js';

/** A model's numbers in flat arrays, as a search moves them: rows of `sources` for branching, of `receivers` for the rest. */
export interface HawkesNumbers {
  readonly baseline: Float64Array;
  readonly branching: Float64Array;
  readonly decay: Float64Array;
  readonly fatalBoost: Float64Array;
  readonly gates: Float64Array;
  readonly history: Float64Array;
}

/** Derivatives of the log-likelihood by each number, in the arrays of {@link HawkesNumbers}. */
export type HawkesSlopes = Omit<HawkesNumbers, 'history'>;

/** Σ log λ at the events of the receivers within the window, less ∫λ over it. −Infinity where an event could not be. */
export function logLikelihood(model: HawkesModel, track: EventTrack): number {
  return logLikelihoodOf(numbersOf(model), track);
}

/** The log-likelihood with its derivatives by every number of the model; the history is not moved. */
export function logLikelihoodGradient(
  model: HawkesModel,
  track: EventTrack,
): { readonly logLikelihood: number; readonly slopes: HawkesSlopes } {
  const numbers = numbersOf(model);
  const slopes = noSlopes(numbers);
  return { logLikelihood: logLikelihoodOf(numbers, track, slopes), slopes };
}

export function numbersOf(model: HawkesModel): HawkesNumbers {
  const { starts, baseline, branching, decay, fatalBoost, gates, history } = model;
  const ones = new Float64Array(starts.length * branching.length).fill(1);
  return {
    baseline: Float64Array.from(baseline.flat()),
    branching: Float64Array.from(branching.flat()),
    decay: Float64Array.from(decay),
    fatalBoost: fatalBoost === undefined ? new Float64Array(decay.length) : Float64Array.from(fatalBoost),
    gates: gates === undefined ? ones : Float64Array.from(gates.flat()),
    history: history === undefined ? new Float64Array(decay.length) : Float64Array.from(history),
  };
}

export function noSlopes({ baseline, branching, decay, fatalBoost, gates }: HawkesSlopes): HawkesSlopes {
  return {
    baseline: new Float64Array(baseline.length),
    branching: new Float64Array(branching.length),
    decay: new Float64Array(decay.length),
    fatalBoost: new Float64Array(fatalBoost.length),
    gates: new Float64Array(gates.length),
  };
}

/**
 * In time linear in the number of events (Ogata 1978; Ozaki 1979): each source carries e = Σ e^{−β(t − t_k)} and
 * f = Σ (t − t_k) e^{−β(t − t_k)} = −∂e/∂β, which need only the gap since the last step; so does the part of e that what
 * killed adds for each unit of its boost. Adds to `slopes` where given.
 */
export function logLikelihoodOf(numbers: HawkesNumbers, track: EventTrack, slopes?: HawkesSlopes): number {
  const { decay, fatalBoost, history } = numbers;
  const { receivers, sources, gapDays, piece: pieces, source: happens, fatal } = track;
  const state: Excitation = {
    level: new Float64Array(sources),
    lagged: new Float64Array(sources),
    spent: new Float64Array(sources),
    spentSlope: new Float64Array(sources),
    extra: new Float64Array(sources),
    extraSpent: new Float64Array(sources),
  };
  const { level, lagged, spent, spentSlope, extra, extraSpent } = state;
  let total = 0;
  for (let k = 0; k < gapDays.length; k++) {
    const gap = gapDays[k]!;
    const piece = pieces[k]!;
    const source = happens[k]!;
    for (let j = 0; j < sources; j++) {
      const e = level[j]!;
      const f = lagged[j]!;
      const kept = Math.exp(-decay[j]! * gap);
      if (piece >= 0) {
        spent[j]! += e * (1 - kept);
        spentSlope[j]! += e * gap * kept - f * (1 - kept);
        extraSpent[j]! += extra[j]! * (1 - kept);
      }
      extra[j]! *= kept;
      lagged[j] = kept * (f + gap * e);
      level[j] = kept * e;
    }
    if (source >= 0) {
      if (piece >= 0 && source < receivers) total += addEvent(numbers, { state, piece, receiver: source }, slopes);
      level[source]! += 1 + fatal[k]! * fatalBoost[source]!;
      extra[source]! += fatal[k]!;
    } else if (source === PIECE_ENDS) {
      total -= closePiece(numbers, { state, piece, days: track.pieceDays[piece]! }, slopes);
      spent.fill(0);
      spentSlope.fill(0);
      extraSpent.fill(0);
    } else if (source === WINDOW_OPENS) {
      for (let j = 0; j < sources; j++) level[j]! += history[j]!;
    }
  }
  return total;
}

/** By source. */
interface Excitation {
  readonly level: Float64Array;
  /** −∂level/∂decay */
  readonly lagged: Float64Array;
  /** ∫ decay · level since the piece began, and its derivative by the decay. */
  readonly spent: Float64Array;
  readonly spentSlope: Float64Array;
  /** ∂level/∂fatalBoost, and its own ∫. */
  readonly extra: Float64Array;
  readonly extraSpent: Float64Array;
}

/** Log of the receiver's rate at its event. */
function addEvent(
  { baseline, branching, decay, gates }: HawkesNumbers,
  at: { readonly state: Excitation; readonly piece: number; readonly receiver: number },
  slopes: HawkesSlopes | undefined,
): number {
  const { level, lagged, extra } = at.state;
  const sources = decay.length;
  const row = at.receiver * sources;
  const cell = (at.piece * branching.length) / sources + at.receiver;
  let rate = baseline[cell]!;
  for (let j = 0; j < sources; j++) rate += branching[row + j]! * decay[j]! * level[j]!;
  if (slopes !== undefined) {
    const wait = 1 / rate;
    slopes.gates[cell]! += 1 / gates[cell]!;
    slopes.baseline[cell]! += wait;
    for (let j = 0; j < sources; j++) {
      slopes.branching[row + j]! += decay[j]! * level[j]! * wait;
      slopes.decay[j]! += branching[row + j]! * (level[j]! - decay[j]! * lagged[j]!) * wait;
      slopes.fatalBoost[j]! += branching[row + j]! * decay[j]! * extra[j]! * wait;
    }
  }
  return Math.log(gates[cell]! * rate);
}

/** ∫λ of all receivers over the piece. */
function closePiece(
  { baseline, branching, decay, gates }: HawkesNumbers,
  at: { readonly state: Excitation; readonly piece: number; readonly days: number },
  slopes: HawkesSlopes | undefined,
): number {
  const { spent, spentSlope, extraSpent } = at.state;
  const sources = decay.length;
  const receivers = branching.length / sources;
  let integral = 0;
  for (let i = 0; i < receivers; i++) {
    const cell = at.piece * receivers + i;
    const gate = gates[cell]!;
    let open = baseline[cell]! * at.days;
    if (slopes !== undefined) slopes.baseline[cell]! -= gate * at.days;
    for (let j = 0; j < sources; j++) {
      const entry = i * sources + j;
      open += branching[entry]! * spent[j]!;
      if (slopes === undefined) continue;
      slopes.branching[entry]! -= gate * spent[j]!;
      slopes.decay[j]! -= gate * branching[entry]! * spentSlope[j]!;
      slopes.fatalBoost[j]! -= gate * branching[entry]! * extraSpent[j]!;
    }
    integral += gate * open;
    if (slopes !== undefined) slopes.gates[cell]! -= open;
  }
  return integral;
}
