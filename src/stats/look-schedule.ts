/**
 * Numbers of replications at which to look whether they are enough, fixed before the first is made: `first`, then each
 * `growth` times the one before (rounded up, at least one more), ending with `cap`. Throws RangeError unless
 * 2 ≤ first ≤ cap, both whole, and growth > 1.
 */
export function lookSchedule({
  first,
  growth,
  cap,
}: {
  readonly first: number;
  readonly growth: number;
  readonly cap: number;
}): number[] {
  for (const [what, count] of Object.entries({ first, cap }))
    if (!Number.isSafeInteger(count) || count < 2)
      throw new RangeError(`${what} must be a whole number from 2, got ${count}`);
  if (first > cap) throw new RangeError(`first must be at most cap (${cap}), got ${first}`);
  if (!(growth > 1 && growth < Infinity)) throw new RangeError(`growth must be a finite number above 1, got ${growth}`);
  const looks = [first];
  for (let n = first; n < cap;) {
    n = Math.min(cap, Math.max(n + 1, Math.ceil(n * growth)));
    looks.push(n);
  }
  return looks;
}
