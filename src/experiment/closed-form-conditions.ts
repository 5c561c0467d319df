import type { CompiledScenario, Slot } from '../model/compile.js';

/**
 * Why attacks on bases have no closed form here; undefined where they have one. They have where λ is a baseline that
 * stands still and linear excitation by attacks with independent jumps, all of them on bases (docs/model.md, section 1):
 * nobody moves (so A is min(1, A_max), z, v and D stand at 0 or 1), nothing but attacks provokes attacks, regimes that
 * hold do so throughout and for certain, and what an attack weighs as a source is known without what it hit: the quick
 * law's coin, or no weight on fatal attacks. Where attacks fall does not matter, nor does a warm start.
 */
export function whyNoClosedForm(compiled: CompiledScenario): string | undefined {
  const { actors, severity, plan, rules, strikes, chains, branches, supply } = compiled;
  const isZero = (slot: Slot): boolean => compiled.parameters.points[slot] === 0;
  if (plan.length > 0) return 'the plan changes who or what is there';
  if (supply !== undefined) return 'routine supply is on the road';
  if (strikes.length > 0) return 'strikes provoke and deter';
  if (rules.length > 0) return 'rules answer to what happens';
  if (branches.length + chains.length > 0) return 'regimes depend on branch points or chains';
  const regime = changingRegime(compiled);
  if (regime !== undefined) return `the regime ${regime} does not hold throughout and for certain`;
  const seasonal = actors.find(({ seasonAmplitude }) => !isZero(seasonAmplitude));
  if (seasonal) return `${seasonal.key} has a season`;
  if (severity.isChain && actors.some(({ fatalBoost }) => !isZero(fatalBoost)))
    return 'fatal attacks provoke more (fatalBoost), and under the severity chain they depend on where they fall';
  const answers = actors.some((actor) => !isZero(actor.airDefenceAversion) && !isZero(actor.effortElasticity));
  const arrives = compiled.airDefences.some(({ sinceDay }) => sinceDay > 0 && sinceDay < compiled.horizonDays);
  return answers && arrives ? 'air defence that arrives later changes effort' : undefined;
}

/** A regime that overlaps the scenario and begins or ends within it, may not come to pass, or shares its track, with one that was over before too. */
function changingRegime({ regimes, horizonDays, parameters }: CompiledScenario): string | undefined {
  const begun = regimes.filter(({ firstDay }) => firstDay < horizonDays);
  return begun.find(
    ({ firstDay, endDay, probability, track }) =>
      endDay > 0 &&
      (firstDay > 0 ||
        endDay < horizonDays ||
        parameters.points[probability] !== 1 ||
        begun.filter((other) => other.track === track && (other.endDay > 0 || other.firstDay >= firstDay)).length > 1),
  )?.name;
}
