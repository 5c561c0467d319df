/** Priority and sequence share one Float64, exact up to 2^53: 256 classes of 2^45 events (months of running). */
export const sequences = 2 ** 45;
const MAX_PRIORITY = 255;

/** The last rank of a priority: no other of it comes later. */
export function lastRankOf(priority: number): number {
  return priority * sequences + (sequences - 1);
}

/** @throws RangeError for an argument that is not in its range. */
export function checkEvent(priority: number, kind: number, subject: number): void {
  if (!(priority >= 0 && priority <= MAX_PRIORITY) || (priority | 0) !== priority) {
    throw new RangeError(`event priority must be an integer from 0 to ${MAX_PRIORITY}, got ${priority}`);
  }
  if ((kind | 0) !== kind) throw new RangeError(`event kind must be a 32-bit integer, got ${kind}`);
  if ((subject | 0) !== subject) throw new RangeError(`event subject must be a 32-bit integer, got ${subject}`);
}
