/**
 * Of each actor Σ w_b over the bases that draw it, and Σ N_b w_b. Always added up in the order of the bases, so that the
 * same weights give the same sums to the last digit, whatever changed before; a change adds up again from its base on.
 */
export class TargetSums {
  private readonly bases: number;
  /** By actor, the bases that draw it in ascending order; by actor and base, the first cell of its row, -1 where it has none. */
  private readonly targets: Int32Array;
  private readonly cells: Int32Array;
  /** By actor, how many rows there are, and the cell behind the last of them. */
  private readonly counts: Int32Array;
  private readonly ends: Int32Array;
  /** By actor, four cells of each target in a row: w_b, N_b w_b, and the sums of both over those before it. */
  private readonly rows: Float64Array;

  constructor({ actors, bases }: { readonly actors: number; readonly bases: number }) {
    this.bases = bases;
    this.targets = new Int32Array(actors * bases);
    this.cells = new Int32Array(actors * bases).fill(-1);
    this.counts = new Int32Array(actors);
    this.ends = new Int32Array(actors);
    this.rows = new Float64Array(4 * actors * (bases + 1));
  }

  /** Nobody draws. The sums over those before the first target of an actor are never anything but 0. */
  clear(): void {
    const { cells, counts, ends } = this;
    cells.fill(-1);
    for (let actor = 0; actor < counts.length; actor++) {
      counts[actor] = 0;
      ends[actor] = this.firstCell(actor);
    }
  }

  /** A base draws an actor with this weight, 0 for not at all, and has so many persons. The sums go into `sums`. */
  set({ actor, base, weight, persons }: Target, sums: Sums): void {
    const { cells, rows, ends } = this;
    const own = actor * this.bases + base;
    let at = cells[own]!;
    if (weight === 0) {
      if (at < 0) return;
      this.remove(actor, at);
    } else {
      if (at < 0) {
        this.insert(actor, base);
        at = cells[own]!;
      }
      rows[at] = weight;
      rows[at | 1] = weight * persons;
    }
    const end = ends[actor]!;
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
    const cell = this.cells[actor * this.bases + base]!;
    return cell < 0 ? 0 : this.rows[cell]!;
  }

  private firstCell(actor: number): number {
    return 4 * actor * (this.bases + 1);
  }

  private insert(actor: number, base: number): void {
    const { targets } = this;
    const first = actor * this.bases;
    let place = this.counts[actor]!++;
    this.ends[actor]! += 4;
    for (; place > 0 && targets[first + place - 1]! > base; place--) this.move(actor, place - 1, place);
    targets[first + place] = base;
    this.cells[first + base] = this.firstCell(actor) + 4 * place;
  }

  private remove(actor: number, cell: number): void {
    const first = actor * this.bases;
    const place = (cell - this.firstCell(actor)) >> 2;
    this.cells[first + this.targets[first + place]!] = -1;
    const count = --this.counts[actor]!;
    this.ends[actor]! -= 4;
    for (let i = place; i < count; i++) this.move(actor, i + 1, i);
  }

  private move(actor: number, from: number, to: number): void {
    const { targets, rows } = this;
    const first = actor * this.bases;
    const base = targets[first + from]!;
    const firstCell = this.firstCell(actor);
    const cell = firstCell + 4 * to;
    const before = firstCell + 4 * from;
    targets[first + to] = base;
    this.cells[first + base] = cell;
    rows[cell] = rows[before]!;
    rows[cell + 1] = rows[before + 1]!;
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
