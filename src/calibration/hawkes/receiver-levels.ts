import { PIECE_ENDS, WINDOW_OPENS, type EventTrack } from './event-track.js';

/** What one source adds to one receiver's rate at one lag, for each attack that it would provoke. */
export interface SourceShape {
  /** decay · e just before each of the receiver's events within the window. */
  readonly atEvents: Float64Array;
  /** The part of it that the source's fatal events add for each unit of their extra weight. */
  readonly extraAtEvents: Float64Array;
  /** ∫ of both over the window, gated. */
  readonly spent: number;
  readonly extraSpent: number;
}

/** One receiver's events in the light of everybody's. */
export interface ReceiverRecord {
  readonly track: EventTrack;
  readonly receiver: number;
  /** By event: which of the constant rates it has. */
  readonly rateOf: Int32Array;
  /** By constant rate, in days of open gate. */
  readonly openDays: Float64Array;
  /** Σ log gate at the events. */
  readonly logGates: number;
  /** Of a source at a lag; worked out once. */
  readonly shapeAt: (source: number, lagDays: number) => SourceShape;
}

export interface Gates {
  /** By piece: which rate it has. */
  readonly rates: readonly number[];
  /** By piece, then receiver. */
  readonly gates: readonly (readonly number[])[];
}

export function receiverRecord(track: EventTrack, about: Gates & { readonly receiver: number }): ReceiverRecord {
  const { receiver, rates, gates } = about;
  const pieceOf: number[] = [];
  track.source.forEach((source, k) => {
    if (source === receiver && track.piece[k]! >= 0) pieceOf.push(track.piece[k]!);
  });
  const openDays = new Float64Array(Math.max(...rates) + 1);
  rates.forEach((rate, piece) => (openDays[rate]! += track.pieceDays[piece]! * gates[piece]![receiver]!));
  const known = new Map<string, SourceShape>();
  return {
    track,
    receiver,
    rateOf: Int32Array.from(pieceOf, (piece) => rates[piece]!),
    openDays,
    logGates: pieceOf.reduce((sum, piece) => sum + Math.log(gates[piece]![receiver]!), 0),
    shapeAt: (source, lagDays) => {
      const key = `${source} ${lagDays}`;
      const shape = known.get(key) ?? shapeOf(track, { receiver, gates, source, decay: 1 / lagDays });
      known.set(key, shape);
      return shape;
    },
  };
}

function shapeOf(
  track: EventTrack,
  about: {
    readonly receiver: number;
    readonly gates: Gates['gates'];
    readonly source: number;
    readonly decay: number;
  },
): SourceShape {
  const { receiver, gates, source, decay } = about;
  const atEvents = new Float64Array(track.counts[receiver]!);
  const extraAtEvents = new Float64Array(track.counts[receiver]!);
  let [level, extra, spent, extraSpent, event] = [0, 0, 0, 0, 0];
  for (let k = 0; k < track.gapDays.length; k++) {
    const piece = track.piece[k]!;
    const happens = track.source[k]!;
    if (level > 0) {
      const kept = Math.exp(-decay * track.gapDays[k]!);
      const gate = piece >= 0 ? gates[piece]![receiver]! : 0;
      spent += gate * level * (1 - kept);
      extraSpent += gate * extra * (1 - kept);
      level *= kept;
      extra *= kept;
    }
    if (happens === PIECE_ENDS || happens === WINDOW_OPENS) continue;
    if (happens === receiver && piece >= 0) {
      atEvents[event] = decay * level;
      extraAtEvents[event++] = decay * extra;
    }
    if (happens === source) {
      level += 1;
      extra += track.fatal[k]!;
    }
  }
  return { atEvents, extraAtEvents, spent, extraSpent };
}
