import { apportion, evenPart } from './apportion.js';
import type { Count, Departure } from './compile-plan.js';
import type { OrderProgress } from './order-book.js';
import { sumPersons } from './sum-persons.js';
import type { World } from './world.js';

/** An order that could not be carried out in full: fewer were there than it named. */
export interface Shortfall {
  readonly path: string;
  readonly day: number;
  readonly base: number;
  /** Contingent, or -1 for everybody. */
  readonly contingent: number;
  readonly ordered: number;
  /** How many of those ordered could leave. */
  readonly left: number;
}

/** Who goes: how many of each contingent an order takes when it starts, and who is in each of its groups. */
export class OrderGroups {
  readonly shortfalls: Shortfall[] = [];
  private readonly world: World;
  private readonly values: Float64Array;
  /** Persons of each contingent at the base that was looked at last. */
  private readonly present: Int32Array;
  private readonly group: Int32Array;

  constructor({ world, values }: { readonly world: World; readonly values: Float64Array }) {
    this.world = world;
    this.values = values;
    this.present = new Int32Array(world.contingents);
    this.group = new Int32Array(world.contingents);
  }

  reset(): void {
    this.shortfalls.length = 0;
  }

  /** Everybody at a base, by contingent. Stands until the next question. */
  everybody(base: number): Int32Array {
    this.look(base);
    this.group.set(this.present);
    return this.group;
  }

  /** How many of each contingent an order would take if it started now, of those who are there. Stands until the next question. */
  wouldTake(item: Departure): Int32Array {
    this.settle(item, this.group, 0);
    for (let c = 0; c < this.group.length; c++) this.group[c] = Math.min(this.group[c]!, this.present[c]!);
    return this.group;
  }

  /** Writes how many of each contingent an order takes, given who is there when it starts. */
  settle(item: Departure, into: Int32Array, day: number): void {
    this.look(item.from);
    const { persons } = item;
    if (!('kind' in persons)) {
      persons.forEach((count, c) => (into[c] = count === undefined ? 0 : this.countOf(count, this.present[c]!)));
      return;
    }
    const there = sumPersons(this.present);
    const wanted = this.countOf(persons, there);
    if (wanted > there)
      this.shortfalls.push({ path: item.path, day, base: item.from, contingent: -1, ordered: wanted, left: there });
    apportion(Math.min(wanted, there), this.present, into);
  }

  /** How many the next group of an order would be if it left now. */
  countNext(item: Departure, progress: OrderProgress): number {
    if (progress.left === 1 && takesAll(item)) return this.world.atBase[item.from]!;
    this.look(item.from);
    this.share(progress, progress.parts - progress.left);
    let persons = 0;
    for (let c = 0; c < this.group.length; c++) persons += Math.min(this.group[c]!, this.present[c]!);
    return persons;
  }

  /**
   * The group that leaves now, the last of its order where none is left: nearly equal groups, contingents mixed as in what
   * is left of the order, no more than are there. Stands until the next question.
   */
  next(item: Departure, progress: OrderProgress, day: number): Int32Array {
    this.look(item.from);
    const { group, present } = this;
    if (progress.left === 0 && takesAll(item)) {
      group.set(present);
      return group;
    }
    const { ordered, remaining, missing } = progress;
    this.share(progress, progress.parts - progress.left - 1);
    for (let c = 0; c < group.length; c++) {
      const wanted = group[c]!;
      group[c] = Math.min(wanted, present[c]!);
      remaining[c]! -= wanted;
      missing[c]! += wanted - group[c]!;
      if (progress.left > 0 || missing[c] === 0) continue;
      const left = ordered[c]! - missing[c]!;
      this.shortfalls.push({ path: item.path, day, base: item.from, contingent: c, ordered: ordered[c]!, left });
    }
    return group;
  }

  private share({ ordered, remaining, parts }: OrderProgress, part: number): void {
    apportion(evenPart(sumPersons(ordered), parts, part), remaining, this.group);
  }

  private countOf(count: Count, there: number): number {
    switch (count.kind) {
      case 'all':
        return there;
      case 'share':
        return Math.round(this.values[count.slot]! * there);
      case 'half':
        return Math.floor(there / 2);
      case 'upTo':
        return Math.min(count.persons, there);
      case 'number':
        return Math.round(this.values[count.slot]!);
      default:
        return count satisfies never;
    }
  }

  private look(base: number): void {
    const { contingents, present } = this.world;
    for (let c = 0; c < contingents; c++) this.present[c] = present[base * contingents + c]!;
  }
}

/** Whether an order is for everybody who is there, whoever that is in the end. */
function takesAll({ persons }: Departure): boolean {
  return 'kind' in persons && persons.kind === 'all';
}
