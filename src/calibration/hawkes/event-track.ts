import type { EventTimes } from './hawkes-model.js';

export interface TrackQuestion {
  /** By source, receivers first. */
  readonly times: readonly EventTimes[];
  /** The window is [0, windowDays]. */
  readonly windowDays: number;
  /** Where pieces begin, the first at 0; one piece by default. */
  readonly starts?: readonly number[];
  /** Times of those events, of whatever source, that killed; none by default. */
  readonly fatal?: EventTimes;
  /** How many of the sources are modelled themselves; the others only excite. All by default. */
  readonly receivers?: number;
}

/** A record as the likelihood walks it: one step from each happening to the next, in order of time. */
export interface EventTrack {
  readonly receivers: number;
  readonly sources: number;
  /** Lengths of the pieces, in days. */
  readonly pieceDays: Float64Array;
  /** Days from the happening before; 0 at the first step. */
  readonly gapDays: Float64Array;
  /** The piece in force during the gap and just before its end; −1 before the window. */
  readonly piece: Int32Array;
  /** Whose event ends the gap; or {@link PIECE_ENDS}, or {@link WINDOW_OPENS}. */
  readonly source: Int32Array;
  /** 1 where the gap ends with an event that killed. */
  readonly fatal: Uint8Array;
  /** Events within the window, by receiver. */
  readonly counts: readonly number[];
  /** How many of them killed. */
  readonly fatalCounts: readonly number[];
}

export const PIECE_ENDS = -1;
export const WINDOW_OPENS = -2;

/**
 * Brings the events of all sources and the ends of the pieces into one order. An event on a boundary belongs to the
 * piece that begins there.
 * @throws RangeError if times are out of order, equal, or after the window, the pieces are not within it, or what killed is
 *   no event.
 */
export function trackOf(question: TrackQuestion): EventTrack {
  const { times, windowDays, starts = [0], fatal = [], receivers = times.length } = question;
  checkPieces(starts, windowDays);
  const happenings = [{ day: 0, source: WINDOW_OPENS }];
  for (const end of [...starts.slice(1), windowDays]) happenings.push({ day: end, source: PIECE_ENDS });
  times.forEach((own, source) => {
    for (const day of own) happenings.push({ day, source });
  });
  happenings.sort((a, b) => a.day - b.day || order(a, windowDays) - order(b, windowDays));
  checkTimes(times, happenings, windowDays);
  const killed = new Set(fatal);

  const steps = happenings.length;
  const track = {
    receivers,
    sources: times.length,
    pieceDays: Float64Array.from(starts, (start, p) => (starts[p + 1] ?? windowDays) - start),
    gapDays: new Float64Array(steps),
    piece: new Int32Array(steps),
    source: Int32Array.from(happenings, ({ source }) => source),
    fatal: Uint8Array.from(happenings, ({ day, source }) => (source >= 0 && killed.has(day) ? 1 : 0)),
    counts: times.slice(0, receivers).map((own) => own.filter((day) => day >= 0).length),
    fatalCounts: times.slice(0, receivers).map((own) => own.filter((day) => day >= 0 && killed.has(day)).length),
  };
  const found = track.fatal.reduce((sum, one) => sum + one, 0);
  if (found !== killed.size) throw new RangeError(`${killed.size - found} of the times that killed are no events`);
  let piece = -1;
  happenings.forEach(({ day, source }, k) => {
    track.gapDays[k] = k === 0 ? 0 : day - happenings[k - 1]!.day;
    track.piece[k] = piece;
    if (source < 0) piece++;
  });
  return track;
}

/** At one instant a boundary comes before an event; only the end of the window comes after it. */
function order({ day, source }: { readonly day: number; readonly source: number }, windowDays: number): number {
  if (source >= 0) return 1;
  return day === windowDays ? 2 : 0;
}

function checkPieces(starts: readonly number[], windowDays: number): void {
  if (!(windowDays > 0 && windowDays < Infinity)) {
    throw new RangeError(`windowDays must be more than 0, got ${windowDays}`);
  }
  if (starts[0] !== 0) throw new RangeError(`the first piece must begin at 0, got ${starts[0]}`);
  starts.forEach((start, p) => {
    const end = starts[p + 1] ?? windowDays;
    if (!(start < end)) throw new RangeError(`piece ${p} must end after its beginning, got ${start} to ${end}`);
  });
}

function checkTimes(
  times: readonly EventTimes[],
  happenings: readonly { readonly day: number; readonly source: number }[],
  windowDays: number,
): void {
  for (const own of times) {
    own.forEach((day, k) => {
      if (!(day <= windowDays)) throw new RangeError(`times must be within the window of ${windowDays} d, got ${day}`);
      if (k > 0 && !(day >= own[k - 1]!)) throw new RangeError(`times must ascend, got ${day} after ${own[k - 1]}`);
    });
  }
  const events = happenings.filter(({ source }) => source >= 0);
  events.forEach(({ day }, k) => {
    if (k > 0 && day === events[k - 1]!.day) throw new RangeError(`no two events may share a time, got ${day} twice`);
  });
}
