import type { Scenario } from '../model/scenario/schema.js';
import { numberText } from './plan-sentence.js';

/** What can be carried out, in a line: "100 persons a day by road, no limit by air". Undefined without a limit. */
export function liftSentence({ lift }: Scenario): string | undefined {
  if (!lift?.byRoad && !lift?.byAir) return undefined;
  const way = (capacity: typeof lift.byRoad, by: string): string =>
    capacity ? `${numberText(capacity)} persons a day ${by}` : `no limit ${by}`;
  return `${way(lift.byRoad, 'by road')}, ${way(lift.byAir, 'by air')}; groups queue for it`;
}

/** Routine supply in a line: "0.2 convoys a day to each base with people, each with 20 Contractors for 1 day". */
export function supplySentence({ supply, contingents, rules, regimes }: Scenario): string | undefined {
  if (!supply) return undefined;
  const whose = contingents[supply.contingent]?.name ?? supply.contingent;
  const { convoysPerBaseDay: often, personsPerConvoy: persons, transitDays: days } = supply;
  const held = [
    ...(regimes.some(({ activity }) => activity.value !== 1) ? ['regimes with an activity'] : []),
    ...(rules.length > 0 && supply.pausedSupplyShare.value !== 1 ? ['paused training'] : []),
  ];
  const less = held.length === 0 ? '' : `; fewer under ${held.join(' and ')}`;
  const length = days.value === 1 ? 'day' : 'days';
  return `${numberText(often)} convoys a day to each base with people, each with ${numberText(persons)} of ${whose} for ${numberText(days)} ${length}${less}`;
}
