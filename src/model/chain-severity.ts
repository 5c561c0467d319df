import { betaBinomial } from '../random/laws/beta-binomial.js';
import { binomial } from '../random/laws/binomial.js';
import { negativeBinomial } from '../random/laws/negative-binomial.js';
import { zeroTruncatedNegativeBinomial } from '../random/laws/zero-truncated-negative-binomial.js';
import { zeta } from '../random/laws/zeta.js';
import type { CompiledScenario } from './compile.js';
import type { Defences } from './defences.js';
import { purpose, type AttackMarks } from './marks.js';

/** One attack as the chain sees it. `base` is −1 on the road: no shelter, no interception, density 1. */
export interface ChainAttack {
  readonly base: number;
  readonly mode: number;
  /** N: persons present. */
  readonly persons: number;
  /** H̃ = min(1, H). */
  readonly shelter: number;
  readonly marks: AttackMarks;
}

/**
 * Casualties Y of one attack (model, section 6): rounds K ~ zero-truncated negative binomial, capped; of the first C each
 * is stopped with p_int; each other is an effective impact with p_eff; casualties of the impacts are negative binomial, or
 * with p_mc a zeta law; at most those present. Killed among them are for {@link chainKilled}.
 */
export function chainCasualties(
  compiled: CompiledScenario,
  values: Float64Array,
  { attack, defences }: { attack: ChainAttack; defences: Defences },
): number {
  const { base, mode, persons, marks } = attack;
  if (persons === 0) return 0;
  const { severity } = compiled;
  const law = severity.modes[mode]!;
  const rounds = zeroTruncatedNegativeBinomial(
    { mean: values[law.salvoMean]!, size: values[law.salvoSize]!, cap: values[severity.salvoCap]! },
    marks.at(purpose.salvo, 0),
  );
  const engaged = Math.min(rounds, defences.capacityRounds(base));
  const stopped =
    engaged === 0
      ? 0
      : binomial({ trials: engaged, probability: defences.interception(base, mode) }, marks.at(purpose.intercepted, 0));
  const impacts = binomial(
    { trials: rounds - stopped, probability: values[law.effectiveProbability]! },
    marks.at(purpose.impacts, 0),
  );
  if (impacts === 0) return 0;

  const tails = binomial(
    { trials: impacts, probability: values[severity.tailProbability]! },
    marks.at(purpose.tails, 0),
  );
  // The sum of independent negative binomials of one shape is one of their means and sizes summed.
  const plain = impacts - tails;
  const mean = plain * impactMean(compiled, values, attack);
  let casualties =
    plain === 0
      ? 0
      : negativeBinomial({ mean, size: plain * values[severity.impactSize]! }, marks.at(purpose.casualties, 0));
  if (tails > 0) {
    const next = marks.streamOf(purpose.tail);
    for (let i = 0; i < tails; i++)
      casualties += zeta({ alpha: values[severity.fatalityExponent]!, max: persons }, next);
  }
  return Math.min(persons, casualties);
}

/** ν_b = ν_ref density^δ (1 − σ H̃)(1 − ω W). */
function impactMean(
  compiled: CompiledScenario,
  values: Float64Array,
  { base, persons, shelter, marks }: ChainAttack,
): number {
  const { severity, capacity } = compiled;
  const place = base < 0 ? -1 : capacity[base]!;
  const density = place < 0 ? 1 : persons / values[place]! / values[severity.densityReference]!;
  const warned = marks.at(purpose.warning, 0) < values[severity.warningProbability]! ? 1 : 0;
  return (
    values[severity.casualtiesPerImpact]! *
    density ** values[severity.densityExponent]! *
    (1 - values[severity.shelterEffect]! * shelter) *
    (1 - values[severity.warningEffect]! * warned)
  );
}

/** Killed among the casualties: BetaBinomial(Y, a, b). */
export function chainKilled(
  compiled: CompiledScenario,
  values: Float64Array,
  { casualties, marks }: { casualties: number; marks: AttackMarks },
): number {
  if (casualties === 0) return 0;
  const { killedAlpha, killedBeta } = compiled.severity;
  return betaBinomial(
    { trials: casualties, alpha: values[killedAlpha]!, beta: values[killedBeta]! },
    marks.at(purpose.killed, 0),
  );
}
