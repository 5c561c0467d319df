/** A number with its uncertainty: the one shape in which every statistic with an interval is handed on. */
export interface Estimate {
  /** The point estimate; NaN where there is none. */
  readonly value: number;
  /** Lower end of the interval; NaN where no interval can be given. */
  readonly low: number;
  /** Upper end of the interval; NaN where no interval can be given. */
  readonly high: number;
  /** Nominal confidence of the two-sided interval, 0 to 1 exclusive: 0.95 leaves 2.5 % on each side. */
  readonly level: number;
  /** Number of independent observations (replications, most often) behind it. */
  readonly n: number;
  /** Name of the method, to stand beside the number. */
  readonly method: string;
  /** Why a part of it is NaN. */
  readonly note?: string;
}

/** The level of every interval whose caller names none. */
export const DEFAULT_LEVEL = 0.95;

/** An estimate whose interval, and without a `value` also its point, cannot be given; `note` says why. */
export function withoutInterval(
  parts: Pick<Estimate, 'level' | 'n' | 'method'> & { readonly value?: number; readonly note: string },
): Estimate {
  return { value: NaN, ...parts, low: NaN, high: NaN };
}

/** The note of a statistic for which there are too few replications. */
export function tooFew(n: number): string {
  return `not estimable with ${n} ${n === 1 ? 'replication' : 'replications'}`;
}

/** Throws RangeError unless `level` is a confidence level: strictly between 0 and 1. */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be above 0 and below 1, got ${level}`);
}
