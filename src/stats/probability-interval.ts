import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { checkLevel, DEFAULT_LEVEL, tooFew, withoutInterval, type Estimate } from './estimate.js';

/** `hits` of `n` independent trials, both counts. */
export interface Trials {
  readonly hits: number;
  readonly n: number;
}

/**
 * The probability of an event seen in `hits` of `n` replications: Wilson's interval, but Clopper–Pearson's where the
 * event came never or always. Throws RangeError unless hits and n are counts with hits ≤ n.
 */
export function probabilityInterval(trials: Trials, level = DEFAULT_LEVEL): Estimate {
  const oneSided = trials.hits === 0 || trials.hits === trials.n;
  return oneSided ? clopperPearson(trials, level) : wilson(trials, level);
}

/** Wilson's score interval (JASA 22, 1927), without continuity correction: near the level on average over p. */
export function wilson(trials: Trials, level = DEFAULT_LEVEL): Estimate {
  return interval({ trials, level, method: 'Wilson' }, ({ hits, n }) => {
    const z = normalQuantile((1 + level) / 2, 0, 1);
    const centre = hits + (z * z) / 2;
    const spread = z * Math.sqrt((hits * (n - hits)) / n + (z * z) / 4);
    const low = (centre - spread) / (n + z * z);
    // At 0 hits the lower end is 0 exactly; at n hits rounding would carry the upper one past 1.
    return [low, hits === n ? 1 : (centre + spread) / (n + z * z)];
  });
}

/** Clopper and Pearson's interval (Biometrika 26, 1934) by beta quantiles: covers at least `level` for every p. */
export function clopperPearson(trials: Trials, level = DEFAULT_LEVEL): Estimate {
  return interval({ trials, level, method: 'Clopper–Pearson' }, ({ hits, n }) => [
    hits === 0 ? 0 : betaQuantile((1 - level) / 2, hits, n - hits + 1),
    hits === n ? 1 : betaQuantile((1 + level) / 2, hits + 1, n - hits),
  ]);
}

/**
 * How many replications are needed to see an event of that probability at least once with probability `level`: the
 * smallest n with 1 − (1 − p)ⁿ ≥ level. Infinity at p 0. Throws RangeError unless p lies in 0 to 1.
 */
export function runsToSeeOnce(probability: number, level = DEFAULT_LEVEL): number {
  checkLevel(level);
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`probability must be from 0 to 1, got ${probability}`);
  if (probability === 0) return Infinity;
  const runs = Math.log1p(-level) / Math.log1p(-probability);
  // Where n is a whole number in exact arithmetic (p .3, level .51), rounding must not ask for one more.
  return Math.max(1, Math.ceil(runs * (1 - 1e-12)));
}

function interval(
  about: { readonly trials: Trials; readonly level: number; readonly method: string },
  ends: (trials: Trials) => readonly [low: number, high: number],
): Estimate {
  const { trials, level, method } = about;
  checkLevel(level);
  checkTrials(trials);
  const { hits, n } = trials;
  if (n === 0) return withoutInterval({ level, n, method, note: tooFew(0) });
  const [low, high] = ends(trials);
  return { value: hits / n, low, high, level, n, method };
}

function checkTrials({ hits, n }: Trials): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`n must be a count of trials, got ${n}`);
  if (!Number.isSafeInteger(hits) || hits < 0 || hits > n)
    throw new RangeError(`hits must be a count of at most ${n}, got ${hits}`);
}
