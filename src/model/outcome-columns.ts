import type { CompiledScenario } from './compile.js';
import { hostForceColumns } from './host-force-outcomes.js';
import { regimeColumns } from './regime-outcomes.js';
import { windowColumns } from './window-columns.js';

/** One outcome of a replication: a column of its results. */
export interface OutcomeColumn {
  /** `attacks`, `personDays.base.taji`, `killed.tag.EU`. */
  readonly name: string;
  readonly unit: string;
  readonly about: string;
}

const totals: readonly (readonly [string, string, string])[] = [
  ['personDays', 'person-days', 'personnel present, summed over the days: bases and transit'],
  ['personDaysAtBases', 'person-days', 'personnel at bases'],
  ['personDaysInTransit', 'person-days', 'personnel on the way'],
  ['attacks', 'attacks', 'attacks on bases that host personnel, and on convoys'],
  ['attacksOnBases', 'attacks', 'attacks on bases that host personnel'],
  ['attacksOnConvoys', 'attacks', 'attacks on convoys'],
  [
    'attacksOnHandedOver',
    'attacks',
    'attacks on bases after their hand-over: not exposure of the personnel counted here',
  ],
  ['personAttacks', 'person-attacks', 'persons present, summed over attacks: bases and transit'],
  ['personAttacksAtBases', 'person-attacks', 'persons present at attacks on bases'],
  ['personAttacksInTransit', 'person-attacks', 'persons present at attacks on convoys'],
  ['expectedAttacks', 'attacks', 'integral of the attack rate on bases and convoys over the replication'],
  ['expectedPersonAttacks', 'person-attacks', 'integral of the attack rate times the persons present'],
  ['attacksPer1000PersonDays', 'per 1,000 person-days', 'attacks over person-days'],
  ['personAttacksPer1000PersonDays', 'per 1,000 person-days', 'person-attacks over person-days: the risk per person'],
  ['killed', 'persons', 'killed, all contingents'],
  ['wounded', 'persons', 'wounded, all contingents'],
  ['killedPer100000PersonYears', 'per 100,000 person-years', 'killed over person-years of 365.25 days'],
  ['maxKilled', 'persons', 'killed in the deadliest attack'],
  ['firstFatalDay', 'day', 'days from the start to the first attack that kills; blank where none does'],
  ['hhiMean', 'index', 'Herfindahl index of personnel over bases, mean over the days with anyone at a base'],
  ['hhiPeak', 'index', 'its largest value'],
  ['effectiveBases', 'bases', 'effective number of bases: 1 over the mean Herfindahl index'],
  ['peakBasePopulation', 'persons', 'most persons at one base'],
  ['attackHhi', 'index', 'Herfindahl index of attacks over hosting bases; blank without attacks'],
  ['transitShareOfPersonDays', 'share', 'share of person-days spent on the way'],
  ['transitShareOfPersonAttacks', 'share', 'share of person-attacks suffered on the way; blank without any'],
  ['supplyConvoys', 'convoys', 'routine supply convoys that set out'],
  ['personDaysOnSupply', 'person-days', 'of the personnel on the way, those on routine supply'],
  ['attacksOnSupply', 'attacks', 'of the attacks on convoys, those on routine supply'],
  ['personAttacksOnSupply', 'person-attacks', 'persons present at attacks on routine supply'],
  ['liftWaitDays', 'person-days', 'persons who left, or still wait at the end, times the days they waited for lift'],
  ['lastDepartureDay', 'day', 'days from the start to the last departure by order; blank without any'],
  ['movesUnfinished', 'persons', 'persons whom orders under way should have taken, but who have not left at the end'],
  ['attacksBackground', 'attacks', 'attacks that nothing recent provoked'],
  ['attacksEmboldened', 'attacks', 'attacks that departures emboldened'],
  ['attacksVacuum', 'attacks', 'attacks that the vacuum brought'],
  ['attacksProvokedByAttacks', 'attacks', 'attacks that earlier attacks provoked'],
  ['attacksProvokedByStrikes', 'attacks', 'attacks that strikes provoked'],
  ['provokedShare', 'share', 'share of attacks that attacks or strikes provoked; blank without attacks'],
  ['effortCapped', 'yes/no', '1 where an actor’s effort reached its cap'],
  ['parameterRedraws', 'draws', 'draws of the parameters thrown away because the attack process would have run away'],
  ['shortfalls', 'orders', 'orders that found fewer persons than they named'],
  ['capped', 'yes/no', '1 where the cap on events ended the replication: its counts are lower bounds'],
  ['events', 'events', 'events that passed through the calendar'],
  ['fingerprint', 'hash', 'hash of every event and its time'],
];

/** Which outcomes a scenario's replications have: totals, then by base, contingent, tag and actor. */
export function outcomeColumns(compiled: CompiledScenario): OutcomeColumn[] {
  const columns: OutcomeColumn[] = totals.map(([name, unit, about]) => ({ name, unit, about }));
  const per = (of: string, unit: string, group: string, keys: readonly string[]): void => {
    for (const key of keys) columns.push({ name: `${of}.${group}.${key}`, unit, about: `${of}, ${group} ${key}` });
  };
  const tags = compiled.tags.map(({ tag }) => tag);
  for (const [of, unit] of [
    ['personDays', 'person-days'],
    ['attacks', 'attacks'],
    ['attacksOnHandedOver', 'attacks'],
    ['personAttacks', 'person-attacks'],
  ] as const) {
    per(of, unit, 'base', compiled.baseKeys);
  }
  for (const [of, unit] of [
    ['personDays', 'person-days'],
    ['personAttacks', 'person-attacks'],
    ['killed', 'persons'],
    ['wounded', 'persons'],
  ] as const) {
    per(of, unit, 'contingent', compiled.contingentKeys);
    per(of, unit, 'tag', tags);
  }
  per('attacks', 'attacks', 'actor', compiled.actorKeys);
  per('attacks', 'attacks', 'mode', compiled.modeKeys);
  per('vacuumIndexMean', 'ratio', 'actor', compiled.actorKeys);
  per('vacuumIndexFinal', 'ratio', 'actor', compiled.actorKeys);
  columns.push(...regimeColumns(compiled));
  columns.push(...hostForceColumns(compiled));
  columns.push(
    { name: 'strikes', unit: 'strikes', about: 'strikes, by date and by rules' },
    { name: 'missionDaysLost', unit: 'days', about: 'days of paused training, summed over contingents' },
  );
  for (const { name } of compiled.rules)
    columns.push({ name: `ruleFired.${name}`, unit: 'times', about: `times that the rule ${name} did something` });
  for (const c of departingContingents(compiled)) {
    const key = compiled.contingentKeys[c]!;
    columns.push(
      { name: `left.${key}`, unit: 'yes/no', about: `1 where a rule made people of ${key} leave, halve or relocate` },
      { name: `leftDay.${key}`, unit: 'day', about: `days from the start to the first time; blank where none did` },
    );
  }
  columns.push(...windowColumns(compiled.scenario));
  return columns;
}

/** Contingents, by index, that a rule can make go. */
export function departingContingents({ contingentKeys, rules }: CompiledScenario): number[] {
  return contingentKeys.flatMap((_, c) =>
    rules.some(({ contingent, actions }) => contingent === c && actions.some((action) => 'byRoad' in action))
      ? [c]
      : [],
  );
}

/** Series by week of the scenario, the last one possibly shorter. */
export const weeklySeries = ['attacks', 'personAttacks', 'personDays'] as const;
export type WeeklySeries = (typeof weeklySeries)[number];

export function weekCount(horizonDays: number): number {
  return Math.ceil(horizonDays / 7);
}
