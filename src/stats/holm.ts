/**
 * Adjusted p-values of m tests, in the order given: with p₍₁₎ ≤ … ≤ p₍ₘ₎, the largest over j ≤ i of (m − j + 1) p₍ⱼ₎, at
 * most 1 (Holm, Scand. J. Statist. 6, 1979). Rejecting those up to α holds the chance of any false rejection at α,
 * however the tests depend on each other, and rejects no fewer than Bonferroni. Throws RangeError at a p outside 0 to 1.
 */
export function holmAdjusted(pValues: ArrayLike<number>): number[] {
  const all = Array.from(pValues);
  for (const [i, p] of all.entries())
    if (!(p >= 0 && p <= 1)) throw new RangeError(`p-value ${i} must be from 0 to 1, got ${p}`);
  const ascending = all.map((p, test) => ({ p, test })).sort((one, other) => one.p - other.p);
  const adjusted = new Array<number>(all.length).fill(NaN);
  let atLeast = 0;
  for (const [rank, { p, test }] of ascending.entries()) {
    atLeast = Math.max(atLeast, Math.min(1, (all.length - rank) * p));
    adjusted[test] = atLeast;
  }
  return adjusted;
}
