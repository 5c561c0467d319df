import { Matrix } from 'ml-matrix';
import { correlationDecayPerDay, longRunRatePerDay } from './hawkes-process.js';
import type { HawkesProcess } from './hawkes-process.js';
import { matrixExponential } from './matrix-exponential.js';

export interface TransientCounts {
  readonly mean: number;
  readonly variance: number;
  /** E λ(T), events per day. */
  readonly endIntensityPerDay: number;
  /** The variance of ∫₀ᵀ λ dt, whose mean is that of the count. */
  readonly compensatorVariance: number;
}

export interface TransientWindow {
  readonly process: HawkesProcess;
  readonly horizonDays: number;
  /** x(0) = λ(0) − μ in events per day; 0, an empty history, if left out. */
  readonly startExcitationPerDay?: number;
}

/** Below this |κT| the closed form loses too much to cancellation: its relative error is about 1e-16/(κT)³. */
const NEAR_CRITICAL = 0.1;

/**
 * Mean and variance of the number of events in (0, T] for a process that starts with a known excitation.
 * They solve the linear moment equations
 *   m′ = −κm + βμ,  V′ = −2κV + α²m,  C′ = −κC + V + αm,  (E N)′ = m,  (Var N)′ = m + 2C
 * with m = E λ, V = Var λ, C = Cov(N, λ), α = nβ. Any n ≥ 0 is allowed: a finite window needs no stability.
 */
export function transientCounts(window: TransientWindow): TransientCounts {
  const kappa = correlationDecayPerDay(window.process);
  return Math.abs(kappa * window.horizonDays) < NEAR_CRITICAL ? byMatrixExponential(window) : byClosedForm(window);
}

function byClosedForm({ process, horizonDays, startExcitationPerDay = 0 }: TransientWindow): TransientCounts {
  const kappa = correlationDecayPerDay(process);
  const limit = longRunRatePerDay(process);
  const excess = process.baselinePerDay + startExcitationPerDay - limit;
  const jump = process.branching * process.decayPerDay;
  const fade = Math.exp(-kappa * horizonDays);
  const spread = -Math.expm1(-kappa * horizonDays) / kappa;
  // ∫∫ of e^{−κ(t−s)} against 1, e^{−κs} and e^{−2κs}: the three shapes that m and V are made of.
  const ofConstant = (horizonDays - spread) / kappa;
  const ofFading = (spread - horizonDays * fade) / kappa;
  const ofTwiceFading = (spread + Math.expm1(-2 * kappa * horizonDays) / (2 * kappa)) / kappa;

  const mean = limit * horizonDays + excess * spread;
  const fromIntensityVariance =
    ((jump * jump) / kappa) * ((limit / 2) * ofConstant + excess * ofFading - (limit / 2 + excess) * ofTwiceFading);
  const fromJumps = jump * (limit * ofConstant + excess * ofFading);
  return {
    mean,
    variance: mean + 2 * (fromIntensityVariance + fromJumps),
    endIntensityPerDay: limit + excess * fade,
    compensatorVariance: 2 * fromIntensityVariance,
  };
}

function byMatrixExponential({ process, horizonDays, startExcitationPerDay = 0 }: TransientWindow): TransientCounts {
  const { baselinePerDay, branching, decayPerDay } = process;
  const kappa = correlationDecayPerDay(process);
  const jump = branching * decayPerDay;
  // State: m, E N, V, C, Cov(Λ, λ), Var N, Var Λ, 1.
  const generator = new Matrix([
    [-kappa, 0, 0, 0, 0, 0, 0, decayPerDay * baselinePerDay],
    [1, 0, 0, 0, 0, 0, 0, 0],
    [jump * jump, 0, -2 * kappa, 0, 0, 0, 0, 0],
    [jump, 0, 1, -kappa, 0, 0, 0, 0],
    [0, 0, 1, 0, -kappa, 0, 0, 0],
    [1, 0, 0, 2, 0, 0, 0, 0],
    [0, 0, 0, 0, 2, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
  ]);
  const start = Matrix.columnVector([baselinePerDay + startExcitationPerDay, 0, 0, 0, 0, 0, 0, 1]);
  const end = matrixExponential(generator.mul(horizonDays)).mmul(start);
  return {
    mean: end.get(1, 0),
    variance: end.get(5, 0),
    endIntensityPerDay: end.get(0, 0),
    compensatorVariance: end.get(6, 0),
  };
}
