/** y′ = f(y): writes the slope at `state` into `into`. */
export type Slope = (state: Float64Array, into: Float64Array) => void;

// Dormand and Prince, J. Comput. Appl. Math. 6 (1980): the last row is both the fifth-order step and the next first slope.
const stages = [
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
const errorWeights = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];

/**
 * Carries y′ = f(y) from `state` over a length of time, in place, by steps whose error in each component is at most
 * `tolerance` (absolute), or that part of it where it is above 1. Throws RangeError after a hundred thousand steps: f is
 * then too stiff for an explicit rule.
 */
export function integrate({
  slope,
  state,
  length,
  tolerance,
}: {
  readonly slope: Slope;
  readonly state: Float64Array;
  readonly length: number;
  readonly tolerance: number;
}): void {
  const slopes = Array.from({ length: 7 }, () => new Float64Array(state.length));
  const trial = new Float64Array(state.length);
  let step = length / 100;
  let done = 0;
  slope(state, slopes[0]!);
  for (let steps = 0; done < length; steps++) {
    if (steps === 100_000) throw new RangeError(`slope must be less stiff, got ${done} of ${length} in 100,000 steps`);
    step = Math.min(step, length - done);
    stages.forEach((weights, stage) => {
      combine(trial, { state, slopes, weights, step });
      slope(trial, slopes[stage + 1]!);
    });
    const found = largestError({ trial, slopes, step }) / tolerance;
    // A step far too long may overflow.
    const error = Number.isNaN(found) ? Infinity : found;
    if (error <= 1) {
      done += step;
      state.set(trial);
      slopes[0]!.set(slopes[6]!);
    }
    step *= Math.min(5, Math.max(0.2, 0.9 * Math.max(error, 1e-10) ** -0.2));
  }
}

interface Stage {
  readonly state: Float64Array;
  readonly slopes: readonly Float64Array[];
  readonly weights: readonly number[];
  readonly step: number;
}

function combine(into: Float64Array, { state, slopes, weights, step }: Stage): void {
  for (let i = 0; i < state.length; i++) {
    let sum = 0;
    for (let k = 0; k < weights.length; k++) sum += weights[k]! * slopes[k]![i]!;
    into[i] = state[i]! + step * sum;
  }
}

function largestError({
  trial,
  slopes,
  step,
}: Pick<Stage, 'slopes' | 'step'> & { readonly trial: Float64Array }): number {
  let largest = 0;
  for (let i = 0; i < trial.length; i++) {
    let sum = 0;
    for (let k = 0; k < errorWeights.length; k++) sum += errorWeights[k]! * slopes[k]![i]!;
    largest = Math.max(largest, Math.abs(step * sum) / Math.max(1, Math.abs(trial[i]!)));
  }
  return largest;
}
