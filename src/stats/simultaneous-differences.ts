import { checkLevel, DEFAULT_LEVEL } from './estimate.js';
import { pairedDifference, type PairedDifference } from './paired-difference.js';

/** The level each of several intervals needs so that all hold together with at least `level`: 1 − α/k (Bonferroni). */
export function bonferroniLevel({ level, intervals }: { readonly level: number; readonly intervals: number }): number {
  checkLevel(level);
  if (!Number.isSafeInteger(intervals) || intervals < 1)
    throw new RangeError(`intervals must be a whole number from 1, got ${intervals}`);
  return 1 - (1 - level) / intervals;
}

/** One of several differences that hold together: column `a` less column `b`, by index. */
export interface SimultaneousDifference extends PairedDifference {
  readonly a: number;
  readonly b: number;
}

/**
 * Paired differences of several strategies by Bonferroni's inequality, which needs no independence and so holds under
 * common random numbers: each column less the first (`first`), or every later column less every earlier one (`all`).
 * `level` is that of all together; each Estimate names its own. Blanks drop a pair from its comparison only. Throws
 * RangeError unless there are two columns at least, all as long.
 */
export function simultaneousDifferences({
  columns,
  against,
  level = DEFAULT_LEVEL,
}: {
  readonly columns: readonly ArrayLike<number>[];
  readonly against: 'first' | 'all';
  readonly level?: number;
}): SimultaneousDifference[] {
  if (columns.length < 2) throw new RangeError(`columns must be at least two, got ${columns.length}`);
  const pairs = columns.flatMap((_, a) =>
    Array.from({ length: against === 'first' ? Math.min(a, 1) : a }, (__, b) => ({ a, b })),
  );
  const each = bonferroniLevel({ level, intervals: pairs.length });
  return pairs.map(({ a, b }) => ({
    a,
    b,
    ...pairedDifference({ a: columns[a]!, b: columns[b]!, level: each }),
  }));
}
