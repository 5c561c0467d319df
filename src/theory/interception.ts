import { salvoMoments, salvoProbabilities, salvoTail } from './salvo.js';
import type { Salvo } from './salvo.js';

export interface AirDefence {
  /** P(a round it takes on is stopped). */
  readonly interceptionProbability: number;
  /** C: it takes on the first C rounds of an attack. */
  readonly capacityRounds: number;
}

/** What an air defence that stops Binomial(min(K, C), p) of K rounds lets through. */
export interface Leakers {
  readonly meanIntercepted: number;
  readonly meanLeakers: number;
  /** P(every round is stopped). */
  readonly noLeakerProbability: number;
}

/** For a salvo of so many rounds: p·min(K, C) are stopped on average, and all of them only if C is enough. */
export function leakersOfRounds({ interceptionProbability, capacityRounds }: AirDefence, rounds: number): Leakers {
  const meanIntercepted = interceptionProbability * Math.min(rounds, capacityRounds);
  return {
    meanIntercepted,
    meanLeakers: rounds - meanIntercepted,
    noLeakerProbability: rounds > capacityRounds ? 0 : interceptionProbability ** rounds,
  };
}

/** For a random salvo: E min(K, C) = Σ P(K ≥ k), and no leaker Σ P(K = k) p^k, both over k ≤ C. */
export function leakersOfSalvo({ interceptionProbability, capacityRounds }: AirDefence, salvo: Salvo): Leakers {
  const takenOn = salvoProbabilities(salvo, capacityRounds);
  const meanTakenOn = takenOn.reduce((sum, _, i) => sum + salvoTail(salvo, i + 1), 0);
  const meanIntercepted = interceptionProbability * meanTakenOn;
  return {
    meanIntercepted,
    meanLeakers: salvoMoments(salvo).mean - meanIntercepted,
    noLeakerProbability: takenOn.reduce((sum, p, i) => sum + p * interceptionProbability ** (i + 1), 0),
  };
}
