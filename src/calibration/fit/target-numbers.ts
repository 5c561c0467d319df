import type { CompiledScenario } from '../../model/compile.js';
import { meanOf, quantileOf, type Law } from '../../random/laws/law.js';
import { beliefSummary } from '../posterior/fitted-parameter.js';
import { choiceSets, type ChoiceOption, type ChosenBases } from '../record/choice-sets.js';
import type { AttackRecord } from '../record/attack-record.js';
import type { TargetOption } from '../target-choice/choice-likelihood.js';
import { fitTargetChoice } from '../target-choice/fit-target-choice.js';
import type { FittedNumber, FittedTable } from './fitted-number.js';
import { smoothLaw } from './priors-of.js';

/** Whom one actor attacks, fitted. */
export interface TargetNumbers {
  readonly actor: string;
  readonly attacks: number;
  readonly numbers: FittedTable;
  /** Mean share of each base, in the scenario's order, of an attack that chooses among these. */
  readonly sharesOf: (options: readonly ChoiceOption[]) => number[];
}

/**
 * Fits how an actor chooses among the bases with people there on the day: an exponent of size, and the pull of each base
 * beyond its size, shrunk together as far as the record does not tell them apart. Bases that no attack could choose stay out.
 */
export function targetNumbers(
  record: AttackRecord,
  {
    compiled,
    actors,
    seed,
  }: { readonly compiled: CompiledScenario; readonly actors: readonly string[]; readonly seed: number },
): { readonly targets: readonly TargetNumbers[]; readonly chosen: ChosenBases } {
  const chosen = choiceSets(record, compiled);
  const targets = actors.flatMap((actor): TargetNumbers[] => {
    const own = chosen.choices.filter((choice) => choice.actor === actor);
    const offered = [...new Set(own.flatMap(({ options }) => options.map(({ base }) => base)))].sort((a, b) => a - b);
    if (own.length === 0 || offered.length < 2) return [];
    return [{ actor, attacks: own.length, ...fitOf(actor, { compiled, seed, own, offered }) }];
  });
  return { targets, chosen };
}

function fitOf(
  actor: string,
  about: {
    readonly compiled: CompiledScenario;
    readonly seed: number;
    readonly own: ChosenBases['choices'];
    readonly offered: readonly number[];
  },
): Pick<TargetNumbers, 'numbers' | 'sharesOf'> {
  const { compiled, seed, own, offered } = about;
  const { bases, actors } = compiled.scenario;
  const choice = actors[actor]?.targetChoice;
  const aversion = choice ? pointOf(choice.hardeningAversion.value) : 0;
  const exponent = choice && smoothLaw(choice.sizeExponent);
  const keys = offered.map((base) => compiled.baseKeys[base]!);
  const optionOf = ({ base, personnel, hardening }: ChoiceOption): TargetOption => ({
    base: offered.indexOf(base),
    personnel,
    logWeight: -aversion * hardening,
  });
  const fit = fitTargetChoice({
    bases: keys,
    choices: own.map(({ options, chosen }) => ({ chosen, options: options.map(optionOf) })),
    seed,
    priors: exponent ? { sizeExponent: exponent } : {},
  });
  const path = `actors.${actor}.targetChoice`;
  const [size, spread, ...effects] = fit.parameters;
  const pulls = effects.map((effect, i): FittedNumber => {
    const key = keys[i]!;
    const draws = effect.draws.map(Math.exp);
    const { learnt, overlap } = effect;
    const words = `pull of ${bases[key]?.name ?? key} beyond its size`;
    const before = beliefSummary(pullsOf(effect.prior));
    return { path: `${path}.baseWeights.${key}`, words, before, after: beliefSummary(draws), learnt, overlap, draws };
  });
  return {
    numbers: {
      numbers: [
        { ...size!, path: `${path}.sizeExponent`, words: 'exponent of size in the choice of targets' },
        { ...spread!, words: 'spread of the pull of bases beyond their size (logarithms)' },
        ...pulls,
      ],
      rows: fit.draws,
    },
    sharesOf: (options) => {
      const shares = fit.meanShares(options.map(optionOf));
      return compiled.baseKeys.map((_, base) => shares[options.findIndex((option) => option.base === base)] ?? 0);
    },
  };
}

function pointOf(value: number | Law): number {
  return typeof value === 'number' ? value : meanOf(value);
}

/** Equally likely values of exp(x), x of a law. */
function pullsOf(law: Law): number[] {
  const quantile = quantileOf(law);
  return Array.from({ length: 1000 }, (_, k) => Math.exp(quantile((k + 0.5) / 1000)));
}
