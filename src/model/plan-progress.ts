import type { Shortfall } from './order-groups.js';

/** How far a plan has come in a replication. */
export interface PlanProgress {
  /** Day on which people last left a base by order; NaN where nobody did. */
  readonly lastDepartureDay: number;
  /** Orders that took fewer than they named. */
  readonly shortfalls: readonly Shortfall[];
  /** Persons whom orders under way should have taken, and who have not left. */
  readonly unfinished: () => number;
  /** Person-days between planned and actual departure, up to a day. */
  readonly waitedPersonDays: (day: number) => number;
}
