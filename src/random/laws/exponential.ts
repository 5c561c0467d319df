/** The waiting time at the given rate (its mean is 1/rate) whose distribution function is u; increasing in u. */
export function exponential(u: number, rate: number): number {
  return -Math.log1p(-u) / rate;
}
