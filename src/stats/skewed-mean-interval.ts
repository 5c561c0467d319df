import seedrandom from 'seedrandom';
import { checkLevel, DEFAULT_LEVEL, type Estimate } from './estimate.js';
import { meanInterval } from './mean-interval.js';
import { sortedSample } from './sorted-sample.js';

/**
 * The mean of independent values of a skewed law, such as counts of killed: the bootstrap interval of Hall's transformed
 * t (Hall, JRSS B 54, 1992). With g the sample skewness, r = g/√n and T = (x̄ − m)√n/s,
 *   h(T) = T + rT²/3 + r²T³/27 + r/6
 * takes most of the skewness out of T and can be turned back; the quantiles of h(T) over resamples of the values, turned
 * back, bound the mean. The interval reaches further up than down. Values are resampled from a stream that depends on n
 * alone: the same values, in whatever order, give the same interval, and a change of scale and origin changes it alike.
 * Undefined where too few values differ for it, so that a part of the resamples has no spread. Still too narrow where the
 * tail is very long (docs/model.md, section 8, gives what it covers). Throws RangeError at a value that is not finite.
 */
export function skewedMeanInterval(values: ArrayLike<number>, level = DEFAULT_LEVEL): Estimate | undefined {
  checkLevel(level);
  const { value } = meanInterval(values, level);
  // A copy of its own, in which each value gives way to its gap.
  const { ascending: gaps } = sortedSample(values);
  const n = gaps.length;
  for (let i = 0; i < n; i++) gaps[i]! -= value;
  const { sd, skewness } = momentsOf(gaps);
  if (!(sd > 0)) return undefined;

  const scores = new Float64Array(resamplesFor(n));
  let done = 0;
  for (const picks of resamplesOf(n)) {
    const drawn = momentsOf(gaps, picks);
    scores[done++] = transformed(drawn.mean / (drawn.sd / Math.sqrt(n)), drawn.skewness / Math.sqrt(n));
  }
  scores.sort();
  const rank = Math.floor(((1 - level) / 2) * (scores.length + 1));
  const lowest = scores[rank - 1] ?? NaN;
  const highest = scores[scores.length - rank] ?? NaN;
  // A resample without spread has no score, or an endless one.
  if (scores.some(Number.isNaN) || !Number.isFinite(lowest) || !Number.isFinite(highest)) return undefined;
  const end = (score: number): number => value - (sd / Math.sqrt(n)) * turnedBack(score, skewness / Math.sqrt(n));
  return { value, low: end(highest), high: end(lowest), level, n, method: 'Hall bootstrap t' };
}

/** Resamples: one less than makes 2.5 % of them whole, and fewer where each costs much. */
function resamplesFor(n: number): number {
  if (n <= 4000) return 999;
  return n <= 10_000 ? 399 : 199;
}

/** So many picks are kept: those of 10,000 values. */
const mostKept = 4_000_000;
let kept: { readonly n: number; readonly picks: Uint16Array } | undefined;

/** Which values each resample holds, by their places. They depend on n alone: the last are kept, for the next sample of n. */
function* resamplesOf(n: number): Generator<Uint16Array | Uint32Array> {
  const resamples = resamplesFor(n);
  const uniform = seedrandom.alea(`skewed mean of ${n}`);
  const pick = (): number => Math.floor(uniform() * n);
  if (n * resamples <= mostKept) {
    if (kept?.n !== n) {
      kept = { n, picks: new Uint16Array(n * resamples) };
      for (let i = 0; i < kept.picks.length; i++) kept.picks[i] = pick();
    }
    for (let r = 0; r < resamples; r++) yield kept.picks.subarray(r * n, (r + 1) * n);
    return;
  }
  const picks = new Uint32Array(n);
  for (let r = 0; r < resamples; r++) {
    for (let i = 0; i < n; i++) picks[i] = pick();
    yield picks;
  }
}

/** h of the docstring; an endless T stays so. */
function transformed(t: number, r: number): number {
  return Number.isFinite(t) ? t + (r * t ** 2) / 3 + (r ** 2 * t ** 3) / 27 + r / 6 : t;
}

/** The T with h(T) = score: h is ((1 + rT/3)³ − 1)/r + r/6. */
function turnedBack(score: number, r: number): number {
  if (r === 0) return score;
  const cubed = r * (score - r / 6);
  // ∛(1 + x) − 1, without loss of digits where r is next to nothing.
  const root = cubed > -0.5 ? Math.expm1(Math.log1p(cubed) / 3) : Math.cbrt(1 + cubed) - 1;
  return (3 / r) * root;
}

/** Mean, standard deviation (of n − 1) and skewness (of n) of the gaps picked, or of all; gaps lie around 0, so sums keep digits. */
function momentsOf(gaps: Float64Array, picks?: Uint16Array | Uint32Array) {
  const n = gaps.length;
  let [first, second, third] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const gap = gaps[picks ? picks[i]! : i]!;
    first += gap;
    second += gap * gap;
    third += gap * gap * gap;
  }
  const mean = first / n;
  const square = Math.max(0, second / n - mean ** 2);
  // Below the rounding of the sums there is no spread.
  const variance = square > 1e-12 * (second / n) ? square : 0;
  const cube = third / n - (3 * mean * second) / n + 2 * mean ** 3;
  return { mean, sd: Math.sqrt((variance * n) / (n - 1)), skewness: variance > 0 ? cube / variance ** 1.5 : 0 };
}
