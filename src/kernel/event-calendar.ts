import { enlarged, EventHeap } from './event-heap.js';
import { checkEvent, sequences } from './event-rank.js';
import { emptySeries, type EventSeries } from './event-series.js';

/** Names one pending event: its slot and the slot's generation in one safe integer, so that a stale handle is seen. */
export type EventHandle = number;

/** The handle of no event; it is never pending. */
export const NO_EVENT: EventHandle = -1;

const MAX_PENDING = 2 ** 24;
const SLOT_MASK = MAX_PENDING - 1;
// A slot that has served this often is retired rather than wrapped, so no old handle ever becomes valid again.
const MAX_GENERATION = 2 ** 29 - 1;
// A constant of this file is a number to the engine; one of another it looks up at every event.
const SEQUENCES = sequences;
const FIRST_CAPACITY = 64;

// A slot takes four cells: its generation, negative while the slot is free; the kind and the subject of its event; and,
// while it is free, the slot that was freed before it, or -1.
const KIND = 1;
const SUBJECT = 2;
const FREED_BEFORE = 3;

// The standing event has four cells too, as those of a series have; where nothing stands, the time is Infinity.
const RANK = 1;
const KIND_BESIDE = 2;
const SUBJECT_BESIDE = 3;
const STRIDE = 4;

/**
 * The pending events and the clock.
 *
 * Events run in the total order (time, priority, sequence): at one instant the lower priority number first, and among
 * equals the one scheduled first. Sequence numbers are given at schedule time and renewed by `reschedule`, so a moved
 * event stands behind its equals. `cancel` removes at once.
 *
 * Two kinds of events are beside the others, cheaper, but without a handle: one at a time that is put there by `stand`, for
 * those of which each brings the next; and a series of events known beforehand, given to `follow`.
 *
 * Memory doubles when full and is never given back; below that no operation creates an object.
 */
export class EventCalendar {
  /**
   * Kind of the event popped last, as given to `schedule`; -1 before the first pop. The `popped…` fields are for reading,
   * until the next pop; the clock shows its time.
   */
  poppedKind = -1;
  /** Subject of the event popped last, as given to `schedule`; -1 before the first pop. */
  poppedSubject = -1;

  private clock = NaN;
  private sequence = 0;
  private poppedRank = NaN;
  private capacity = 0;
  private readonly heap = new EventHeap();
  private cells = new Int32Array(0);
  // The slot freed last, or -1.
  private freeSlot = -1;
  private readonly standing = new Float64Array(STRIDE).fill(Infinity);
  private series = emptySeries;
  // First cell of the series' next event.
  private seriesCell = 0;

  constructor() {
    this.grow(FIRST_CAPACITY);
    this.clear();
  }

  /** The clock: time of the event popped last, or where `advanceTo` put it. Starts at 0, never goes back. */
  get now(): number {
    return this.clock;
  }

  /** Priority class of the event popped last, 0 to 255; -1 before the first pop. */
  get poppedPriority(): number {
    return Math.floor(this.poppedRank / SEQUENCES);
  }

  /** Number of pending events. */
  get size(): number {
    const standing = this.standing[0]! < Infinity ? 1 : 0;
    return this.heap.size + standing + this.series.size - this.seriesCell / STRIDE;
  }

  /** Time of the event that `pop` would give; Infinity when nothing is pending. */
  get nextTime(): number {
    return Math.min(this.heap.leastTime(), this.standing[0]!, this.series.cells[this.seriesCell]!);
  }

  /**
   * Adds an event. `priority` is an integer from 0 (first) to 255; `kind` and `subject` are 32-bit integers that mean
   * something to the caller only.
   * @throws RangeError for a time that is not finite or before the clock, or another argument outside its range.
   */
  schedule(time: number, priority: number, kind: number, subject: number): EventHandle {
    this.checkTime(time);
    checkEvent(priority, kind, subject);
    if (this.freeSlot === -1) this.grow(2 * this.capacity);
    const rank = priority * SEQUENCES + this.takeSequence();
    const slot = this.freeSlot;
    const cell = slot << 2;
    const { cells } = this;
    const generation = -cells[cell]!;
    cells[cell] = generation;
    cells[cell + KIND] = kind;
    cells[cell + SUBJECT] = subject;
    this.freeSlot = cells[cell + FREED_BEFORE]!;
    this.heap.insert(time, rank, slot);
    return generation * MAX_PENDING + slot;
  }

