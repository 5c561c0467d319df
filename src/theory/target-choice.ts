export interface TargetBase {
  /** Salience-weighted persons; for a handed-over base those there before its evacuation began. */
  readonly personnel: number;
  readonly hardening?: number;
  readonly airDefence?: number;
  readonly distanceKm?: number;
  /** φ: 1 hosting, the hand-over residual after that, 0 closed. */
  readonly status?: number;
}

export interface TargetPreferences {
  readonly referencePersonnel: number;
  readonly sizeExponent: number;
  readonly hardeningAversion?: number;
  readonly airDefenceAversion?: number;
  readonly distanceAversionPer100Km?: number;
}

/**
 * The weight of each base in an actor's choice: φ (N/N_ref)^α_N exp(−α_H H − α_A AD − α_D d/100 km), a conditional
 * logit (McFadden 1974). A base without personnel has weight 0, whatever the size exponent.
 */
export function targetWeights(bases: readonly TargetBase[], preferences: TargetPreferences): number[] {
  const { referencePersonnel, sizeExponent } = preferences;
  const { hardeningAversion = 0, airDefenceAversion = 0, distanceAversionPer100Km = 0 } = preferences;
  return bases.map(({ personnel, hardening = 0, airDefence = 0, distanceKm = 0, status = 1 }) => {
    if (personnel === 0) return 0;
    const repulsion =
      hardeningAversion * hardening + airDefenceAversion * airDefence + (distanceAversionPer100Km * distanceKm) / 100;
    return status * (personnel / referencePersonnel) ** sizeExponent * Math.exp(-repulsion);
  });
}

/** P(base) for each base; all 0 if no base has any weight. */
export function targetShares(weights: readonly number[]): number[] {
  const total = sum(weights);
  return weights.map((weight) => (total === 0 ? 0 : weight / total));
}

/** ln Σ w: the pull of all bases together, the upper level's variable. */
export function inclusiveValue(weights: readonly number[]): number {
  return Math.log(sum(weights));
}

export interface PresenceChange {
  readonly weights: readonly number[];
  /** The weights at which `attacksPerDay` holds. */
  readonly referenceWeights: readonly number[];
  /** ε. */
  readonly effortElasticity: number;
}

/** A = (S/S_ref)^ε without its cap; 0 if no base has any weight, 1 if none had any at the reference. */
export function effortMultiplier({ weights, referenceWeights, effortElasticity }: PresenceChange): number {
  const pull = sum(weights);
  const referencePull = sum(referenceWeights);
  if (pull === 0) return 0;
  return referencePull === 0 ? 1 : (pull / referencePull) ** effortElasticity;
}

/** Attacks per day on each base, when total effort is `attacksPerDay` at the reference weights. */
export function baseRatesPerDay(change: PresenceChange & { readonly attacksPerDay: number }): number[] {
  const total = change.attacksPerDay * effortMultiplier(change);
  return targetShares(change.weights).map((share) => share * total);
}

export interface BaseClosure {
  readonly weights: readonly number[];
  /** The index of the base that closes. */
  readonly closed: number;
  readonly attacksPerDay: number;
  readonly effortElasticity: number;
}

export interface ClosureEffect {
  readonly shares: number[];
  readonly ratesPerDay: number[];
  readonly totalPerDay: number;
  readonly displacedShare: number;
}

/** Shares and rates after one base has closed and its people have left the theatre. */
export function closeBase({ weights, closed, attacksPerDay, effortElasticity }: BaseClosure): ClosureEffect {
  const remaining = weights.map((weight, i) => (i === closed ? 0 : weight));
  const change = { weights: remaining, referenceWeights: weights, effortElasticity };
  return {
    shares: targetShares(remaining),
    ratesPerDay: baseRatesPerDay({ ...change, attacksPerDay }),
    totalPerDay: attacksPerDay * effortMultiplier(change),
    displacedShare: displacedShare(targetShares(weights)[closed] ?? 0, effortElasticity),
  };
}

/**
 * The part of a closed base's attacks that falls on the others: 1 − [1 − (1−p)^ε]/p for a base of share p, about 1 − ε.
 * Nothing is displaced when it was the only one.
 */
export function displacedShare(closedShare: number, effortElasticity: number): number {
  if (closedShare === 0) return 1 - effortElasticity;
  if (closedShare === 1) return 0;
  return 1 + Math.expm1(effortElasticity * Math.log1p(-closedShare)) / closedShare;
}

/**
 * Elasticities of attack rates to the personnel of a base of share p: on its own rate α_N(1 − (1−ε)p), on the rate of
 * any other base −α_N(1−ε)p. One entry for each base that changes.
 */
export function personnelElasticities({
  shares,
  sizeExponent,
  effortElasticity,
}: {
  readonly shares: readonly number[];
  readonly sizeExponent: number;
  readonly effortElasticity: number;
}): { readonly own: number[]; readonly cross: number[] } {
  const drawn = shares.map((share) => (1 - effortElasticity) * share);
  return {
    own: drawn.map((part) => sizeExponent * (1 - part)),
    cross: drawn.map((part) => -sizeExponent * part),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
