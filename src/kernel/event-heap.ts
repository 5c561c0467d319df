// An item takes four cells: its time, its rank, its slot, and one for nothing, as shifting is cheaper than multiplying.
const RANK = 1;
const SLOT = 2;
const STRIDE = 4;

/**
 * The order of the pending events: an indexed 4-ary min-heap over (time, rank), whose items are slots, small integers
 * that the caller gives out. An item lies in one piece, so that a comparison reads one array. A place is the offset of
 * an item's first cell; the children of place p begin at 4p + 4. `placeOf` leads from a slot to its place, so that any
 * item can be taken out or moved at once.
 *
 * The least item, once taken, stays at place 0 as a husk below all ranks, for the next item to go in its stead: one way
 * down instead of two ways, as most events schedule another.
 *
 * Trusts its caller: slots are in use at most once and below the capacity, times are finite and not before that of the
 * item taken last, ranks are distinct and not negative.
 */
export class EventHeap {
  // First cell after the last item. From there on all times are Infinity, so that every item with a child has four.
  private end = 0;
  // 1 while a husk is at place 0.
  private husks = 0;
  private items = new Float64Array(0);
  // By slot.
  private places = new Int32Array(0);

  /** Number of items. */
  get size(): number {
    return (this.end >> 2) - this.husks;
  }

  /** Time of the least item; Infinity without items. Brings that item to place 0. */
  leastTime(): number {
    if (this.husks === 1) this.dropHusk();
    return this.items[0]!;
  }

  /** Time at a place. */
  timeAt(place: number): number {
    return this.items[place]!;
  }

  /** Rank at a place. */
  rankAt(place: number): number {
    return this.items[place + RANK]!;
  }

  /** Slot at a place. */
  slotAt(place: number): number {
    return this.items[place + SLOT]! | 0;
  }

  /** Place of a slot that is in the heap. */
  placeOf(slot: number): number {
    return this.places[slot]!;
  }

  /** Makes room for slots 0 to `capacity` - 1. */
  grow(capacity: number): void {
    this.items = enlarged(new Float64Array(STRIDE * (capacity + 4)).fill(Infinity), this.items);
    this.places = enlarged(new Int32Array(capacity), this.places);
  }

  /** Adds an item. */
  insert(time: number, rank: number, slot: number): void {
    if (this.husks === 1) {
      this.husks = 0;
      this.sink(0, time, rank, slot);
    } else {
      const leaf = this.end;
      this.end = leaf + STRIDE;
      this.rise(leaf, time, rank, slot);
    }
  }

  /** Takes out the item that `leastTime` brought to place 0. */
  takeLeast(): void {
    this.items[RANK] = -1;
    this.husks = 1;
  }

  /** Takes out the item at a place. */
  removeAt(place: number): void {
    const { items } = this;
    const last = this.end - STRIDE;
    const time = items[last]!;
    items[last] = Infinity;
    this.end = last;
    if (place < last) this.replaceAt(place, time, items[last + RANK]!, items[last + SLOT]! | 0);
  }

  /** Puts an item in the stead of the one at a place. */
  replaceAt(place: number, time: number, rank: number, slot: number): void {
    if (this.rise(place, time, rank, slot) === place) this.sink(place, time, rank, slot);
  }

  /** Takes out all items, and tells the slot of each. */
  clear(tell: (slot: number) => void): void {
    for (let place = STRIDE * this.husks; place < this.end; place += STRIDE) tell(this.slotAt(place));
    this.items.fill(Infinity, 0, this.end);
    this.end = 0;
    this.husks = 0;
  }

  private dropHusk(): void {
    this.husks = 0;
    this.removeAt(0);
  }

  /** Puts an item at a place or below it, and what was in its way one level up. */
  private sink(from: number, time: number, rank: number, slot: number): void {
    const { items, places, end } = this;
    let place = from;
    for (let child = (place << 2) + STRIDE; child < end; child = (place << 2) + STRIDE) {
      const least = lesser(
        items,
        lesser(items, child, child + STRIDE),
        lesser(items, child + 2 * STRIDE, child + 3 * STRIDE),
      );
      const leastTime = items[least]!;
      if (time <= leastTime && (time < leastTime || rank < items[least + RANK]!)) break;
      const moved = items[least + SLOT]! | 0;
      items[place] = leastTime;
      items[place + RANK] = items[least + RANK]!;
      items[place + SLOT] = moved;
      places[moved] = place;
      place = least;
    }
    items[place] = time;
    items[place + RANK] = rank;
    items[place + SLOT] = slot;
    places[slot] = place;
  }

  /** Puts an item at a place or above it, and what was in its way one level down; gives the place. */
  private rise(from: number, time: number, rank: number, slot: number): number {
    const { items, places } = this;
    let place = from;
    while (place > 0) {
      const parent = ((place - STRIDE) >> 4) << 2;
      const parentTime = items[parent]!;
      if (parentTime <= time && (parentTime < time || items[parent + RANK]! < rank)) break;
      const moved = items[parent + SLOT]! | 0;
      items[place] = parentTime;
      items[place + RANK] = items[parent + RANK]!;
      items[place + SLOT] = moved;
      places[moved] = place;
      place = parent;
    }
    items[place] = time;
    items[place + RANK] = rank;
    items[place + SLOT] = slot;
    places[slot] = place;
    return place;
  }
}

/**
 * Which of two places holds the lesser item. Chosen by arithmetic, as no processor can foresee the branch: `-Number`
 * makes a mask of all bits or none.
 */
function lesser(items: Float64Array, a: number, b: number): number {
  const timeA = items[a]!;
  const timeB = items[b]!;
  if (timeA === timeB) return items[a + RANK]! < items[b + RANK]! ? a : b;
  return a ^ ((a ^ b) & -Number(timeB < timeA));
}

/** `target`, with the numbers of `source` at its start. */
export function enlarged<Numbers extends Float64Array | Int32Array>(target: Numbers, source: Numbers): Numbers {
  target.set(source);
  return target;
}
