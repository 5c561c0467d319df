import chisquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { checkLevel, DEFAULT_LEVEL, type Estimate } from './estimate.js';

/**
 * The expectation behind one observed Poisson count, by Garwood's exact interval (Biometrika 28, 1936):
 * ½χ²(α/2, 2k) to ½χ²(1−α/2, 2k+2). `n` is 1: one count was observed. Throws RangeError unless `count` is a count.
 */
export function countInterval(count: number, level = DEFAULT_LEVEL): Estimate {
  checkLevel(level);
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`count must be a whole number from 0, got ${count}`);
  return {
    value: count,
    low: count === 0 ? 0 : gammaQuantile((1 - level) / 2, count),
    high: gammaQuantile((1 + level) / 2, count + 1),
    level,
    n: 1,
    method: 'Garwood',
  };
}

/** Quantile of the gamma law of that shape and scale 1, which is half a χ² quantile of twice as many degrees. */
function gammaQuantile(p: number, shape: number): number {
  return shape < LARGE_SHAPE ? chisquareQuantile(p, 2 * shape) / 2 : gammaQuantileOfLargeShape(p, shape);
}

/**
 * From shapes of about 850 on @stdlib's incomplete gamma function is wrong by up to 1 % in probability, and its
 * χ² quantile in the fourth digit.
 */
const LARGE_SHAPE = 500;

/**
 * Cornish–Fisher expansion of χ² in its degrees ν (Goldberg and Levine, Ann. Math. Statist. 17, 1946); from shape 500
 * on and for |z| ≤ 3.3 within 5e-8 of the value.
 */
function gammaQuantileOfLargeShape(p: number, shape: number): number {
  const z = normalQuantile(p, 0, 1);
  const degrees = 2 * shape;
  const root = Math.sqrt(2 * degrees);
  const chisquare =
    degrees +
    root * z +
    (2 / 3) * (z ** 2 - 1) +
    (z ** 3 - 7 * z) / (9 * root) -
    (6 * z ** 4 + 14 * z ** 2 - 32) / (405 * degrees);
  return chisquare / 2;
}