  /**
   * Adds the event that stands beside the others: it runs in its turn as if it had been scheduled now, cannot be moved, and
   * is removed by `leave`.
   * @throws RangeError as `schedule`, and while the one before is pending.
   */
  stand(time: number, priority: number, kind: number, subject: number): void {
    const { standing } = this;
    this.checkTime(time);
    checkEvent(priority, kind, subject);
    if (standing[0]! < Infinity) throw new RangeError('standing event must be the only one, got one beside another');
    standing[0] = time;
    standing[RANK] = priority * SEQUENCES + this.takeSequence();
    standing[KIND_BESIDE] = kind;
    standing[SUBJECT_BESIDE] = subject;
  }

  /** Removes the standing event, if there is one. */
  leave(): void {
    this.standing[0] = Infinity;
  }

  /**
   * Adds the events of a series, in place of what is left of the one before. Each runs in its turn, which comes after all
   * others of its time and priority, and after those before it in the series.
   * @throws RangeError for a series that begins before the clock.
   */
  follow(series: EventSeries): void {
    if (series.size > 0) this.checkTime(series.cells[0]!);
    this.series = series;
    this.seriesCell = 0;
  }

  /** Removes a pending event at once. False, and nothing changes, if it has run or was cancelled already. */
  cancel(handle: EventHandle): boolean {
    if (!this.isPending(handle)) return false;
    const slot = handle & SLOT_MASK;
    this.heap.removeAt(this.heap.placeOf(slot));
    this.release(slot);
    return true;
  }

  /**
   * Moves a pending event to another time, behind the events already there with its priority. The handle stays valid
   * and is returned.
   * @throws RangeError for an event that is not pending, or a time that is not finite or before the clock.
   */
  reschedule(handle: EventHandle, time: number): EventHandle {
    this.checkPending(handle);
    this.checkTime(time);
    const slot = handle & SLOT_MASK;
    const place = this.heap.placeOf(slot);
    const priority = Math.floor(this.heap.rankAt(place) / SEQUENCES);
    this.heap.replaceAt(place, time, priority * SEQUENCES + this.takeSequence(), slot);
    return handle;
  }

  /** Whether the event still waits to run. False for `NO_EVENT`. */
  isPending(handle: EventHandle): boolean {
    if (!(handle > 0)) return false;
    const slot = handle & SLOT_MASK;
    return slot < this.capacity && this.cells[slot << 2]! * MAX_PENDING + slot === handle;
  }

  /**
   * Time at which a pending event will run.
   * @throws RangeError for an event that is not pending.
   */
  timeOf(handle: EventHandle): number {
    this.checkPending(handle);
    return this.heap.timeAt(this.heap.placeOf(handle & SLOT_MASK));
  }

  /**
   * Takes the next event out, sets the clock to its time and fills the `popped…` fields; false, and nothing changes,
   * when none is pending, or none up to the time `last`.
   */
  pop(last = Infinity): boolean {
    const { heap, standing, seriesCell } = this;
    const { cells } = this.series;
    const heapTime = heap.leastTime();
    const standingTime = standing[0]!;
    const seriesTime = cells[seriesCell]!;
    // Mostly one comes before the two others, whatever its rank.
    if (seriesTime < standingTime && seriesTime < heapTime) {
      if (seriesTime > last) return false;
      this.clock = seriesTime;
      this.popSeries(seriesCell);
      return true;
    }
    if (standingTime < seriesTime && standingTime < heapTime) {
      if (standingTime > last) return false;
      this.clock = standingTime;
      this.popStanding();
      return true;
    }
    if (heapTime < seriesTime && heapTime < standingTime) {
      if (heapTime > last) return false;
      this.clock = heapTime;
      this.popLeast();
      return true;
    }
    return this.popAmongEqual(last);
  }

