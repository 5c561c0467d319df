import { Matrix, inverse } from 'ml-matrix';
import { spectralRadius } from './spectral-radius.js';
import type { SquareMatrix } from './spectral-radius.js';

/** Several processes that excite each other. Receiver row, source column. */
export interface HawkesNetwork {
  readonly baselinePerDay: readonly number[];
  /** Entry [i][j]: events of i that one event of j provokes directly on average. */
  readonly branching: SquareMatrix;
}

/**
 * (I − G)⁻¹: entry [i][j] is the number of events of i in the whole cascade that one event of j founds, itself included.
 * Throws a RangeError if the spectral radius is not below 1.
 */
export function totalEffects(branching: SquareMatrix): number[][] {
  return cascade(branching).to2DArray();
}

/** (I − G)⁻¹μ, events per day of each process in the long run (Hawkes 1971). Throws as `totalEffects`. */
export function stationaryRatesPerDay({ baselinePerDay, branching }: HawkesNetwork): number[] {
  const [own] = branching;
  if (own && branching.length === 1) {
    requireStable(branching);
    return [baselinePerDay[0]! * (1 / (1 - own[0]!))];
  }
  return cascade(branching)
    .mmul(Matrix.columnVector([...baselinePerDay]))
    .to1DArray();
}

/** The baselines that give wanted long-run rates: (I − G)Λ. A negative one says that the rates are out of reach. */
export function baselinesForRates({
  ratesPerDay,
  branching,
}: {
  readonly ratesPerDay: readonly number[];
  readonly branching: SquareMatrix;
}): number[] {
  return ratesPerDay.map(
    (rate, i) => rate - branching[i]!.reduce((sum, entry, j) => sum + entry * (ratesPerDay[j] ?? 0), 0),
  );
}

/** lim Cov(N_T)/T = (I − G)⁻¹ diag(Λ) (I − G)⁻ᵀ, per day (Hawkes 1971; Bacry et al. 2013). Throws as `totalEffects`. */
export function asymptoticCovariancePerDay(network: HawkesNetwork): number[][] {
  const effects = cascade(network.branching);
  return effects
    .mmul(Matrix.diag(stationaryRatesPerDay(network)))
    .mmul(effects.transpose())
    .to2DArray();
}

/** Variance over mean of each process in an endless window. Throws as `totalEffects`. */
export function asymptoticFanos(network: HawkesNetwork): number[] {
  const covariance = asymptoticCovariancePerDay(network);
  return stationaryRatesPerDay(network).map((rate, i) => covariance[i]![i]! / rate);
}

/** The same network in which events of one source provoke nothing; they still happen. */
export function withoutSource(network: HawkesNetwork, source: number): HawkesNetwork {
  return { ...network, branching: network.branching.map((row) => row.map((entry, j) => (j === source ? 0 : entry))) };
}

/** The share of each process's long-run events that would not happen if this source provoked nothing. */
export function sharesThroughSource(network: HawkesNetwork, source: number): number[] {
  const without = stationaryRatesPerDay(withoutSource(network, source));
  return stationaryRatesPerDay(network).map((rate, i) => 1 - without[i]! / rate);
}

function requireStable(branching: SquareMatrix): void {
  const radius = spectralRadius(branching);
  if (!(radius < 1)) throw new RangeError(`the spectral radius of the branching matrix must be below 1, got ${radius}`);
}

function cascade(branching: SquareMatrix): Matrix {
  requireStable(branching);
  return inverse(Matrix.eye(branching.length).sub(branching.map((row) => [...row])));
}
