/** The modified Bessel function I₀(x) = Σ (x/2)^2k / k!², by its series: all terms are positive, so no digit is lost. */
export function besselI0(x: number): number {
  const quarter = (x * x) / 4;
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= quarter / (k * k);
    sum += term;
  }
  return sum;
}
