import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { checkLevel, DEFAULT_LEVEL } from './estimate.js';
import { studentHalfWidth } from './mean-interval.js';

/**
 * The smallest number of replications n ≥ 2 whose Student interval, were their standard deviation `sd`, has a half-width
 * of at most `halfWidth` (both in the unit of the outcome). Throws RangeError unless sd ≥ 0 and halfWidth > 0.
 */
export function replicationsForHalfWidth({
  sd,
  halfWidth,
  level = DEFAULT_LEVEL,
}: {
  readonly sd: number;
  readonly halfWidth: number;
  readonly level?: number;
}): number {
  checkLevel(level);
  if (!(sd >= 0 && sd < Infinity)) throw new RangeError(`sd must be a finite number of at least 0, got ${sd}`);
  if (!(halfWidth > 0)) throw new RangeError(`halfWidth must be above 0, got ${halfWidth}`);
  // The normal answer is never more than the Student one and at most a few short of it.
  let n = Math.max(2, Math.ceil(((normalQuantile((1 + level) / 2, 0, 1) * sd) / halfWidth) ** 2));
  while (studentHalfWidth({ sd, n, level }) > halfWidth) n++;
  return n;
}
