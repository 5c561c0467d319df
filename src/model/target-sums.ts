/**
 * Of each actor Σ w_b over the bases that draw it, and Σ N_b w_b. Always added up in the order of the bases, so that the
 * same weights give the same sums to the last digit, whatever changed before; a change adds up again from its base on.
 */
export class TargetSums {
  private readonly bases: number;
  /** By actor, the bases that draw it in ascending order, and the place of each base among them; -1 of all others. */
  private readonly targets: Int32Array;
  private readonly places: Int32Array;
  private readonly counts: Int32Array;
  /** By actor, four of the target at each place: w_b, N_b w_b, and the sums of both over those before it. */
  private readonly rows: Float64Array;

  constructor({ actors, bases }: { readonly actors: number; readonly bases: number }) {
    this.bases = bases;
    this.targets = new Int32Array(actors * bases);
    this.places = new Int32Array(actors * bases).fill(-1);
    this.counts = new Int32Array(actors);
    this.rows = new Float64Array(4 * actors * (bases + 1));
  }

  /** Nobody draws. The sums over those before the first target of an actor are never anything but 0. */
  clear(): void {
    this.places.fill(-1);
    this.counts.fill(0);
  }

  /** A base draws an actor with this weight, 0 for not at all, and has so many persons. The sums go into `sums`. */
  set({ actor, base, weight, persons }: Target, sums: Sums): void {
    const { counts, places, rows, bases } = this;
    const own = actor * bases + base;
    const first = actor * (bases + 1);
    let place = places[own]!;
    if (weight === 0) {
      if (place < 0) return;
      this.remove(actor, place);
    } else {
      if (place < 0) {
        this.insert(actor, base);
        place = places[own]!;
      }
      const row = (first + place) << 2;
      rows[row] = weight;
      rows[row | 1] = weight * persons;
    }
    const end = (first + counts[actor]!) << 2;
    let at = (first + place) << 2;
    let sum = rows[at | 2]!;
    let personSum = rows[at | 3]!;
    for (; at < end; at = (at + 4) | 0) {
      sum += rows[at]!;
      personSum += rows[at | 1]!;
      rows[(at + 6) | 0] = sum;
      rows[(at + 7) | 0] = personSum;
    }
    sums.hostWeight = sum;
    sums.personWeight = personSum;
  }

  weightAt(actor: number, base: number): number {
    const place = this.places[actor * this.bases + base]!;
    return place < 0 ? 0 : this.rows[(actor * (this.bases + 1) + place) << 2]!;
  }

  private insert(actor: number, base: number): void {
    const { targets } = this;
    const first = actor * this.bases;
    let place = this.counts[actor]!++;
    for (; place > 0 && targets[first + place - 1]! > base; place--) this.move(actor, place - 1, place);
    targets[first + place] = base;
    this.places[first + base] = place;
  }

  private remove(actor: number, place: number): void {
    const first = actor * this.bases;
    this.places[first + this.targets[first + place]!] = -1;
    const count = --this.counts[actor]!;
    for (let i = place; i < count; i++) this.move(actor, i + 1, i);
  }

  private move(actor: number, from: number, to: number): void {
    const { targets, rows } = this;
    const first = actor * this.bases;
    const base = targets[first + from]!;
    targets[first + to] = base;
    this.places[first + base] = to;
    const row = 4 * actor * (this.bases + 1);
    rows[row + 4 * to] = rows[row + 4 * from]!;
    rows[row + 4 * to + 1] = rows[row + 4 * from + 1]!;
  }
}

interface Target {
  readonly actor: number;
  readonly base: number;
  readonly weight: number;
  readonly persons: number;
}

interface Sums {
  hostWeight: number;
  personWeight: number;
}
