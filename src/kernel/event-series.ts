import { checkEvent, lastRankOf } from './event-rank.js';

const STRIDE = 4;

/** An event that is known beforehand. */
export interface KnownEvent {
  readonly time: number;
  readonly priority: number;
  readonly kind: number;
  readonly subject: number;
}

/** Events that are known beforehand, in the order in which they run; many runs can follow one series. */
export class EventSeries {
  /** Number of events. */
  readonly size: number;
  /** Of each event its time, rank, kind and subject; after the last one stands the time Infinity. */
  readonly cells: Float64Array;

  /** @throws RangeError for times that are not finite or go back, or another number outside its range. */
  constructor(events: readonly KnownEvent[]) {
    this.size = events.length;
    this.cells = new Float64Array(STRIDE * (events.length + 1)).fill(Infinity);
    let before = -Infinity;
    for (const [place, { time, priority, kind, subject }] of events.entries()) {
      if (!(time >= before && Math.abs(time) < Infinity))
        throw new RangeError(
          `time in a series must be finite and not before the last one, got ${time} after ${before}`,
        );
      checkEvent(priority, kind, subject);
      this.cells.set([time, lastRankOf(priority), kind, subject], STRIDE * place);
      before = time;
    }
  }
}

/** A series without events. */
export const emptySeries = new EventSeries([]);
