/**
 * I_k(x), the modified Bessel function of the first kind of whole order k ≥ 0: Σ_m (x/2)^{2m+k}/(m! (m+k)!), whose
 * terms have one sign, so that no digits cancel. For |x| up to about 700, where it outgrows what a number can hold
 * (Abramowitz and Stegun 9.6.10).
 */
export function besselI(order: number, x: number): number {
  const half = x / 2;
  let term = 1;
  for (let k = 1; k <= order; k++) term *= half / k;
  let sum = 0;
  for (let m = 1; sum + term !== sum; m++) {
    sum += term;
    term *= (half * half) / (m * (m + order));
  }
  return sum;
}
