import { PIECE_ENDS, WINDOW_OPENS, type EventTrack } from './event-track.js';

/** One attacker's record as its likelihood sees it at one decay: log L = Σ log g(b_p + n a_k) − Σ g_p (b_p L_p + n x_p). */
export interface ExcitationLevels {
  /** a_k: decay · e just before each event within the window, in order of time. */
  readonly atEvents: Float64Array;
  /** Where each piece's events begin in `atEvents`; one more entry ends the last. */
  readonly pieceFrom: Int32Array;
  /** g_p L_p, in days of open gate. */
  readonly openDays: Float64Array;
  /** Σ g_p x_p with x_p = ∫ decay · e over the piece: what a branching of 1 would have provoked within the window. */
  readonly spent: number;
  /** Σ log g at the events. */
  readonly logGates: number;
}

/** @param gates by piece; 1 of each by default. */
export function excitationLevels(
  track: EventTrack,
  { decay, gates }: { readonly decay: number; readonly gates?: readonly number[] | undefined },
): ExcitationLevels {
  const pieces = track.pieceDays.length;
  const atEvents: number[] = [];
  const pieceFrom = new Int32Array(pieces + 1);
  let [level, spent, logGates] = [0, 0, 0];
  for (let k = 0; k < track.gapDays.length; k++) {
    const piece = track.piece[k]!;
    const gate = gates?.[piece] ?? 1;
    const kept = Math.exp(-decay * track.gapDays[k]!);
    if (piece >= 0) spent += gate * level * (1 - kept);
    level *= kept;
    if (track.source[k] === PIECE_ENDS) pieceFrom[piece + 1] = atEvents.length;
    if (track.source[k] === PIECE_ENDS || track.source[k] === WINDOW_OPENS) continue;
    if (piece >= 0) {
      atEvents.push(decay * level);
      logGates += Math.log(gate);
    }
    level += 1;
  }
  const openDays = track.pieceDays.map((days, p) => days * (gates?.[p] ?? 1));
  return { atEvents: Float64Array.from(atEvents), pieceFrom, openDays, spent, logGates };
}

/** The greatest log-likelihood that any baselines reach with this branching, and its derivative by the branching. */
export function profiledOverBaselines(
  levels: ExcitationLevels,
  branching: number,
): { readonly logLikelihood: number; readonly slope: number } {
  const { atEvents, pieceFrom, openDays, spent, logGates } = levels;
  let logLikelihood = logGates - branching * spent;
  let slope = -spent;
  for (let p = 0; p < openDays.length; p++) {
    const [from, to] = [pieceFrom[p]!, pieceFrom[p + 1]!];
    if (from === to) continue;
    const baseline = bestBaseline(atEvents, { from, to, branching, openDays: openDays[p]! });
    for (let k = from; k < to; k++) {
      const rate = baseline + branching * atEvents[k]!;
      logLikelihood += Math.log(rate);
      slope += atEvents[k]! / rate;
    }
    logLikelihood -= baseline * openDays[p]!;
  }
  return { logLikelihood, slope };
}

/** Where Σ 1/(b + n a_k) = open days, or 0 if the sum is less there: Newton from the left, where it never overshoots. */
function bestBaseline(
  atEvents: Float64Array,
  { from, to, branching, openDays }: { from: number; to: number; branching: number; openDays: number },
): number {
  let [most, unprovoked] = [0, 0];
  for (let k = from; k < to; k++) {
    if (branching * atEvents[k]! > 0) most = Math.max(most, branching * atEvents[k]!);
    else unprovoked++;
  }
  let baseline = Math.max(0, (to - from) / openDays - most, unprovoked / openDays);
  for (let step = 0; step < 60; step++) {
    let [sum, fall] = [-openDays, 0];
    for (let k = from; k < to; k++) {
      const wait = 1 / (baseline + branching * atEvents[k]!);
      sum += wait;
      fall += wait * wait;
    }
    const move = sum / fall;
    if (move <= 1e-12 * baseline) break;
    baseline += move;
  }
  return baseline;
}

/**
 * The branching from 0 to `most` at which the profiled log-likelihood, which is concave in it, is greatest: found to a
 * ten-thousandth, which costs the log-likelihood nothing that matters.
 */
export function bestBranching(
  levels: ExcitationLevels,
  most: number,
): { readonly branching: number; readonly logLikelihood: number } {
  let [low, high] = [0, most];
  const at = (branching: number): { branching: number; logLikelihood: number } => ({
    branching,
    logLikelihood: profiledOverBaselines(levels, branching).logLikelihood,
  });
  if (!(profiledOverBaselines(levels, low).slope > 0)) return at(low);
  if (!(profiledOverBaselines(levels, high).slope < 0)) return at(high);
  for (let halving = 0; halving < 13; halving++) {
    const middle = (low + high) / 2;
    if (profiledOverBaselines(levels, middle).slope > 0) low = middle;
    else high = middle;
  }
  return at((low + high) / 2);
}
