import type { NegativeBinomial } from '../random/laws/negative-binomial.js';
import { zeta } from '../random/laws/zeta.js';
import { purpose, type AttackMarks } from './marks.js';

export interface QuickSeverityParameters {
  fatalProbability: number;
  fatalityExponent: number;
  wounded: NegativeBinomial;
}

/** Killed in one attack on `present` persons: none, or with p_f a zeta law cut and renormalised at those present (model, section 7). */
export function drawKilled(parameters: QuickSeverityParameters, present: number, marks: AttackMarks): number {
  if (present === 0 || marks.at(purpose.fatal, 0) >= parameters.fatalProbability) return 0;
  return zeta({ alpha: parameters.fatalityExponent, max: present }, marks.streamOf(purpose.killed));
}

/** Wounded in one attack: negative binomial, independent of the killed, at most `left` persons. */
export function drawWounded(parameters: QuickSeverityParameters, left: number, marks: AttackMarks): number {
  if (left === 0) return 0;
  const wounded = parameters.wounded.quantile(marks.at(purpose.wounded, 0));
  return wounded < left ? wounded : left;
}
