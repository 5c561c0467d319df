import type { Uniform } from '../stream.js';

/**
 * Draws whom it hits: `victims` persons one by one and without replacement from groups of `counts` persons, which stand
 * at place `from` (0 unless given) and behind it, and writes how many of each group into `into` (as long as there are
 * groups; overwritten). The result is multivariate hypergeometric, taking one uniform a victim and no memory. `counts` is
 * left as it is; `persons` is its sum, which is added up unless given.
 * @throws RangeError if there are more victims than persons.
 */
export function pickVictims(draw: {
  readonly counts: ArrayLike<number>;
  readonly from?: number;
  readonly persons?: number;
  readonly victims: number;
  readonly into: Int32Array;
  readonly next: Uniform;
}): void {
  const { counts, from = 0, persons = sum(counts, draw), victims, into, next } = draw;
  if (victims > persons) throw new RangeError(`victims must be at most the ${persons} persons present, got ${victims}`);
  for (let group = 0; group < into.length; group++) into[group] = 0;
  for (let victim = 0; victim < victims; victim++) {
    let place = Math.floor(next() * (persons - victim));
    let group = 0;
    for (;;) {
      const here = counts[from + group]! - into[group]!;
      if (place < here) break;
      place -= here;
      group++;
    }
    into[group] = into[group]! + 1;
  }
}

function sum(
  counts: ArrayLike<number>,
  { from = 0, into }: { readonly from?: number; readonly into: ArrayLike<number> },
): number {
  let persons = 0;
  for (let group = 0; group < into.length; group++) persons += counts[from + group]!;
  return persons;
}
