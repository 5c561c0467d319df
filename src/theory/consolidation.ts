export interface Consolidation {
  readonly basesBefore: number;
  readonly basesAfter: number;
  readonly personnelBefore: number;
  readonly personnelAfter: number;
  /** α_N. */
  readonly sizeExponent: number;
  /** ε. */
  readonly effortElasticity: number;
}

export interface ConsolidationMultipliers {
  readonly attacks: number;
  readonly attacksPerBase: number;
  readonly personAttacks: number;
  /** Attacks on the base where one person lives. */
  readonly attacksPerPerson: number;
}

/**
 * By what factor risk changes when B equal bases with N persons become B′ equal bases with N′ persons:
 * attacks T = [(N′/N)^α_N (B′/B)^(1−α_N)]^ε, per base T·B/B′, person-attacks T·(N′/N)(B/B′), per person T·B/B′.
 * Holds for a cold start, a constant gate, no rules, impulses, convoys or residual, and no extra weight of fatal attacks.
 */
export function consolidationMultipliers(change: Consolidation): ConsolidationMultipliers {
  const bases = change.basesAfter / change.basesBefore;
  const personnel = change.personnelAfter / change.personnelBefore;
  const pull = personnel ** change.sizeExponent * bases ** (1 - change.sizeExponent);
  const attacks = pull ** change.effortElasticity;
  const perBase = attacks / bases;
  return {
    attacks,
    attacksPerBase: perBase,
    personAttacks: perBase * personnel,
    attacksPerPerson: perBase,
  };
}
