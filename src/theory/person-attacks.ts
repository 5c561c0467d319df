import { transientCounts } from './transient-counts.js';
import type { TransientWindow } from './transient-counts.js';

export interface AttackedBase {
  readonly personnel: number;
  /** P(an attack falls here); the shares of all bases sum to 1. */
  readonly share: number;
}

export interface PersonAttackMoments {
  readonly mean: number;
  /** Variance of Σ_k N(t_k−), the people present at each attack. */
  readonly realisedVariance: number;
  /** Variance of ∫ Σ_b N_b λ_b dt, an estimator of the same mean; 0 where nothing excites. */
  readonly compensatorVariance: number;
}

/**
 * Person-attacks when personnel and shares stay as they are and each attack chooses its base afresh: a random sum of
 * independent terms, so Var = E N · Var(term) + Var N · (E term)². A Poisson process is one with branching 0.
 */
export function personAttackMoments(window: TransientWindow, bases: readonly AttackedBase[]): PersonAttackMoments {
  const counts = transientCounts(window);
  const termMean = bases.reduce((sum, { personnel, share }) => sum + share * personnel, 0);
  const termMeanSquare = bases.reduce((sum, { personnel, share }) => sum + share * personnel ** 2, 0);
  return {
    mean: counts.mean * termMean,
    realisedVariance: counts.mean * (termMeanSquare - termMean ** 2) + counts.variance * termMean ** 2,
    compensatorVariance: counts.compensatorVariance * termMean ** 2,
  };
}
