export interface Ramp {
  readonly startPersonnel: number;
  readonly endPersonnel: number;
  readonly rampDays: number;
  readonly horizonDays: number;
}

export interface RampExposure {
  readonly personDays: number;
  readonly meanPersonnel: number;
}

/** Exposure over [0, T] of a strength that goes in a straight line and then stays. */
export function linearRamp(ramp: Ramp): RampExposure {
  const { rampDays, horizonDays } = ramp;
  const arrivedDays = horizonDays >= rampDays ? horizonDays - rampDays / 2 : horizonDays ** 2 / (2 * rampDays);
  return exposure(ramp, arrivedDays);
}

/** The same in equal steps, each at the end of its part of the ramp. */
export function steppedRamp(ramp: Ramp, steps: number): RampExposure {
  let arrivedDays = 0;
  for (let step = 1; step <= steps; step++) {
    arrivedDays += Math.max(0, ramp.horizonDays - (step * ramp.rampDays) / steps) / steps;
  }
  return exposure(ramp, arrivedDays);
}

/** `arrivedDays` is ∫ of the arrived fraction. */
function exposure({ startPersonnel, endPersonnel, horizonDays }: Ramp, arrivedDays: number): RampExposure {
  const personDays = startPersonnel * horizonDays + (endPersonnel - startPersonnel) * arrivedDays;
  return { personDays, meanPersonnel: personDays / horizonDays };
}
