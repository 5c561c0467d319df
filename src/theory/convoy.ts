export interface ConvoyGroup {
  readonly convoys: number;
  /** Days each of them is on the road. */
  readonly roadDays: number;
  /** Persons in each of them. */
  readonly persons: number;
}

export interface ConvoyRoad {
  /** Attacks per convoy-day at the reference hostility, size and route factors included. */
  readonly attacksPerConvoyDay: number;
  /** Hostility now over hostility at the reference, Σ_g ω_g λ_g/λ_g,ref. */
  readonly hostility: number;
}

export interface ConvoyExposure {
  readonly attacks: number;
  readonly anyAttackProbability: number;
  readonly personAttacks: number;
}

/** Attacks on convoys, a Poisson process along the road given the hostility (a Cox process when that is random). */
export function convoyExposure(road: ConvoyRoad, groups: readonly ConvoyGroup[]): ConvoyExposure {
  const attacksOf = ({ convoys, roadDays }: ConvoyGroup): number =>
    convoys * roadDays * road.attacksPerConvoyDay * road.hostility;
  const attacks = groups.reduce((sum, group) => sum + attacksOf(group), 0);
  return {
    attacks,
    anyAttackProbability: -Math.expm1(-attacks),
    personAttacks: groups.reduce((sum, group) => sum + attacksOf(group) * group.persons, 0),
  };
}
