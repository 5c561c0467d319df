import type { Uniform } from '../stream.js';

/**
 * Draws whom it hits: `victims` persons one by one and without replacement from groups of `counts` persons, and writes
 * how many of each group into `into` (as long as `counts`; overwritten). The result is multivariate hypergeometric,
 * taking one uniform a victim and no memory. `counts` is left as it is.
 * @throws RangeError if there are more victims than persons.
 */
export function pickVictims(draw: {
  readonly counts: ArrayLike<number>;
  readonly victims: number;
  readonly into: Int32Array;
  readonly next: Uniform;
}): void {
  const { counts, victims, into, next } = draw;
  let left = 0;
  for (let group = 0; group < counts.length; group++) {
    left += counts[group]!;
    into[group] = 0;
  }
  if (victims > left) throw new RangeError(`victims must be at most the ${left} persons present, got ${victims}`);
  for (let victim = 0; victim < victims; victim++) {
    let place = Math.floor(next() * left);
    let group = 0;
    for (;;) {
      const here = counts[group]! - into[group]!;
      if (place < here) break;
      place -= here;
      group++;
    }
    into[group] = into[group]! + 1;
    left--;
  }
}
