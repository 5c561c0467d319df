import { antitheticPairs } from './antithetic-pairs.js';
import { DEFAULT_LEVEL, withoutInterval, type Estimate } from './estimate.js';
import { meanInterval } from './mean-interval.js';
import { probabilityInterval } from './probability-interval.js';
import { ratioInterval } from './ratio-interval.js';

/**
 * Means of antithetic pairs, 2i with 2i + 1 (from 0): n/2 values independent of each other; NaN where either is. Throws
 * RangeError where a value has no partner.
 */
export function pairMeans(values: ArrayLike<number>): Float64Array {
  if (values.length % 2 !== 0) throw new RangeError(`values must be an even number, got ${values.length}`);
  return Float64Array.from({ length: values.length / 2 }, (_, i) => (values[2 * i]! + values[2 * i + 1]!) / 2);
}

/**
 * The mean of values that come in antithetic pairs, with an interval of the pairs. Where a value does not exist (NaN) the
 * mean is over those that do: the ratio of two sums over pairs. `n` counts pairs.
 */
export function meanOfPairs(values: ArrayLike<number>, level = DEFAULT_LEVEL): Estimate {
  const means = pairMeans(values);
  if (!means.some((value) => Number.isNaN(value)))
    return { ...meanInterval(means, level), method: 'Student t of antithetic pairs' };
  const exists = Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1));
  const [above, below] = [Array.from(values, (value) => (Number.isNaN(value) ? 0 : value)), exists].map(pairMeans);
  const rows = Array.from(below!.keys()).filter((i) => below![i]! > 0);
  const estimate = ratioInterval({
    numerators: rows.map((i) => above![i]!),
    denominators: rows.map((i) => below![i]!),
    level,
  });
  return { ...estimate, method: `${estimate.method} of antithetic pairs` };
}

/**
 * A probability from antithetic pairs: the share of all n replications, with the interval that n/2 independent ones would
 * give. However the two of a pair depend on each other, the share spreads no more than that, for the mean of two events
 * spreads at most as one of them does; so the interval holds, and is up to √2 times as wide as need be.
 */
export function probabilityOfPairs({ value, n, level }: Pick<Estimate, 'value' | 'n' | 'level'>): Estimate {
  const hits = Math.round(value * n);
  const half = Math.floor(n / 2);
  if (Number.isNaN(value) || half === 0)
    return withoutInterval({ value, level, n, method: 'Wilson', note: 'not estimable without a pair' });
  // Half a hit is counted down for the lower end, and up for the upper one.
  const { low, method } = probabilityInterval({ hits: Math.floor(hits / 2), n: half }, level);
  const { high } = probabilityInterval({ hits: Math.min(half, Math.ceil(hits / 2)), n: half }, level);
  return { value, low, high, level, n: half, method: `${method} of antithetic pairs` };
}

/** A point estimate that pairs leave without an interval, which would take the values for independent. */
export function pointOfPairs<Given extends Estimate>(estimate: Given): Given {
  return {
    ...estimate,
    low: NaN,
    high: NaN,
    note: 'no interval of antithetic pairs: run without --antithetic for one',
  };
}

/** How many times better the mean of a pair is than that of two independent replications; 1 is no gain. NaN where nothing varies, or with too few pairs. */
export function antitheticGain(values: ArrayLike<number>): number {
  const finite = Array.from(values);
  if (finite.some((value) => !Number.isFinite(value))) return NaN;
  return antitheticPairs(finite).varianceReduction;
}
