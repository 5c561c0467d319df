import { compensatorOf } from '../hawkes/compensator.js';
import { trackOf } from '../hawkes/event-track.js';
import type { EventTimes, HawkesModel } from '../hawkes/hawkes-model.js';

/**
 * What the model expected between one attack of a receiver and its next: independent exponential numbers of mean 1 where
 * the model is right (time change; Ogata 1988). Those of all receivers, one receiver after the other.
 */
export function residualsOf(
  model: HawkesModel,
  about: { readonly times: readonly EventTimes[]; readonly windowDays: number; readonly fatal?: EventTimes },
): number[] {
  const track = trackOf({ ...about, starts: model.starts, receivers: model.branching.length });
  return compensatorOf(model, track).atEvents.flatMap((at) => at.map((value, k) => value - (at[k - 1] ?? 0)));
}

/** The largest gap between the distribution function of the values and that of an exponential law of mean 1. */
export function ksOfExponential(values: readonly number[]): number {
  const ascending = values.toSorted((a, b) => a - b);
  const n = ascending.length;
  return ascending.reduce((largest, value, i) => {
    const expected = -Math.expm1(-value);
    return Math.max(largest, (i + 1) / n - expected, expected - i / n);
  }, 0);
}

/** Σ (x_k − x̄)(x_{k+lag} − x̄) / Σ (x_k − x̄)²; NaN where there are too few values or they do not vary. */
export function autocorrelation(values: readonly number[], lag: number): number {
  const n = values.length;
  if (n <= lag) return NaN;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const covariance = values.slice(lag).reduce((sum, value, k) => sum + (value - mean) * (values[k]! - mean), 0);
  return variance > 0 ? covariance / variance : NaN;
}
