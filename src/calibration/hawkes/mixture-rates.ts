import { dot } from '../posterior/dot.js';

/** Events of a Poisson process whose rate is a sum of known shapes with unknown heights of at least 0. */
export interface RateMixture {
  /** By event: which of the constant rates it has. */
  readonly rateOf: Int32Array;
  /** By constant rate: days of open gate. */
  readonly openDays: Float64Array;
  /** Shapes of further parts at the events, one array each. */
  readonly columns: readonly Float64Array[];
  /** ∫ of each shape, gated. */
  readonly spent: readonly number[];
  /** Part of the rate at each event that is known already; 0 by default. */
  readonly known?: Float64Array | undefined;
}

export interface MixtureFit {
  /** Heights: of the constant rates, then of the columns. */
  readonly heights: Float64Array;
  /** Σ log rate at the events − ∫ of what is fitted. */
  readonly logLikelihood: number;
}

/**
 * The heights that make the events likeliest. The log-likelihood is concave in them: Newton steps among those that are not
 * held at 0, each as far as the first that reaches it, which is then held until its slope calls for it again.
 */
export function fitMixture(mixture: RateMixture, from?: Float64Array): MixtureFit {
  const costs = Float64Array.from([...mixture.openDays, ...mixture.spent]);
  let heights = from ? from.map((height) => Math.max(height, leastStart)) : startOf(mixture);
  let here = valueAt(mixture, { heights, costs });
  for (let step = 0; step < 100; step++) {
    const { slopes, curvature } = derivatives(mixture, { heights, costs });
    const direction = directionFrom(heights, { costs, slopes, curvature });
    if (dot(direction, slopes) < 1e-7) break;
    let [length, reached] = [1, -1];
    direction.forEach((move, v) => {
      if (heights[v]! + length * move >= 0) return;
      [length, reached] = [heights[v]! / -move, v];
    });
    let rose = false;
    for (let cut = 0; cut < 30 && !rose; cut++, length /= 2) {
      const next = heights.map((height, v) => (cut === 0 && v === reached ? 0 : height + length * direction[v]!));
      const there = valueAt(mixture, { heights: next, costs });
      if (!(there >= here)) continue;
      rose = true;
      [heights, here] = [next, there];
    }
    if (!rose) break;
  }
  return { heights, logLikelihood: here };
}

/** The Newton step of the heights that may move. One at 0 that would go below is left there. */
function directionFrom(
  heights: Float64Array,
  about: {
    readonly costs: Float64Array;
    readonly slopes: Float64Array;
    readonly curvature: readonly Float64Array[];
  },
): Float64Array {
  const { costs, slopes } = about;
  let free = [...heights.keys()].filter((v) => costs[v]! > 0 && (heights[v]! > 0 || slopes[v]! > 0));
  for (;;) {
    const direction = solved(free, about);
    const stays = free.filter((v) => heights[v] === 0 && direction[v]! < 0);
    if (stays.length === 0) return direction;
    free = free.filter((v) => !stays.includes(v));
  }
}

/** A height at 0 would have to be found again by its slope alone. */
const leastStart = 1e-6;

/** Constant rates explain half of their events; the columns share the rest. */
function startOf({ rateOf, openDays, columns, spent }: RateMixture): Float64Array {
  const counts = new Float64Array(openDays.length);
  for (const rate of rateOf) counts[rate]! += 1;
  const share = columns.length > 0 ? 0.5 : 1;
  return Float64Array.from([
    ...openDays.map((days, r) => (days > 0 ? (share * counts[r]!) / days : 0)),
    ...spent.map((days) => (days > 0 ? ((1 - share) * rateOf.length) / columns.length / days : 0)),
  ]);
}

interface At {
  readonly heights: Float64Array;
  readonly costs: Float64Array;
}

function ratesAt({ rateOf, openDays, columns, known }: RateMixture, heights: Float64Array): Float64Array {
  const constants = openDays.length;
  const rates = known ? Float64Array.from(known) : new Float64Array(rateOf.length);
  for (let k = 0; k < rates.length; k++) rates[k]! += heights[rateOf[k]!]!;
  columns.forEach((column, c) => {
    const height = heights[constants + c]!;
    if (height > 0) for (let k = 0; k < rates.length; k++) rates[k]! += height * column[k]!;
  });
  return rates;
}

function valueAt(mixture: RateMixture, { heights, costs }: At): number {
  const rates = ratesAt(mixture, heights);
  let value = -dot(heights, costs);
  for (let k = 0; k < rates.length; k++) value += Math.log(rates[k]!);
  return value;
}

/** First derivatives, and minus the second ones. */
function derivatives(
  mixture: RateMixture,
  { heights, costs }: At,
): { readonly slopes: Float64Array; readonly curvature: Float64Array[] } {
  const { rateOf, openDays, columns } = mixture;
  const constants = openDays.length;
  const slopes = costs.map((cost) => -cost);
  const curvature = Array.from(heights, () => new Float64Array(heights.length));
  const rates = ratesAt(mixture, heights);
  for (let k = 0; k < rates.length; k++) {
    const wait = 1 / rates[k]!;
    const own = rateOf[k]!;
    slopes[own]! += wait;
    curvature[own]![own]! += wait * wait;
    for (let c = 0; c < columns.length; c++) {
      const part = columns[c]![k]! * wait;
      if (part === 0) continue;
      slopes[constants + c]! += part;
      curvature[own]![constants + c]! += part * wait;
      for (let d = 0; d <= c; d++) curvature[constants + d]![constants + c]! += part * columns[d]![k]! * wait;
    }
  }
  return { slopes, curvature };
}

/** The Newton step of the free heights, by Cholesky; 0 for the others. Only the upper triangle is read. */
function solved(
  free: readonly number[],
  { slopes, curvature }: { readonly slopes: Float64Array; readonly curvature: readonly Float64Array[] },
): Float64Array {
  const size = free.length;
  const lower = free.map(() => new Float64Array(size));
  const answer = free.map((v) => slopes[v]!);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let entry = curvature[free[j]!]![free[i]!]!;
      // A little more on the diagonal: shapes may be alike.
      if (i === j) entry += 1e-9 * entry + 1e-12;
      for (let k = 0; k < j; k++) entry -= lower[i]![k]! * lower[j]![k]!;
      lower[i]![j] = i === j ? Math.sqrt(Math.max(entry, 1e-12)) : entry / lower[j]![j]!;
    }
  }
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) answer[i]! -= lower[i]![k]! * answer[k]!;
    answer[i]! /= lower[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) answer[i]! -= lower[k]![i]! * answer[k]!;
    answer[i]! /= lower[i]![i]!;
  }
  const direction = new Float64Array(slopes.length);
  free.forEach((v, i) => (direction[v] = answer[i]!));
  return direction;
}
