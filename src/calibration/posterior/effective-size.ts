import { mean, sampleVariance } from 'simple-statistics';
import { splitChains } from './split-r-hat.js';

/**
 * How many independent draws would tell the mean as well as these chains do: m n/τ with τ = −1 + 2 Σ (ρ̂₂ₜ + ρ̂₂ₜ₊₁), the
 * pairs cut at the first that is negative and made to fall (Geyer 1992), ρ̂ from the halves of all chains together
 * (Vehtari et al. 2021, equations 10 to 13; no ranks). At most m n log₁₀(m n). NaN for fewer than four draws a
 * chain; the number of draws where nothing moves.
 */
export function effectiveSize(chains: readonly ArrayLike<number>[]): number {
  const halves = splitChains(chains);
  const draws = halves[0]?.length ?? 0;
  if (draws < 2) return NaN;
  const total = halves.length * draws;
  const within = mean(halves.map(sampleVariance));
  const pooled = (within * (draws - 1)) / draws + (halves.length > 1 ? sampleVariance(halves.map(mean)) : 0);
  if (pooled === 0) return total;
  const centred = halves.map((half) => {
    const centre = mean(half);
    return half.map((value) => value - centre);
  });
  const correlation = (lag: number): number => {
    const covariance = mean(centred.map((half) => lagged(half, lag) / draws));
    return 1 - (within - covariance) / pooled;
  };

  let sum = 0;
  let last = Infinity;
  for (let lag = 0; lag + 1 < draws; lag += 2) {
    const pair = (lag === 0 ? 1 : correlation(lag)) + correlation(lag + 1);
    if (pair < 0) break;
    last = Math.min(last, pair);
    sum += last;
  }
  return Math.min(total / (2 * sum - 1), total * Math.log10(total));
}

function lagged(values: readonly number[], lag: number): number {
  let sum = 0;
  for (let k = lag; k < values.length; k++) sum += values[k]! * values[k - lag]!;
  return sum;
}
