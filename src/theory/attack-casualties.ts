import { casualtyProbabilities, killedProbabilities } from './casualties.js';
import type { CasualtyLaw, KilledShare } from './casualties.js';
import type { AirDefence } from './interception.js';
import { salvoProbabilities } from './salvo.js';
import type { Salvo } from './salvo.js';

/** One attack on a base: rounds, those let through, effective impacts, the casualties of each, the killed among them. */
export interface AttackChain {
  readonly salvo: Salvo & { readonly cap: number };
  /** Nothing is stopped if left out. */
  readonly airDefence?: AirDefence;
  /** P(a round let through is an effective impact). */
  readonly effectiveProbability: number;
  /** Y_i of one impact; what density, shelter and warning do to its mean is already in it. */
  readonly casualtiesPerImpact: CasualtyLaw;
  /** Instead of that law, with so much probability, y^−exponent cut and renormalised at those present; never if left out. */
  readonly massCasualties?: { readonly probability: number; readonly exponent: number };
  readonly killedShare: KilledShare;
  /** N: persons on the base, and the most casualties there can be. */
  readonly present: number;
}

export interface AttackCasualties {
  /** P(Y = y) for y = 0 … present. */
  readonly casualties: readonly number[];
  /** P(D = d) for d = 0 … present. */
  readonly killed: readonly number[];
  readonly meanCasualties: number;
  readonly meanKilled: number;
  readonly anyCasualtyProbability: number;
  readonly fatalProbability: number;
}

/**
 * The exact law of one attack: of K rounds Binomial(min(K, C), p) are stopped, each of the others is an impact with
 * p_eff, Y = min(N, Σ Y_i) over the impacts, and the killed are beta-binomial among Y. Y comes by convolving the law of
 * one impact, so the cost grows with the cap times the square of those present: a third of a second for 60 and 1,000.
 */
export function attackCasualties(chain: AttackChain): AttackCasualties {
  const casualties = randomSum(impactProbabilities(chain), impactLaw(chain));
  const killed = casualties.map(() => 0);
  for (const [y, probability] of casualties.entries()) {
    for (const [d, share] of killedProbabilities(chain.killedShare, y).entries()) killed[d]! += probability * share;
  }
  return {
    casualties,
    killed,
    meanCasualties: meanOf(casualties),
    meanKilled: meanOf(killed),
    anyCasualtyProbability: tailOf(casualties, 1),
    fatalProbability: tailOf(killed, 1),
  };
}

/**
 * P(E = e) of the effective impacts, e = 0 … cap. Each round is one or is none by itself: with (1 − p)·p_eff if the
 * defence takes it on, with p_eff if not.
 */
export function impactProbabilities(
  chain: Pick<AttackChain, 'salvo' | 'airDefence' | 'effectiveProbability'>,
): number[] {
  const { salvo, airDefence = { interceptionProbability: 0, capacityRounds: 0 }, effectiveProbability } = chain;
  const impacts = new Array<number>(salvo.cap + 1).fill(0);
  let given = [1];
  for (const [i, probability] of salvoProbabilities(salvo, salvo.cap).entries()) {
    const passing = i < airDefence.capacityRounds ? 1 - airDefence.interceptionProbability : 1;
    given = withOneMoreRound(given, passing * effectiveProbability);
    for (const [e, share] of given.entries()) impacts[e]! += probability * share;
  }
  return impacts;
}

/** P(X ≥ atLeast) of probabilities from 0 on. Smallest first, so that a small tail keeps its digits. */
export function tailOf(probabilities: readonly number[], atLeast: number): number {
  return probabilities.slice(atLeast).reduceRight((sum, probability) => sum + probability, 0);
}

function withOneMoreRound(impacts: readonly number[], impactProbability: number): number[] {
  return Array.from(
    { length: impacts.length + 1 },
    (_, e) => (impacts[e] ?? 0) * (1 - impactProbability) + (impacts[e - 1] ?? 0) * impactProbability,
  );
}

/** The law of min(N, Y_i): whatever N caps lies on N, which changes no capped sum. */
function impactLaw({ casualtiesPerImpact, massCasualties, present }: AttackChain): number[] {
  if (present === 0) return [1];
  const below = casualtyProbabilities(casualtiesPerImpact, present - 1);
  const ordinary = [...below, Math.max(0, 1 - below.reduce((sum, p) => sum + p, 0))];
  if (massCasualties === undefined) return ordinary;
  const { probability, exponent } = massCasualties;
  const weights = ordinary.map((_, y) => (y === 0 ? 0 : y ** -exponent));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return ordinary.map((p, y) => (1 - probability) * p + (probability * weights[y]!) / total);
}

/** The law of the capped sum of a random number of terms, Σ_e P(E = e) f^{*e}, nested as Horner nests powers. */
function randomSum(terms: readonly number[], term: readonly number[]): number[] {
  let law = term.map(() => 0);
  for (const probability of [...terms].reverse()) {
    law = cappedConvolution(law, term);
    law[0]! += probability;
  }
  return law;
}

function cappedConvolution(a: readonly number[], b: readonly number[]): number[] {
  const last = b.length - 1;
  const sums = b.map(() => 0);
  for (const [i, p] of a.entries()) {
    if (p === 0) continue;
    for (let j = 0; j <= last; j++) sums[Math.min(last, i + j)]! += p * b[j]!;
  }
  return sums;
}

function meanOf(probabilities: readonly number[]): number {
  return probabilities.reduce((sum, probability, value) => sum + value * probability, 0);
}
