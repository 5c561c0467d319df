import type { OutcomeColumn } from './outcome-columns.js';
import type { Scenario } from './scenario/schema.js';

type Grouped = Pick<Scenario, 'bases' | 'windows'>;

/** Series that a window reads, in their order, with their units. */
export const windowSeries = [
  ['attacks', 'attacks'],
  ['attacksOnBases', 'attacks'],
  ['attacksOnConvoys', 'attacks'],
  ['personDays', 'person-days'],
  ['personAttacks', 'person-attacks'],
  ['killed', 'persons'],
  ['wounded', 'persons'],
] as const;

/** Of each group of bases, those that a window reads; then the ones of the whole time only. */
export const tagSeries = [
  ['attacks', 'attacks'],
  ['personDays', 'person-days'],
  ['personAttacks', 'person-attacks'],
] as const;

/** Groups of bases in the order in which they are first named, with the indices of their bases. */
export function baseTags({ bases }: Grouped): { readonly tag: string; readonly bases: readonly number[] }[] {
  const all = Object.values(bases);
  return [...new Set(all.flatMap(({ tags }) => tags))].map((tag) => ({
    tag,
    bases: all.flatMap(({ tags }, b) => (tags.includes(tag) ? [b] : [])),
  }));
}

/** Outcomes of groups of bases, and of windows: none where a scenario has neither. */
export function windowColumns(scenario: Grouped): OutcomeColumn[] {
  const tags = baseTags(scenario).map(({ tag }) => tag);
  const windows = Object.entries(scenario.windows);
  const columns: OutcomeColumn[] = [];
  for (const tag of tags) {
    const about = `at bases tagged ${tag}`;
    for (const [of, unit] of tagSeries) columns.push({ name: `${of}.baseTag.${tag}`, unit, about: `${of} ${about}` });
    columns.push({
      name: `attacksOnHandedOver.baseTag.${tag}`,
      unit: 'attacks',
      about: `attacks ${about} after their hand-over`,
    });
  }
  for (const [key, { firstDay, lastDay }] of windows) {
    const about = `from ${firstDay} to ${lastDay}`;
    for (const [of, unit] of windowSeries) columns.push({ name: `${of}.window.${key}`, unit, about: `${of} ${about}` });
    for (const tag of tags)
      for (const [of, unit] of tagSeries)
        columns.push({
          name: `${of}.baseTag.${tag}.window.${key}`,
          unit,
          about: `${of} at bases tagged ${tag} ${about}`,
        });
  }
  return columns;
}
