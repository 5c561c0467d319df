import { completeRows } from './complete-rows.js';
import { DEFAULT_LEVEL, type Estimate } from './estimate.js';
import { probabilityInterval } from './probability-interval.js';
import { tiedBest, type Better } from './tied-best.js';

export interface ProbabilityBest {
  /** Better than every other system. */
  readonly alone: Estimate;
  /** As good as the best, together with at least one other. */
  readonly tied: Estimate;
}

/**
 * How often each system is the best, a tie being shown as a tie: shares of rows with Wilson's interval (Clopper–Pearson's
 * at none and all), one entry a system. Rows are replications for "in how many replications is A below B" (two columns:
 * `alone` of A is P(A < B), `tied` is P(A = B)); for "the probability that A is the better policy" they are states, the
 * columns being the means of `innerMeans`. A row with a blank is dropped for all. Throws as completeRows.
 */
export function probabilityBest({
  columns,
  better,
  level = DEFAULT_LEVEL,
}: {
  readonly columns: readonly ArrayLike<number>[];
  readonly better: Better;
  readonly level?: number;
}): ProbabilityBest[] {
  const complete = completeRows(columns);
  const n = complete.rows.length;
  const best = complete.rows.map((_, row) =>
    tiedBest(
      complete.columns.map((column) => column[row]!),
      better,
    ),
  );
  return columns.map((_, system) => {
    const share = (holds: (bestOfRow: readonly number[]) => boolean) =>
      probabilityInterval(
        { hits: best.filter((systems) => systems.includes(system) && holds(systems)).length, n },
        level,
      );
    return { alone: share((systems) => systems.length === 1), tied: share((systems) => systems.length > 1) };
  });
}
