import { zetaTruncatedSurvival } from '../random/laws/zeta.js';
import type { CompiledScenario } from './compile.js';
import type { RuleCondition } from './compile-rules.js';
import { fatalProbability, meanKilledBound } from './fatal-probability.js';

/**
 * Magnitude of the strikes that rules are expected to answer one attack with: Σ over rules and their strikes of
 * P(an attack tests the rule) × probability × magnitude, or 0 without such rules. An upper bound: cool-downs are left out,
 * own dead are taken for all dead, a count of attacks for reached, and everybody for being at one base.
 */
export function strikesPerAttack(compiled: CompiledScenario, values: ArrayLike<number>): number {
  let strikes = 0;
  for (const { conditions, actions } of compiled.rules) {
    let size = 0;
    for (const action of actions)
      if (action.kind === 'strike') size += values[action.probability]! * values[action.magnitude]!;
    if (size > 0) strikes += size * testProbability(compiled, values, conditions);
  }
  return strikes;
}

/** P(an attack meets one of the conditions), at most. */
function testProbability(
  compiled: CompiledScenario,
  values: ArrayLike<number>,
  conditions: readonly RuleCondition[],
): number {
  if (conditions.some(({ kind }) => kind === 'attacks')) return 1;
  const deadly = conditions.filter((condition) => condition.kind === 'killed');
  if (deadly.length === 0) return 0;
  const atLeast = Math.min(...deadly.map((condition) => Math.max(1, Math.round(values[condition.atLeast]!))));
  if (compiled.severity.isChain) return Math.min(1, meanKilledBound(compiled, values) / atLeast);
  const fatal = fatalProbability(compiled, values);
  if (atLeast === 1) return fatal;
  const alpha = values[compiled.severity.fatalityExponent]!;
  return fatal * zetaTruncatedSurvival(alpha, atLeast, Math.max(1, mostPersons(compiled, values)));
}

/** Everybody there at the start and everybody who arrives by plan. */
function mostPersons(compiled: CompiledScenario, values: ArrayLike<number>): number {
  let persons = 0;
  for (const slot of compiled.garrison) if (slot >= 0) persons += Math.round(values[slot]!);
  for (const item of compiled.plan) {
    if (item.kind !== 'arrival') continue;
    for (const slot of item.persons) if (slot >= 0) persons += Math.round(values[slot]!);
  }
  return persons;
}
