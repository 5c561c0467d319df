/** What is left of a base's pull after its hand-over: r(t) = r_∞ + (r_0 − r_∞)e^{−t/τ}. */
export interface HandOverResidual {
  readonly atOnce: number;
  readonly inTheEnd: number;
  readonly meanDays: number;
}

/** r at so many days after the hand-over. */
export function residualAt({ atOnce, inTheEnd, meanDays }: HandOverResidual, afterDays: number): number {
  return inTheEnd + (atOnce - inTheEnd) * Math.exp(-afterDays / meanDays);
}

/** The mean of r over the first `spanDays` days. */
export function meanResidual({ atOnce, inTheEnd, meanDays }: HandOverResidual, spanDays: number): number {
  return inTheEnd + ((atOnce - inTheEnd) * meanDays * -Math.expm1(-spanDays / meanDays)) / spanDays;
}

/** Attacks expected on the base in that span, if its rate before the hand-over would have lasted. */
export function residualAttacks(
  residual: HandOverResidual,
  { attacksPerDayBefore, spanDays }: { readonly attacksPerDayBefore: number; readonly spanDays: number },
): number {
  return attacksPerDayBefore * spanDays * meanResidual(residual, spanDays);
}
