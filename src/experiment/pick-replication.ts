import { centralIntervals, quantileInterval, sortedSample } from '../stats/index.js';
import { outcome, type Results } from './results.js';

/** Which replication stands for a quantile of an outcome, and how it was found. */
export interface Picked {
  readonly outcome: string;
  readonly quantile: number;
  readonly n: number;
  readonly replication: number;
  /** Its outcome. */
  readonly value: number;
  /** The quantile itself, type 7: it may lie between two replications. */
  readonly target: number;
  /** Other replications with the same value. */
  readonly sharedBy: number;
  /** Replications in which the outcome does not exist (no first death); they are left out. */
  readonly without: number;
}

/** What makes a replication ordinary, where several have the value that is asked for. */
export const headlines = ['attacks', 'personAttacks'];

/**
 * The replication whose outcome is nearest to a quantile. Of several the one whose attacks and person-attacks (but for
 * the outcome asked for) are nearest to their medians, in units of their central 80 %; of several of these the first.
 * Undefined where the outcome exists in no replication. Throws RangeError unless the quantile is above 0 and below 1.
 */
export function pickReplication(
  results: Results,
  { outcome: name, quantile }: { readonly outcome: string; readonly quantile: number },
): Picked | undefined {
  const values = outcome(results, name);
  const existing = values.filter((value) => !Number.isNaN(value));
  if (existing.length === 0) return undefined;
  const target = quantileInterval(sortedSample(existing), { order: quantile }).value;
  const distance = (value: number): number => Math.abs(value - target);
  const least = existing.reduce((nearest, value) => Math.min(nearest, distance(value)), Infinity);
  const oddness = oddnessOf(
    results,
    headlines.filter((headline) => headline !== name),
  );
  let replication = -1;
  values.forEach((value, r) => {
    if (distance(value) !== least) return;
    if (replication < 0 || oddness[r]! < oddness[replication]!) replication = r;
  });
  const value = values[replication]!;
  const same = existing.filter((other) => other === value).length;
  return {
    outcome: name,
    quantile,
    n: results.n,
    replication,
    value,
    target,
    sharedBy: same - 1,
    without: results.n - existing.length,
  };
}

/** Σ over outcomes of |x − median| over the width of the central 80 %; an outcome that does not vary adds nothing. */
function oddnessOf(results: Results, names: readonly string[]): Float64Array {
  const sum = new Float64Array(results.n);
  for (const name of names) {
    const values = outcome(results, name);
    const { median, q10, q90 } = centralIntervals(values);
    if (q90 > q10) values.forEach((value, r) => (sum[r]! += Math.abs(value - median) / (q90 - q10)));
  }
  return sum;
}

/** Where a replication lies among others: shares of them with less, with as much and with more of an outcome. */
export interface Standing {
  readonly outcome: string;
  readonly value: number;
  readonly less: number;
  readonly same: number;
  readonly more: number;
}

/** How a value compares with the replications of a run; those in which the outcome does not exist are left out. */
export function standingOf(results: Results, name: string, value: number): Standing {
  const values = outcome(results, name).filter((other) => !Number.isNaN(other));
  const share = (test: (other: number) => boolean): number => values.filter(test).length / values.length;
  return {
    outcome: name,
    value,
    less: share((other) => other < value),
    same: share((other) => other === value),
    more: share((other) => other > value),
  };
}