  /**
   * Moves the clock forward with no event.
   * @throws RangeError if that would go back, or pass a pending event.
   */
  advanceTo(time: number): void {
    this.checkTime(time);
    if (time > this.nextTime) {
      throw new RangeError(`clock must not pass a pending event, got ${time} with an event at ${this.nextTime}`);
    }
    this.clock = time;
  }

  /** Drops all events and goes back to clock 0 and sequence 0, keeping the memory. Handles given before stay stale. */
  clear(): void {
    this.heap.clear((slot) => this.release(slot));
    this.clock = 0;
    this.sequence = 0;
    this.leave();
    this.follow(emptySeries);
    this.poppedRank = -1;
    this.poppedKind = -1;
    this.poppedSubject = -1;
  }

  private popSeries(cell: number): void {
    const { cells } = this.series;
    this.poppedRank = cells[cell | RANK]!;
    this.poppedKind = cells[cell | KIND_BESIDE]! | 0;
    this.poppedSubject = cells[cell | SUBJECT_BESIDE]! | 0;
    this.seriesCell = cell + STRIDE;
  }

  private popStanding(): void {
    const { standing } = this;
    this.poppedRank = standing[RANK]!;
    this.poppedKind = standing[KIND_BESIDE]! | 0;
    this.poppedSubject = standing[SUBJECT_BESIDE]! | 0;
    standing[0] = Infinity;
  }

  /** The same as `pop` where rank decides, or nothing is pending. */
  private popAmongEqual(last: number): boolean {
    const { heap, standing, seriesCell } = this;
    const { cells } = this.series;
    const time = this.nextTime;
    // Without events the time is Infinity, and `last` may be that too.
    if (time > last || time === Infinity) return false;
    this.clock = time;
    const seriesRank = cells[seriesCell] === time ? cells[seriesCell + RANK]! : Infinity;
    const standingRank = standing[0] === time ? standing[RANK]! : Infinity;
    const heapRank = heap.leastTime() === time ? heap.rankAt(0) : Infinity;
    if (heapRank < standingRank && heapRank <= seriesRank) this.popLeast();
    else if (standingRank <= seriesRank) this.popStanding();
    else this.popSeries(seriesCell);
    return true;
  }

  private popLeast(): void {
    const { heap, cells } = this;
    const slot = heap.slotAt(0);
    const cell = slot << 2;
    this.poppedKind = cells[cell + KIND]!;
    this.poppedSubject = cells[cell + SUBJECT]!;
    this.poppedRank = heap.rankAt(0);
    heap.takeLeast();
    this.release(slot);
  }

  private checkTime(time: number): void {
    // Written so that NaN fails too.
    if (!(time >= this.clock && time < Infinity)) {
      throw new RangeError(`event time must be finite and not before the clock, got ${time} at clock ${this.clock}`);
    }
  }

  private checkPending(handle: EventHandle): void {
    if (!this.isPending(handle)) throw new RangeError(`event handle must be of a pending event, got ${handle}`);
  }

  private takeSequence(): number {
    if (this.sequence >= SEQUENCES) {
      throw new RangeError(`events scheduled since the last clear must be at most ${SEQUENCES}, got one more`);
    }
    return this.sequence++;
  }

  private release(slot: number): void {
    const { cells } = this;
    const cell = slot << 2;
    const generation = cells[cell]! + 1;
    cells[cell] = -generation;
    if (generation > MAX_GENERATION) return;
    cells[cell + FREED_BEFORE] = this.freeSlot;
    this.freeSlot = slot;
  }

  private grow(capacity: number): void {
    if (capacity > MAX_PENDING) throw new RangeError(`pending events must be at most ${MAX_PENDING}, got one more`);
    this.heap.grow(capacity);
    const cells = enlarged(new Int32Array(4 * capacity), this.cells);
    for (let slot = capacity - 1; slot >= this.capacity; slot--) {
      // Generations begin at 1, so that 0, the content of a fresh typed array, is never a handle.
      cells[slot << 2] = -1;
      cells[(slot << 2) + FREED_BEFORE] = this.freeSlot;
      this.freeSlot = slot;
    }
    this.cells = cells;
    this.capacity = capacity;
  }
}
