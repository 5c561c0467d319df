// A place takes four cells, as an item of the heap does: time and rank of its event, then the kind and the subject.
const RANK = 1;
const KIND = 2;
const SUBJECT = 3;
const STRIDE = 4;

/** How many events can stand beside the heap. */
export const STANDING_PLACES = 3;

interface StandingEvent {
  readonly time: number;
  readonly rank: number;
  readonly kind: number;
  readonly subject: number;
}

/**
 * The events that stand beside the heap, at most one at each of three places. The least of them is found by looking at all:
 * no order has to be kept, so that a series in which each event brings the next costs a few stores an event. Where nothing
 * stands, the time is Infinity. A cell is where an event begins, as {@link leastCell} gives it.
 */
export class StandingEvents {
  private readonly cells = new Float64Array(STRIDE * STANDING_PLACES).fill(Infinity);

  /** Number of events. */
  get size(): number {
    let size = 0;
    for (let place = 0; place < STANDING_PLACES; place++) if (this.timeAt(STRIDE * place) < Infinity) size++;
    return size;
  }

  /** Cell of the least event; of a place where nothing stands, if there is none. */
  leastCell(): number {
    const least = this.isBefore(STRIDE, 0) ? STRIDE : 0;
    return this.isBefore(2 * STRIDE, least) ? 2 * STRIDE : least;
  }

  private isBefore(a: number, b: number): boolean {
    const { cells } = this;
    const timeA = cells[a]!;
    const timeB = cells[b]!;
    return timeA < timeB || (timeA === timeB && cells[a + RANK]! < cells[b + RANK]!);
  }

  timeAt(cell: number): number {
    return this.cells[cell]!;
  }

  rankAt(cell: number): number {
    return this.cells[cell + RANK]!;
  }

  kindAt(cell: number): number {
    return this.cells[cell + KIND]! | 0;
  }

  subjectAt(cell: number): number {
    return this.cells[cell + SUBJECT]! | 0;
  }

  /** Time of the event at a place. */
  timeOf(place: number): number {
    return this.cells[STRIDE * place]!;
  }

  put(place: number, event: StandingEvent): void {
    const { cells } = this;
    const cell = STRIDE * place;
    cells[cell] = event.time;
    cells[cell + RANK] = event.rank;
    cells[cell + KIND] = event.kind;
    cells[cell + SUBJECT] = event.subject;
  }

  /** Nothing stands at a place any more. */
  leave(place: number): void {
    this.takeAt(STRIDE * place);
  }

  /** The same for the event that begins at a cell. */
  takeAt(cell: number): void {
    this.cells[cell] = Infinity;
  }

  clear(): void {
    for (let place = 0; place < STANDING_PLACES; place++) this.leave(place);
  }
}
