/**
 * Σ w_b over the bases that draw, and Σ N_b w_b. Always added up in the order of the bases, so that the same weights give
 * the same sums to the last digit, whatever changed before; a change adds up again from its base on.
 */
export class TargetSums {
  weight = 0;
  personWeight = 0;
  /** Bases that draw, in ascending order, and the place of each base among them; -1 of all others. */
  private readonly targets: Int32Array;
  private readonly places: Int32Array;
  private count = 0;
  /** At 4i of the target at place i: w_b, N_b w_b, and the sums of both over those before it. */
  private readonly rows: Float64Array;

  constructor(bases: number) {
    this.targets = new Int32Array(bases);
    this.places = new Int32Array(bases).fill(-1);
    this.rows = new Float64Array(4 * (bases + 1));
  }

  /** Nobody draws. */
  clear(): void {
    this.places.fill(-1);
    this.rows.fill(0);
    this.count = this.weight = this.personWeight = 0;
  }

  /** A base draws with this weight, 0 for not at all, and has so many persons. */
  set(base: number, weight: number, persons: number): void {
    const before = this.places[base]!;
    if (before < 0 && weight === 0) return;
    const place = before < 0 ? this.insert(base) : before;
    if (weight === 0) this.remove(place);
    else {
      this.rows[4 * place] = weight;
      this.rows[4 * place + 1] = weight * persons;
    }
    this.addUp(place);
  }

  weightAt(base: number): number {
    const place = this.places[base]!;
    return place < 0 ? 0 : this.rows[4 * place]!;
  }

  private addUp(from: number): void {
    const { rows } = this;
    const end = this.count << 2;
    let at = from << 2;
    let weight = rows[at | 2]!;
    let personWeight = rows[at | 3]!;
    for (; at < end; at = (at + 4) | 0) {
      weight += rows[at]!;
      personWeight += rows[at | 1]!;
      rows[(at + 6) | 0] = weight;
      rows[(at + 7) | 0] = personWeight;
    }
    this.weight = weight;
    this.personWeight = personWeight;
  }

  private insert(base: number): number {
    const { targets } = this;
    let place = this.count++;
    for (; place > 0 && targets[place - 1]! > base; place--) this.move(place - 1, place);
    targets[place] = base;
    this.places[base] = place;
    return place;
  }

  private remove(place: number): void {
    this.places[this.targets[place]!] = -1;
    this.count--;
    for (let i = place; i < this.count; i++) this.move(i + 1, i);
  }

  private move(from: number, to: number): void {
    const { targets, rows } = this;
    const base = targets[from]!;
    targets[to] = base;
    this.places[base] = to;
    rows[4 * to] = rows[4 * from]!;
    rows[4 * to + 1] = rows[4 * from + 1]!;
  }
}
