export interface Impulse {
  /** Poisson events per day without the impulse. */
  readonly ratePerDay: number;
  /** η: log of the rate's multiplier at day 0; negative for a lull. */
  readonly size: number;
  /** τ. */
  readonly meanDays: number;
}

export interface ImpulseEffect {
  readonly expectedEvents: number;
  /** Events beyond those the undisturbed rate would bring. */
  readonly extraEvents: number;
  readonly meanMultiplier: number;
}

/**
 * Events in [0, T] of a rate multiplied by exp(η e^{−t/τ}). The extra ones are μτ[Ei(η) − Ei(η e^{−T/τ})] − μT, here as
 * the series μτ Σ_k η^k (1 − e^{−kT/τ})/(k·k!), in which the logarithms have cancelled: it holds for η = 0 and η < 0.
 * For η below about −15 alternating terms cost digits.
 */
export function impulseEffect({ ratePerDay, size, meanDays }: Impulse, horizonDays: number): ImpulseEffect {
  let extra = 0;
  let power = 1;
  for (let k = 1; k === 1 || k < Math.abs(size) || extra + power / k !== extra; k++) {
    power *= size / k;
    extra += (power / k) * -Math.expm1((-k * horizonDays) / meanDays);
  }
  const extraEvents = ratePerDay * meanDays * extra;
  return {
    expectedEvents: ratePerDay * horizonDays + extraEvents,
    extraEvents,
    meanMultiplier: 1 + (meanDays * extra) / horizonDays,
  };
}

/** The rate's multiplier at day 0, e^η. */
export function peakMultiplier({ size }: Pick<Impulse, 'size'>): number {
  return Math.exp(size);
}

/** Days until the log multiplier has halved. */
export function impulseHalfLifeDays({ meanDays }: Pick<Impulse, 'meanDays'>): number {
  return meanDays * Math.LN2;
}
