import { mean, sampleVariance } from 'simple-statistics';

/**
 * Split R̂ of one quantity: each chain is halved, and R̂ = √((W (n − 1)/n + B/n)/W) of the halves, near 1 where all chains
 * tell the same (Gelman et al., Bayesian Data Analysis, 3rd ed., 11.4). Chains of equal length; the middle draw of odd
 * ones is left out. 1 where nothing moves at all, Infinity where chains stand still at different values.
 */
export function splitRHat(chains: readonly ArrayLike<number>[]): number {
  const halves = splitChains(chains);
  const draws = halves[0]?.length ?? 0;
  if (draws < 2) return NaN;
  const within = mean(halves.map(sampleVariance));
  const between = draws * sampleVariance(halves.map(mean));
  if (within === 0) return between === 0 ? 1 : Infinity;
  return Math.sqrt((draws - 1) / draws + between / draws / within);
}

/** Each chain's first and last halves. */
export function splitChains(chains: readonly ArrayLike<number>[]): number[][] {
  return chains.flatMap((chain) => {
    const all = Array.from(chain);
    const half = Math.floor(all.length / 2);
    return [all.slice(0, half), all.slice(all.length - half)];
  });
}
