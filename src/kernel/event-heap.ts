/**
 * The order of the pending events: an indexed 4-ary min-heap over (time, rank), whose items are slots, small integers
 * that the caller gives out. Keys lie in heap order, so that a comparison reads neighbours; `placeOf` leads from a
 * slot to its item, so that any item can be taken out or moved at once.
 *
 * Trusts its caller: slots are in use at most once and below the capacity, times are not NaN, ranks are distinct.
 */
export class EventHeap {
  /** Number of items. */
  size = 0;
  // By place; the children of place i are 4i + 1 to 4i + 4.
  private times = new Float64Array(0);
  private ranks = new Float64Array(0);
  private slots = new Int32Array(0);
  // By slot.
  private places = new Int32Array(0);

  /** Time at a place; place 0 holds the least item. */
  timeAt(place: number): number {
    return this.times[place]!;
  }

  /** Rank at a place. */
  rankAt(place: number): number {
    return this.ranks[place]!;
  }

  /** Slot at a place. */
  slotAt(place: number): number {
    return this.slots[place]!;
  }

  /** Whether a slot below the capacity is in the heap. */
  has(slot: number): boolean {
    const place = this.places[slot]!;
    return place < this.size && this.slots[place] === slot;
  }

  /** Place of a slot that is in the heap. */
  placeOf(slot: number): number {
    return this.places[slot]!;
  }

  /** Makes room for slots 0 to `capacity` - 1. */
  grow(capacity: number): void {
    this.times = enlarged(new Float64Array(capacity), this.times);
    this.ranks = enlarged(new Float64Array(capacity), this.ranks);
    this.slots = enlarged(new Int32Array(capacity), this.slots);
    this.places = enlarged(new Int32Array(capacity), this.places);
  }

  /** Adds an item. */
  insert(time: number, rank: number, slot: number): void {
    this.siftUp(this.size++, time, rank, slot);
  }

  /** Takes out the item at a place. */
  removeAt(place: number): void {
    const last = --this.size;
    if (place < last) this.replaceAt(place, this.times[last]!, this.ranks[last]!, this.slots[last]!);
  }

  /**
   * Puts an item in the stead of the one at a place. The hole sinks to a leaf along the least children and the item
   * rises from there: right whether it belongs above or below the hole, and fewer comparisons than sinking the item
   * itself, as it nearly always belongs near a leaf.
   */
  replaceAt(hole: number, time: number, rank: number, slot: number): void {
    const { times, ranks, slots, places, size } = this;
    let place = hole;
    for (let child = 4 * place + 1; child < size; child = 4 * place + 1) {
      const end = child + 4 < size ? child + 4 : size;
      let least = child;
      let leastTime = times[child]!;
      for (let other = child + 1; other < end; other++) {
        const otherTime = times[other]!;
        if (otherTime < leastTime || (otherTime === leastTime && ranks[other]! < ranks[least]!)) {
          least = other;
          leastTime = otherTime;
        }
      }
      const moved = slots[least]!;
      times[place] = leastTime;
      ranks[place] = ranks[least]!;
      slots[place] = moved;
      places[moved] = place;
      place = least;
    }
    this.siftUp(place, time, rank, slot);
  }

  private siftUp(leaf: number, time: number, rank: number, slot: number): void {
    const { times, ranks, slots, places } = this;
    let place = leaf;
    while (place > 0) {
      const parent = (place - 1) >> 2;
      const parentTime = times[parent]!;
      if (parentTime < time || (parentTime === time && ranks[parent]! < rank)) break;
      const moved = slots[parent]!;
      times[place] = parentTime;
      ranks[place] = ranks[parent]!;
      slots[place] = moved;
      places[moved] = place;
      place = parent;
    }
    times[place] = time;
    ranks[place] = rank;
    slots[place] = slot;
    places[slot] = place;
  }
}

/** `target`, with the numbers of `source` at its start. */
export function enlarged<Numbers extends Float64Array | Int32Array>(target: Numbers, source: Numbers): Numbers {
  target.set(source);
  return target;
}
