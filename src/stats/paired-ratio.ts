import { mean, sum } from 'simple-statistics';
import { completeRows } from './complete-rows.js';
import { checkLevel, DEFAULT_LEVEL, tooFew, withoutInterval, type Estimate } from './estimate.js';
import type { PairedColumns } from './paired-difference.js';
import { studentQuantile } from './student-quantile.js';

/** An estimate over complete rows only. */
export interface PairedEstimate extends Estimate {
  /** Replications left out because a value was blank. */
  readonly droppedPairs: number;
}

/**
 * How many times as large A's mean is as B's, Ā/B̄, over paired replications: see {@link ratioOfRates} for the interval.
 * Of means that must be from 0 on. Throws RangeError at a negative value, an infinity, or columns of unequal length.
 */
export function pairedRatio({
  a,
  b,
  level = DEFAULT_LEVEL,
}: PairedColumns & { readonly level?: number }): PairedEstimate {
  return logJackknife({ above: [a], below: [b], level });
}

/** A rate by replication: its rate over all is Σ numerators/Σ denominators (attacks by person-days, say). */
export interface RateColumns {
  readonly numerators: ArrayLike<number>;
  readonly denominators: ArrayLike<number>;
}

/**
 * How many times A's rate is B's over paired replications, (ΣnA/ΣdA)/(ΣnB/ΣdB), with a delete-one jackknife t interval
 * of its logarithm, which keeps it above 0 and makes A/B and B/A say the same. A replication is left out of all four
 * columns at once, so what they share cancels. Chosen by coverage against Fieller's theorem, the plain jackknife and the
 * delta method (95 %, 20 pairs: lognormal σ .8, ρ .8: 93.6, Fieller 96.2, plain 93.4, delta 92.4; counts of mean .6: 94.3,
 * 96.0 with a quarter of the intervals unbounded, 92.7, 91.7). Below about 20 events on a side it covers too little.
 *
 * Without an event in A the value is 0 without an interval; where one replication holds a whole sum there is none either.
 * Throws RangeError at a negative value, an infinity, or columns of unequal length; rows with a blank are dropped.
 */
export function ratioOfRates({
  a,
  b,
  level = DEFAULT_LEVEL,
}: {
  readonly a: RateColumns;
  readonly b: RateColumns;
  readonly level?: number;
}): PairedEstimate {
  return logJackknife({ above: [a.numerators, b.denominators], below: [b.numerators, a.denominators], level });
}

/** The product of the sums of `above` by the product of the sums of `below`. */
function logJackknife({
  above,
  below,
  level,
}: {
  readonly above: readonly ArrayLike<number>[];
  readonly below: readonly ArrayLike<number>[];
  readonly level: number;
}): PairedEstimate {
  checkLevel(level);
  const { columns, dropped } = completeRows([...above, ...below]);
  const n = columns[0]!.length;
  const about = { level, n, method: 'jackknife t of the logarithm', droppedPairs: dropped };
  columns.forEach(checkNotNegative);
  if (n === 0) return { ...about, ...withoutInterval({ ...about, note: tooFew(0) }) };
  const terms = columns.map((column, c) => ({ column, total: sum([...column]), sign: c < above.length ? 1 : -1 }));
  if (terms.some(({ total, sign }) => total === 0 && sign < 0))
    return { ...about, ...withoutInterval({ ...about, note: 'not estimable: what it is divided by sums to 0' }) };
  const value = terms.reduce((product, { total, sign }) => product * total ** sign, 1);
  const noInterval = (note: string) => ({ ...about, ...withoutInterval({ ...about, value, note }) });
  if (n === 1) return noInterval(tooFew(1));
  if (value === 0) return noInterval('no interval: nothing happened in the numerator');
  if (terms.some(({ column }) => column.filter((x) => x > 0).length === 1))
    return noInterval('no interval: one replication holds a whole sum');
  // log θ₋ᵢ − log θ, each sum less its part i.
  const shifts = Array.from({ length: n }, (_, i) =>
    sum(terms.map(({ column, total, sign }) => sign * Math.log1p(-column[i]! / total))),
  );
  const centre = mean(shifts);
  const variance = ((n - 1) / n) * sum(shifts.map((shift) => (shift - centre) ** 2));
  const halfWidth = studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance);
  return { value, low: value * Math.exp(-halfWidth), high: value * Math.exp(halfWidth), ...about };
}

function checkNotNegative(column: readonly number[], c: number): void {
  const negative = column.find((value) => value < 0);
  if (negative !== undefined) throw new RangeError(`column ${c} must be at least 0 throughout, got ${negative}`);
}
