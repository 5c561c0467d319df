/** The difference of two scenarios at one value of a number, with its interval. */
export interface DifferenceAt {
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A value at which the mean difference changes its sign. */
export interface Crossing {
  readonly value: number;
  /** All values around it at which the interval of the difference holds zero; ±Infinity where they go on beyond the range. */
  readonly low: number;
  readonly high: number;
  /** The sign of the difference above it: 1 where it goes from below zero to above. */
  readonly turns: 1 | -1;
}

/**
 * Where the mean difference crosses zero, straight lines between the points: by inverting the paired intervals, so that
 * each [low, high] is an interval of the same level for the crossing (Fieller's idea). Rows in the order of `at`; one
 * whose difference is not known is passed over.
 */
export function crossings(rows: readonly DifferenceAt[]): Crossing[] {
  const known = rows.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  return known.slice(1).flatMap((right, i) => {
    const left = known[i]!;
    if (left.value === 0 || Math.sign(left.value) === Math.sign(right.value)) return [];
    const turns = right.value > left.value ? 1 : -1;
    // Below the crossing of a rising difference its upper end is the last to leave zero, above it its lower end is.
    const [before, after] = turns === 1 ? (['high', 'low'] as const) : (['low', 'high'] as const);
    return [
      {
        value: zeroBetween(left, right, 'value'),
        low: leaving(known.slice(0, i + 2).reverse(), before),
        high: leaving(known.slice(i), after),
        turns,
      },
    ];
  });
}

/** Values to be looked at next: the middle of every gap in which the difference or an end of its interval changes sign. */
export function nextValues(rows: readonly DifferenceAt[], finest: number): number[] {
  const signs = ({ low, value, high }: DifferenceAt) => [low, value, high].map(Math.sign).join();
  return rows.slice(1).flatMap((right, i) => {
    const left = rows[i]!;
    return right.at - left.at > finest && signs(left) !== signs(right) ? [(left.at + right.at) / 2] : [];
  });
}

type End = 'value' | 'low' | 'high';

/** Where one end of the interval first has the sign of its far side, going away from a crossing. */
function leaving(rows: readonly DifferenceAt[], end: End): number {
  const away = rows.at(-1)!.at - rows[0]!.at;
  const sign = Math.sign(rows[1]!.value);
  for (let i = 1; i < rows.length; i++) {
    if (Math.sign(rows[i]![end]) !== sign) continue;
    return Math.sign(rows[i - 1]![end]) === sign ? rows[i - 1]!.at : zeroBetween(rows[i - 1]!, rows[i]!, end);
  }
  return away > 0 ? Infinity : -Infinity;
}

function zeroBetween(one: DifferenceAt, other: DifferenceAt, end: End): number {
  const share = one[end] / (one[end] - other[end]);
  return one.at + share * (other.at - one.at);
}
