import type { TargetKnowledge } from '../../calibration/backtest/target-shares.js';
import { smoothLaw } from '../../calibration/fit/priors-of.js';
import type { AttackRecord, AttackScope } from '../../calibration/record/attack-record.js';
import { choiceSets, type ChoiceOption } from '../../calibration/record/choice-sets.js';
import type { TargetOption } from '../../calibration/target-choice/choice-likelihood.js';
import type { CompiledScenario } from '../../model/compile.js';
import { meanOf } from '../../random/laws/law.js';
import { targetWarnings } from '../calibrate/calibration.js';

/**
 * Among which bases the attacks of a record chose, all armed groups taken as one. Of a scenario with one group its aversion
 * to hardening is taken as known, and its law of the exponent of size as the belief before.
 */
export function targetsOf(
  record: AttackRecord,
  { compiled, scopes }: { readonly compiled: CompiledScenario; readonly scopes: readonly AttackScope[] },
): {
  readonly known: TargetKnowledge;
  readonly optionOf: (option: ChoiceOption) => TargetOption;
  readonly warnings: readonly string[];
} {
  const chosen = choiceSets(record, compiled);
  const { bases, choices } = chosen;
  const groups = Object.values(compiled.scenario.actors);
  const own = groups.length === 1 ? groups[0]?.targetChoice : undefined;
  const aversion = own?.hardeningAversion.value ?? 0;
  const perStep = typeof aversion === 'number' ? aversion : meanOf(aversion);
  const optionOf = ({ base, personnel, hardening }: ChoiceOption): TargetOption => ({
    base,
    personnel,
    logWeight: -perStep * hardening,
  });
  return {
    known: {
      baseKeys: bases,
      choices: choices.map(({ attack, options, chosen }) => ({
        day: record.attacks[attack]!.day,
        options: options.map(optionOf),
        chosen,
      })),
      sizeExponent: own && smoothLaw(own.sizeExponent),
      elsewhere: scopes.some((scope) => scope === 'convoy' || scope === 'other'),
    },
    optionOf,
    warnings: targetWarnings(chosen, compiled.scenario.start),
  };
}
