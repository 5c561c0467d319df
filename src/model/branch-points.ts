import type { EventCalendar } from '../kernel/index.js';
import type { Condition } from './compile-regimes.js';
import type { CompiledScenario } from './compile.js';
import { EventKind, Priority } from './event-kind.js';
import { openDated, type Luck } from './luck.js';

/**
 * Which side each branch point takes in a replication. It is drawn at once, from a stream of the branch's name, so that
 * what does not come to pass never enters the calendar; the branch's own event tells it on its day.
 */
export class BranchPoints {
  /** 1 where `then` was drawn. */
  readonly drawn: Uint8Array;
  private readonly compiled: CompiledScenario;
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly calendar: EventCalendar;
    readonly values: Float64Array;
  }) {
    this.compiled = parts.compiled;
    this.calendar = parts.calendar;
    this.values = parts.values;
    this.drawn = new Uint8Array(this.compiled.branches.length);
  }

  reset(luck: Luck): void {
    this.compiled.branches.forEach((branch, index) => {
      const u = openDated(luck, { purpose: 'branch', entity: branch.name })(branch.day);
      this.drawn[index] = u < this.values[branch.probability]! ? 1 : 0;
      // Before anything else of its day: what it decides may begin at the same instant.
      this.calendar.schedule(branch.day, Priority.arrival, EventKind.branch, index);
    });
  }

  readonly regimeHappens = (regime: number): boolean => this.holds(this.compiled.regimeConditions[regime]!);

  readonly itemHappens = (item: number): boolean => this.holds(this.compiled.planConditions[item]!);

  private holds(conditions: readonly Condition[]): boolean {
    return conditions.every(({ branch, then }) => (this.drawn[branch] === 1) === then);
  }
}

/** Most branch points whose courses are all tried in a check: 2⁸ of them. */
export const mostTriedBranches = 8;

/**
 * The courses that the branch points behind some items can take together, as a test of an item's conditions. Branches
 * that name none of the items are left out; one course, in which everything happens that any side names, where there
 * are more than {@link mostTriedBranches}.
 */
export function coursesOf(
  conditions: readonly (readonly Condition[])[],
): ((conditions: readonly Condition[]) => boolean)[] {
  const branches = [...new Set(conditions.flat().map(({ branch }) => branch))];
  if (branches.length > mostTriedBranches) return [() => true];
  return Array.from(
    { length: 2 ** branches.length },
    (_, course) => (needed: readonly Condition[]) =>
      needed.every(({ branch, then }) => ((course >> branches.indexOf(branch)) & 1) === (then ? 1 : 0)),
  );
}
