import { quantileSorted } from 'simple-statistics';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { fitSmooth, splineBasis } from './additive-spline.js';
import { DEFAULT_LEVEL, withoutInterval, type Estimate } from './estimate.js';
import { checkSample } from './sorted-sample.js';

export interface InformationQuestion {
  /** `losses[strategy][state]`: the less the better. A state is a draw of all numbers; chance may be in the losses. */
  readonly losses: readonly ArrayLike<number>[];
  /** The numbers of which one would know: each by state. */
  readonly known: readonly ArrayLike<number>[];
  readonly draw: () => number;
  readonly resamples: number;
  readonly level?: number;
}

export interface PartialInformation {
  /** What knowing them before the choice would save on average, in the unit of the losses; at least 0. */
  readonly value: Estimate;
  /** The same before the bias of taking maxima over fitted, noisy curves is taken off. */
  readonly uncorrected: number;
  /** Share of states in which another strategy would be chosen. */
  readonly changes: number;
}

const fewestStates = 30;

/**
 * Expected value of partial perfect information by regression (Strong, Oakley and Brennan, Med. Decis. Making 34, 2014):
 * gains of each strategy over the one that is best on average are fitted by smooth functions of the known numbers
 * ({@link fitSmooth}; of several numbers additive, without interactions), and EVPPI = mean max(0, ĝ₁, ĝ₂ …). Chance in the
 * losses is noise of the fit and not worth anything. Curves are functions of normal scores of ranks, so that long tails of
 * a law pull at nothing. Maxima over noisy curves are biased upward: a bootstrap of states says by how much, that is taken
 * off, and the interval is the reflected one (2 v − v*), cut at 0. A state without an answer must be left out before.
 * Throws RangeError at a value that is not finite.
 */
export function partialInformation(question: InformationQuestion): PartialInformation {
  const { losses, known, draw, resamples, level = DEFAULT_LEVEL } = question;
  for (const loss of losses) checkSample(loss, 'loss');
  const states = losses[0]?.length ?? 0;
  const about = { level, n: states, method: `spline regression, reflected bootstrap of ${resamples}` };
  if (states < fewestStates) {
    const note = `not estimable with ${states} states`;
    return { value: withoutInterval({ ...about, note }), uncorrected: NaN, changes: NaN };
  }
  const means = losses.map((loss) => Array.from(loss).reduce((sum, value) => sum + value, 0) / states);
  const now = means.indexOf(Math.min(...means));
  const gains = losses
    .filter((_, k) => k !== now)
    .map((loss) => Float64Array.from(loss, (value, i) => losses[now]![i]! - value));
  const basis = splineBasis(known.map(normalScores), known.length > 3 ? 4 : 8);
  const { fits, penalty } = fitSmooth(basis, { responses: gains });
  const ones = new Int32Array(states).fill(1);
  const uncorrected = worth(fits, ones);
  const again = Array.from({ length: resamples }, () => {
    const counts = new Int32Array(states);
    for (let i = 0; i < states; i++) counts[Math.floor(draw() * states)]!++;
    return worth(fitSmooth(basis, { responses: gains, counts, penalty }).fits, counts);
  }).sort((a, b) => a - b);
  const bias = again.reduce((sum, value) => sum + value, 0) / again.length - uncorrected;
  const reflected = (order: number): number => Math.max(0, 2 * uncorrected - quantileSorted(again, order));
  return {
    value: {
      value: Math.max(0, uncorrected - bias),
      low: reflected((1 + level) / 2),
      high: reflected((1 - level) / 2),
      ...about,
    },
    uncorrected,
    changes: fits[0] ? fits[0].filter((_, i) => fits.some((fit) => fit[i]! > 0)).length / states : 0,
  };
}

/** mean max(0, ĝ) − max(0, mean ĝ): what choosing by state gains over one choice for all. */
function worth(fits: readonly Float64Array[], counts: Int32Array): number {
  let [n, best] = [0, 0];
  const sums = fits.map(() => 0);
  counts.forEach((count, i) => {
    n += count;
    let most = 0;
    fits.forEach((fit, k) => {
      sums[k]! += count * fit[i]!;
      most = Math.max(most, fit[i]!);
    });
    best += count * most;
  });
  return (best - Math.max(0, ...sums)) / n;
}

/** Normal quantiles of the ranks; equal values have one score. */
function normalScores(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const scores = new Float64Array(n);
  for (let from = 0; from < n;) {
    let to = from + 1;
    while (to < n && values[order[to]!] === values[order[from]!]) to++;
    const score = normalQuantile((from + to) / 2 / n, 0, 1);
    for (let rank = from; rank < to; rank++) scores[order[rank]!] = score;
    from = to;
  }
  return scores;
}
