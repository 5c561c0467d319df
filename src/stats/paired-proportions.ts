import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { completeRows } from './complete-rows.js';
import { checkLevel, DEFAULT_LEVEL, tooFew, withoutInterval, type Estimate } from './estimate.js';
import type { PairedColumns } from './paired-difference.js';
import type { PairedEstimate } from './paired-ratio.js';
import { checkSample } from './sorted-sample.js';

/** Counts of pairs by whether an event came in A and in B. */
export interface PairedTable {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

/**
 * P_A − P_B of an event over pairs, by Tango's score interval (Statist. Med. 17, 1998): all δ with
 * (b − c − nδ)² ≤ z² n (2q̃ + δ(1 − δ)), b and c being `onlyA` and `onlyB` and q̃ the probability of `onlyB` most likely
 * under δ. It has a width also where no pair disagrees, and stays within ±1. Throws RangeError unless all are counts.
 */
export function proportionDifference(table: PairedTable, level = DEFAULT_LEVEL): Estimate {
  checkLevel(level);
  checkTable(table);
  const { both, onlyA, onlyB, neither } = table;
  const n = both + onlyA + onlyB + neither;
  const about = { level, n, method: 'Tango' };
  if (n === 0) return withoutInterval({ ...about, note: tooFew(0) });
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const value = (onlyA - onlyB) / n;
  const fits = (delta: number) => {
    const q = likelyOnlyB({ onlyA, onlyB, n, delta });
    return (onlyA - onlyB - n * delta) ** 2 <= z * z * n * (2 * q + delta * (1 - delta));
  };
  return { value, low: lastFitting(fits, [value, -1]), high: lastFitting(fits, [value, 1]), ...about };
}

/** The larger root of 2n q² + (−b − c + (2n − b + c)δ) q − cδ(1 − δ) = 0. */
function likelyOnlyB(about: { onlyA: number; onlyB: number; n: number; delta: number }): number {
  const { onlyA, onlyB, n, delta } = about;
  const linear = (2 * n - onlyA + onlyB) * delta - onlyA - onlyB;
  const root = Math.sqrt(Math.max(0, linear ** 2 + 8 * n * onlyB * delta * (1 - delta)));
  return (root - linear) / (4 * n);
}

/** Halves the way from a δ that fits to an end until no number is left between. */
function lastFitting(fits: (delta: number) => boolean, [from, end]: readonly [number, number]): number {
  if (from === end) return from;
  let inside = from;
  let outside = end;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (inside + outside) / 2;
    if (fits(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/**
 * The difference of the probabilities that A and that B reach a threshold (`at least`, as an exceedance curve reads) or
 * pass it (`above`), over paired replications. Pairs with a blank are dropped. Throws as completeRows, and at a
 * threshold that is not finite.
 */
export function exceedanceDifference({
  a,
  b,
  threshold,
  counts = 'at least',
  level = DEFAULT_LEVEL,
}: PairedColumns & {
  readonly threshold: number;
  readonly counts?: 'at least' | 'above';
  readonly level?: number;
}): PairedEstimate & { readonly table: PairedTable } {
  checkSample([threshold], 'threshold');
  const { columns, dropped } = completeRows([a, b]);
  const [eventA, eventB] = columns.map((column) =>
    column.map((value) => (counts === 'above' ? value > threshold : value >= threshold)),
  );
  const table = pairedTable(eventA!, eventB!);
  return { ...proportionDifference(table, level), droppedPairs: dropped, table };
}

/** Counts pairs of as long arrays. */
function pairedTable(eventA: readonly boolean[], eventB: readonly boolean[]): PairedTable {
  const count = (inA: boolean, inB: boolean) => eventA.filter((event, i) => event === inA && eventB[i] === inB).length;
  return {
    both: count(true, true),
    onlyA: count(true, false),
    onlyB: count(false, true),
    neither: count(false, false),
  };
}

/**
 * p-value of "the event is as probable in A as in B" by McNemar's exact test: twice the smaller tail of Bin(b + c, ½), at
 * most 1. Two-sided and conservative. Throws RangeError unless both are counts.
 */
export function mcnemarExact({ onlyA, onlyB }: Pick<PairedTable, 'onlyA' | 'onlyB'>): number {
  checkTable({ onlyA, onlyB });
  const disagreeing = onlyA + onlyB;
  return disagreeing === 0 ? 1 : Math.min(1, 2 * binomialCdf(Math.min(onlyA, onlyB), disagreeing, 0.5));
}

function checkTable(table: Partial<PairedTable>): void {
  for (const [what, count] of Object.entries(table))
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`${what} must be a count of pairs, got ${count}`);
}
