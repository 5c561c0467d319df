/** What one strike at day 0 does to a rate: it deters for a while and provokes for a while. */
export interface StrikeResponse {
  /** Events per day before the strike, above 0. */
  readonly ratePerDay: number;
  /** n ≥ 0: events that the strike provokes on average where nothing deters. */
  readonly provokedEvents: number;
  /** β: one over the mean lag of the provoked events, above 0. */
  readonly decayPerDay: number;
  /** d ≥ 0: minus the log of the multiplier at day 0. */
  readonly deterrenceDepth: number;
  /** τ: the time in which the log multiplier fades, above 0. */
  readonly deterrenceDays: number;
}

/** D(t)·[rate₀ + nβ e^{−βt}] with D(t) = exp(−d e^{−t/τ}), in events per day: the provoked ones are held back too. */
export function strikeResponsePerDay(response: StrikeResponse, day: number): number {
  const { ratePerDay, provokedEvents, decayPerDay } = response;
  const provokedPerDay = provokedEvents * decayPerDay * Math.exp(-decayPerDay * day);
  return Math.exp(-depthAt(response, day)) * (ratePerDay + provokedPerDay);
}

/**
 * Events in [0, T] beyond those that the rate before the strike would bring; below 0 while deterrence has the better
 * of it. Gauss–Legendre quadrature, its error below 1e-10 events for depths up to 10 and horizons of half a year.
 */
export function netEvents(response: StrikeResponse, horizonDays: number): number {
  const { ratePerDay, decayPerDay, deterrenceDays, deterrenceDepth } = response;
  // The integrand changes over a mean lag or a deterrence time, and faster while deterrence is deep.
  const scaleDays = Math.min(1 / decayPerDay, deterrenceDays / (1 + deterrenceDepth));
  const panels = Math.max(1, Math.ceil((2 * horizonDays) / scaleDays));
  const half = horizonDays / panels / 2;
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (const [place, weight] of GAUSS_POINTS) {
      sum += weight * (strikeResponsePerDay(response, half * (2 * panel + 1 + place)) - ratePerDay);
    }
  }
  return half * sum;
}

/**
 * The days on which the rate passes the one before the strike, ascending: none, one or two. With c = nβ/rate₀ and
 * y = d e^{−t/τ} they are the roots of ln(e^y − 1) − ln c + βt, which is above 0 while deterrence has the better of it.
 * Its slope β − y/(τ(1 − e^{−y})) only grows with t, so it turns at most once, and bisection on either side of the turn
 * finds every root.
 */
export function signChangeDays(response: StrikeResponse): number[] {
  const { ratePerDay, provokedEvents, decayPerDay, deterrenceDepth, deterrenceDays } = response;
  const provokedShare = (provokedEvents * decayPerDay) / ratePerDay;
  if (provokedShare === 0 || deterrenceDepth === 0) return [];
  const balance = (day: number): number => {
    const depth = depthAt(response, day);
    return depth + Math.log(-Math.expm1(-depth)) - Math.log(provokedShare) + decayPerDay * day;
  };
  const slope = (day: number): number => {
    const depth = depthAt(response, day);
    return decayPerDay + depth / (deterrenceDays * Math.expm1(-depth));
  };
  // Beyond it the depth is below e^−700, and neither side is felt any more.
  const lastDay = deterrenceDays * (700 + Math.min(0, Math.log(deterrenceDepth)));
  const turnDay = rootBetween(slope, 0, lastDay) ?? 0;
  return [rootBetween(balance, 0, turnDay), rootBetween(balance, turnDay, lastDay)].filter((day) => day !== undefined);
}

/** −ln D. */
function depthAt({ deterrenceDepth, deterrenceDays }: StrikeResponse, day: number): number {
  return deterrenceDepth * Math.exp(-day / deterrenceDays);
}

/** Where a monotone function changes its sign, to the last digit; undefined if it does not. */
function rootBetween(f: (day: number) => number, from: number, to: number): number | undefined {
  const rising = f(to) > 0;
  if (f(from) > 0 === rising) return undefined;
  let [low, high] = [from, to];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (f(middle) > 0 === rising) high = middle;
    else low = middle;
  }
}

/** Places on [−1, 1] and weights of the rule of five points (Abramowitz and Stegun 25.4.30). */
const [inner, outer] = [Math.sqrt(5 - 2 * Math.sqrt(10 / 7)) / 3, Math.sqrt(5 + 2 * Math.sqrt(10 / 7)) / 3];
const [innerWeight, outerWeight] = [(322 + 13 * Math.sqrt(70)) / 900, (322 - 13 * Math.sqrt(70)) / 900];
const GAUSS_POINTS: readonly (readonly [place: number, weight: number])[] = [
  [-outer, outerWeight],
  [-inner, innerWeight],
  [0, 128 / 225],
  [inner, innerWeight],
  [outer, outerWeight],
];
