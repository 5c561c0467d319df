import type { Uniform } from '../stream.js';

/**
 * Draws whom it hits: `victims` persons one by one and without replacement from groups of `counts` persons, which stand
 * at place `from` (0 unless given) and behind it, and writes how many of each group into `into` (as long as there are
 * groups; overwritten). The result is multivariate hypergeometric, taking one uniform a victim and no memory. `counts` is
 * left as it is.
 * @throws RangeError if there are more victims than persons.
 */
export function pickVictims(draw: {
  readonly counts: ArrayLike<number>;
  readonly from?: number;
  readonly victims: number;
  readonly into: Int32Array;
  readonly next: Uniform;
}): void {
  const { counts, from = 0, victims, into, next } = draw;
  let left = 0;
  for (let group = 0; group < into.length; group++) {
    left += counts[from + group]!;
    into[group] = 0;
  }
  if (victims > left) throw new RangeError(`victims must be at most the ${left} persons present, got ${victims}`);
  for (let victim = 0; victim < victims; victim++) {
    let place = Math.floor(next() * left);
    let group = 0;
    for (;;) {
      const here = counts[from + group]! - into[group]!;
      if (place < here) break;
      place -= here;
      group++;
    }
    into[group] = into[group]! + 1;
    left--;
  }
}
