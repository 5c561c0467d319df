import { DEFAULT_LEVEL, type Estimate } from './estimate.js';
import { probabilityInterval } from './probability-interval.js';
import { checkSample } from './sorted-sample.js';
import type { Better } from './tied-best.js';

/**
 * How often a system does well enough: the share of states whose outcome is at most the threshold (at least, where
 * higher is better), with Wilson's interval, Clopper–Pearson's at none and all. A state is one parameter draw, its
 * outcome the mean over the replications that share it (`innerMeans`). Throws RangeError at a value that is not finite.
 */
export function satisficingShare({
  outcomes,
  threshold,
  better,
  level = DEFAULT_LEVEL,
}: {
  readonly outcomes: ArrayLike<number>;
  readonly threshold: number;
  readonly better: Better;
  readonly level?: number;
}): Estimate {
  checkSample(outcomes, 'outcome');
  checkSample([threshold], 'threshold');
  const satisfies = (value: number) => (better === 'lower' ? value <= threshold : value >= threshold);
  return probabilityInterval({ hits: Array.from(outcomes).filter(satisfies).length, n: outcomes.length }, level);
}
