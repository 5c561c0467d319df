/**
 * Shares `total` whole persons out in proportion to `weights` by largest remainders (ties to the first), so that nobody is
 * lost or made up. All-zero weights get nothing. Writes into `into`, which has the length of `weights`.
 */
export function apportion(total: number, weights: ArrayLike<number>, into: Int32Array): void {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]!;
  into.fill(0);
  if (sum <= 0) return;
  let left = total;
  for (let i = 0; i < weights.length; i++) {
    into[i] = Math.floor((total * weights[i]!) / sum);
    left -= into[i]!;
  }
  for (; left > 0; left--) {
    let best = -1;
    let most = -Infinity;
    for (let i = 0; i < weights.length; i++) {
      const remainder = (total * weights[i]!) / sum - into[i]!;
      if (weights[i]! > 0 && remainder > most + 1e-9) [best, most] = [i, remainder];
    }
    into[best]!++;
  }
}

/** Size of part `index` (from 0) of `total` whole persons cut into `parts` nearly equal parts, larger ones first. */
export function evenPart(total: number, parts: number, index: number): number {
  return Math.floor(total / parts) + (index < total % parts ? 1 : 0);
}
