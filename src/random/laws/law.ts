import { beta, type BetaParameters } from './beta.js';
import { choice, type ChoiceParameters } from './choice.js';
import { empirical } from './empirical.js';
import { gamma, type GammaParameters } from './gamma.js';
import { joint, type JointParameters } from './joint.js';
import type { LawForm, Quantile, Support } from './law-form.js';
import { lognormal, type LognormalParameters } from './lognormal.js';
import { normal, type NormalParameters } from './normal.js';
import { pert, type PertParameters } from './pert.js';
import { triangular, type TriangularParameters } from './triangular.js';
import { uniform, type UniformParameters } from './uniform.js';

/** A law of what is not known about a number: data with one key, the law's name, as in a scenario file. */
export type Law =
  | { readonly uniform: UniformParameters }
  | { readonly triangular: TriangularParameters }
  | { readonly pert: PertParameters }
  | { readonly normal: NormalParameters }
  | { readonly lognormal: LognormalParameters }
  | { readonly beta: BetaParameters }
  | { readonly gamma: GammaParameters }
  | { readonly choice: ChoiceParameters }
  | { readonly empirical: readonly number[] }
  | { readonly joint: JointParameters };

/**
 * The law's inverse distribution function, with its constants worked out once. It never decreases, and gives a value
 * of the law's support for every u in (0, 1). The law must have no {@link lawFaults}.
 */
export function quantileOf(law: Law): Quantile {
  return ask(law, (form, parameters) => form.quantile(parameters));
}

/** The least and greatest value the law can give; ±Infinity where there is none. */
export function supportOf(law: Law): Support {
  return ask(law, (form, parameters) => form.support(parameters));
}

/** The exact mean, of the cut law where it is cut. */
export function meanOf(law: Law): number {
  return ask(law, (form, parameters) => form.mean(parameters));
}

/** The law in plain words: "lognormal, 90 % between 0.05 and 0.25". */
export function describeLaw(law: Law): string {
  return ask(law, (form, parameters) => form.describe(parameters));
}

/** All rules that the law's parameters break, each `<what> must be <rule>, got <value>`; empty if none. */
export function lawFaults(law: Law): string[] {
  return ask(law, (form, parameters) => form.faults(parameters));
}

/** The one place that knows which form belongs to which name. */
function ask<Answer>(law: Law, question: <P>(form: LawForm<P>, parameters: P) => Answer): Answer {
  if ('uniform' in law) return question(uniform, law.uniform);
  if ('triangular' in law) return question(triangular, law.triangular);
  if ('pert' in law) return question(pert, law.pert);
  if ('normal' in law) return question(normal, law.normal);
  if ('lognormal' in law) return question(lognormal, law.lognormal);
  if ('beta' in law) return question(beta, law.beta);
  if ('gamma' in law) return question(gamma, law.gamma);
  if ('choice' in law) return question(choice, law.choice);
  if ('empirical' in law) return question(empirical, law.empirical);
  if ('joint' in law) return question(joint, law.joint);
  throw new Error(`law must be one of the known ones, got ${JSON.stringify(law satisfies never)}`);
}
