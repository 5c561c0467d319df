import { longDate } from '../model/scenario/iso-date.js';
import type { Scenario } from '../model/scenario/schema.js';
import { countText, counted } from './tables/number-text.js';
import type { TakenPast } from './take-past.js';

/** Where a past leaves the world, in sentences: who is where, how high the rates stand, what is under way. */
export function pastWords(scenario: Scenario, { date, taken }: { readonly date: string; readonly taken: TakenPast }) {
  const { state, totals } = taken;
  const total = (name: string): number => totals[name] ?? 0;
  const there = state.bases.filter(({ persons }) => persons > 0).sort((a, b) => b.persons - a.persons);
  const persons = there.reduce((sum, base) => sum + base.persons, 0);
  const named = there.map((base) => `${scenario.bases[base.base]?.name ?? base.base} ${countText(base.persons)}`);
  const way = state.personsOnTheWay > 0 ? `, and ${countText(state.personsOnTheWay)} on the way` : '';
  const rates = state.actors.map(({ actor, attacksPerDay, provokedPerDay, gate }) => {
    const provoked = attacksPerDay > 0 ? Math.round((100 * provokedPerDay) / attacksPerDay) : 0;
    const gated = gate === 1 ? '' : `, times ${rounded(gate)} by regimes`;
    return `${scenario.actors[actor]?.name ?? actor} at ${rounded(attacksPerDay)} attacks a day (${provoked} % of them provoked by what came before${gated})`;
  });
  const pending = [
    ...(state.personsStillToLeave > 0 ? [`${countText(state.personsStillToLeave)} people have orders to leave`] : []),
    ...(state.decisionsPending > 0
      ? [`${counted(state.decisionsPending, 'decision')} of rules to be carried out`]
      : []),
  ];
  return [
    `Before ${longDate(date)}: ${counted(total('attacks'), 'attack')}, ${countText(total('personAttacks'))} person-attacks, ${countText(total('killed'))} killed, ${countText(total('wounded'))} wounded.`,
    persons === 0
      ? `On that day nobody is at a base${way}.`
      : `On that day ${countText(persons)} people are at ${counted(there.length, 'base')} (${named.join(', ')})${way}.`,
    `Rates: ${rates.join('; ')}.`,
    state.regimes.length > 0 ? `Regimes that hold: ${state.regimes.join(', ')}.` : 'No regime holds.',
    ...(pending.length > 0 ? [`Under way: ${pending.join('; ')}.`] : []),
  ];
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}
