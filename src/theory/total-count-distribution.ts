import { integrate } from './dormand-prince.js';
import { expectedCounts, type NetworkWindow } from './network-counts.js';

/** Events of several processes that excite one another, with jumps that are one of a few sizes. */
export interface TotalCountWindow extends Omit<NetworkWindow, 'jumps'> {
  /** Sizes of the jump of e_j at an event of j, with their probabilities, drawn independently; all jumps 1 if left out. */
  readonly jumpSizes?: readonly (readonly { readonly size: number; readonly probability: number }[])[];
  /** How much it counts among the windows of a mixture; 1 if left out. */
  readonly weight?: number;
}

const mostCounts = 4096;

/**
 * P(N(0, T] = k), k = 0, 1 …, for the total N over all processes, as the mixture of the windows given (draws of the
 * parameters, say). A cluster that one event of i begins s days before the end has the generating function
 *   F_i = z E e^{−J_i H_i},   H_j′ = β_j (Σ_i n_ij (1 − F_i) − H_j),   H_j(0) = 0,
 * H_j(s) being what one unit of e_j brings in s days, and
 *   G(z) = exp(−Σ_i μ_i ∫₀ᵀ (1 − F_i) ds − Σ_j e_j(0) H_j(T))
 * (clusters as branching families, Hawkes and Oakes 1974). It is integrated at roots of unity and turned back by a
 * discrete Fourier sum, of as many counts as hold all but about 10 times the `tolerance` of one root. Undefined where those
 * are more than 4,096, or it takes more than `mostWork` mean lags, summed over processes, windows and roots (1e6 take
 * about a second).
 */
export function totalCountProbabilities(
  windows: readonly TotalCountWindow[],
  { tolerance = 1e-8, mostWork = Infinity }: { readonly tolerance?: number; readonly mostWork?: number } = {},
): Float64Array | undefined {
  const lags = windows.reduce((sum, { decay, horizon }) => sum + decay.length * (8 + horizon * Math.max(...decay)), 0);
  const largestMean = windows.reduce((most, window) => Math.max(most, meanOf(window)), 0);
  let known: readonly Complex[] = [];
  // What is folded back shows in the last counts only if the bulk of every window lies before them.
  for (
    let counts = 64 + 16 * Math.ceil(largestMean / 8);
    counts <= mostCounts && (lags * counts) / 2 <= mostWork;
    counts *= 2
  ) {
    known = rootValues(windows, { counts, known, tolerance });
    const probabilities = inverse(known, counts);
    const tail = probabilities.subarray((7 * counts) / 8).reduce((sum, probability) => sum + Math.abs(probability), 0);
    if (tail < 10 * tolerance) return probabilities.map((probability) => Math.max(0, probability));
  }
  return undefined;
}

function meanOf({ jumpSizes, ...window }: TotalCountWindow): number {
  const jumps = window.baseline.map((_, i) =>
    (jumpSizes?.[i] ?? unitJump).reduce(
      (sum, { size, probability }) => ({
        mean: sum.mean + probability * size,
        meanSquare: sum.meanSquare + probability * size ** 2,
      }),
      { mean: 0, meanSquare: 0 },
    ),
  );
  return expectedCounts({ ...window, jumps }).reduce((sum, count) => sum + count, 0);
}

interface Complex {
  readonly re: number;
  readonly im: number;
}

/** G at e^{2πij/counts} for j = 0 … counts/2, the rest being conjugates; every other one is known from half the counts. */
function rootValues(
  windows: readonly TotalCountWindow[],
  {
    counts,
    known,
    tolerance,
  }: { readonly counts: number; readonly known: readonly Complex[]; readonly tolerance: number },
): Complex[] {
  return Array.from({ length: counts / 2 + 1 }, (_, j) => {
    const before = known.length > 0 && j % 2 === 0 ? known[j / 2] : undefined;
    if (before) return before;
    const angle = (2 * Math.PI * j) / counts;
    let [re, im, weights] = [0, 0, 0];
    for (const window of windows) {
      const { weight = 1 } = window;
      const value = generatingFunction(window, { angle, tolerance });
      re += weight * value.re;
      im += weight * value.im;
      weights += weight;
    }
    return { re: re / weights, im: im / weights };
  });
}

/** Σ_j G(z_j) z_j^{−k} / counts for every k, from the half of the roots with im ≥ 0. */
function inverse(values: readonly Complex[], counts: number): Float64Array {
  const cosines = Float64Array.from({ length: counts }, (_, j) => Math.cos((2 * Math.PI * j) / counts));
  const sines = Float64Array.from({ length: counts }, (_, j) => Math.sin((2 * Math.PI * j) / counts));
  return Float64Array.from({ length: counts }, (_, k) => {
    let sum = 0;
    values.forEach(({ re, im }, j) => {
      const turn = (j * k) % counts;
      const both = j === 0 || j === counts / 2 ? 1 : 2;
      sum += both * (re * cosines[turn]! + im * sines[turn]!);
    });
    return sum / counts;
  });
}

/** G at e^{i·angle}. The state: H_j as pairs of real and imaginary parts, then Σ μ_i ∫(1 − F_i). */
function generatingFunction(
  window: TotalCountWindow,
  { angle, tolerance }: { readonly angle: number; readonly tolerance: number },
): Complex {
  const { baseline, branching, decay, start, horizon, jumpSizes } = window;
  const processes = baseline.length;
  const area = 2 * processes;
  const [lostRe, lostIm] = [new Float64Array(processes), new Float64Array(processes)];
  const slope = (state: Float64Array, into: Float64Array): void => {
    into[area] = into[area + 1] = 0;
    for (let i = 0; i < processes; i++) {
      const [re, im] = [state[2 * i]!, state[2 * i + 1]!];
      lostRe[i] = 1;
      lostIm[i] = 0;
      for (const { size, probability } of jumpSizes?.[i] ?? unitJump) {
        const share = probability * Math.exp(-size * re);
        lostRe[i]! -= share * Math.cos(angle - size * im);
        lostIm[i]! -= share * Math.sin(angle - size * im);
      }
      into[area]! += baseline[i]! * lostRe[i]!;
      into[area + 1]! += baseline[i]! * lostIm[i]!;
    }
    for (let j = 0; j < processes; j++) {
      let [re, im] = [-state[2 * j]!, -state[2 * j + 1]!];
      for (let i = 0; i < processes; i++) {
        re += branching[i]![j]! * lostRe[i]!;
        im += branching[i]![j]! * lostIm[i]!;
      }
      into[2 * j] = decay[j]! * re;
      into[2 * j + 1] = decay[j]! * im;
    }
  };
  const state = new Float64Array(area + 2);
  integrate({ slope, state, length: horizon, tolerance });
  const exponent = { re: -state[area]!, im: -state[area + 1]! };
  start.forEach((level, j) => {
    exponent.re -= level * state[2 * j]!;
    exponent.im -= level * state[2 * j + 1]!;
  });
  const size = Math.exp(exponent.re);
  return { re: size * Math.cos(exponent.im), im: size * Math.sin(exponent.im) };
}

const unitJump = [{ size: 1, probability: 1 }];
