import type { CompiledItem, CompiledPlan, Departure } from './compile-plan.js';
import { sumPersons } from './sum-persons.js';

/** One order under way: how many of each contingent, and how many departures are still to come. */
export interface OrderProgress {
  readonly ordered: Int32Array;
  readonly remaining: Int32Array;
  readonly missing: Int32Array;
  /** Those who have left by it. */
  readonly sent: Int32Array;
  parts: number;
  left: number;
  /** Groups that have asked for lift. */
  asked: number;
  /** Day on which its last group left; NaN before. */
  lastLeftDay: number;
}

/** The orders of a replication, the plan and after it what rules ordered, and how far each has come. */
export class OrderBook {
  private readonly plan: CompiledPlan;
  private readonly contingents: number;
  private readonly orders: CompiledItem[] = [];
  private readonly progress: OrderProgress[] = [];

  constructor(plan: CompiledPlan, contingents: number) {
    this.plan = plan;
    this.contingents = contingents;
  }

  reset(): void {
    this.orders.length = 0;
    for (const progress of this.progress) {
      progress.left = progress.asked = 0;
      progress.lastLeftDay = NaN;
    }
    for (const item of this.plan) this.add(item);
  }

  /** Returns the index of the order. */
  add(item: CompiledItem): number {
    const index = this.orders.push(item) - 1;
    this.progress[index] ??= newProgress(this.contingents);
    return index;
  }

  isOfPlan(index: number): boolean {
    return index < this.plan.length;
  }

  departureAt(index: number): Departure {
    const item = this.orders[index]!;
    if (item.kind !== 'departure') throw new Error('only a departure leaves a base');
    return item;
  }

  progressOf(index: number): OrderProgress {
    return this.progress[index]!;
  }

  /** Persons whom departures under way should have taken, and who have not left. */
  unfinished(): number {
    let persons = 0;
    this.orders.forEach((item, index) => {
      const { left, remaining } = this.progress[index]!;
      if (item.kind === 'departure' && left > 0) persons += sumPersons(remaining);
    });
    return persons;
  }
}

function newProgress(contingents: number): OrderProgress {
  return {
    ordered: new Int32Array(contingents),
    remaining: new Int32Array(contingents),
    missing: new Int32Array(contingents),
    sent: new Int32Array(contingents),
    parts: 0,
    left: 0,
    asked: 0,
    lastLeftDay: NaN,
  };
}
