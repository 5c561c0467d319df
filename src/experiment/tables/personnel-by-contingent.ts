import type { Happening } from '../../model/happening.js';
import { horizonDays } from '../../model/scenario/schema.js';
import { outcome, type Results } from '../results.js';
import { captionOf, type Caption } from './caption.js';
import { instant } from './instant.js';
import { countText } from './number-text.js';
import { stepsOf, type Change, type PersonnelRow } from './personnel.js';

/**
 * How many of each contingent are in the theatre in replication 0, those on the way among them: everybody, then the
 * contingents in the order of their largest number. Rows are like those by base, of which `place` is the contingent's
 * key. None where there is a single contingent.
 */
export function contingentRows(results: Results): PersonnelRow[] {
  const { scenario, firstReplication } = results;
  const horizon = horizonDays(scenario);
  const keys = Object.keys(scenario.contingents);
  if (keys.length < 2) return [];
  const of = keys.map((key) => {
    const changes = changesOf(firstReplication, key);
    const before = changes.reduce((sum, { day, by }) => sum + by * (horizon - day), 0);
    const personDays = outcome(results, `personDays.contingent.${key}`)[0] ?? NaN;
    // N T + Σ changes × days left are the person-days: so the number at the start, drawn or given, follows.
    return {
      key,
      name: scenario.contingents[key]?.name ?? key,
      changes,
      start: Math.round((personDays - before) / horizon),
    };
  });
  const everybody = {
    key: 'total',
    name: 'All personnel',
    changes: of.flatMap(({ changes }) => changes).sort((a, b) => a.day - b.day),
    start: of.reduce((sum, { start }) => sum + start, 0),
  };
  const drawn = [everybody, ...of].map((one) => {
    const steps = stepsOf(one.start, one.changes, horizon);
    return { ...one, steps, most: Math.max(...steps.map(({ persons }) => persons)) };
  });
  const rank = ({ key }: { readonly key: string }): number => (key === 'total' ? 0 : 1);
  return drawn
    .filter(({ most }) => most > 0)
    .sort((a, b) => rank(a) - rank(b) || b.most - a.most)
    .flatMap(({ key, name, steps, most }): PersonnelRow[] => {
      const group = key === 'total' ? ('total' as const) : ('contingent' as const);
      const [atStart, atEnd] = [steps[0]?.persons ?? 0, steps.at(-1)?.persons ?? 0];
      const label =
        atStart === atEnd && most === atStart ? countText(atStart) : `${countText(atStart)} → ${countText(atEnd)}`;
      return [
        ...steps.map(({ day, persons }) => ({
          part: 'step' as const,
          place: key,
          group,
          at: instant(scenario, day),
          persons,
        })),
        { part: 'summary', place: key, group, name, atStart, atEnd, most, label },
      ];
    });
}

/**
 * People leave the theatre when they arrive at home, and come into it by an arrival that carries a plan item's name. Who is
 * in a group on the way stands with its departure.
 */
function changesOf(happenings: readonly Happening[], contingent: string): Change[] {
  const groups = new Map(
    happenings.flatMap(({ kind, convoy, personsOf }) =>
      kind === 'departure' && convoy !== undefined ? [[convoy, personsOf?.[contingent] ?? 0] as const] : [],
    ),
  );
  return happenings.flatMap(({ kind, day, toBase, name, convoy, personsOf }): Change[] => {
    if (kind !== 'arrival') return [];
    const persons = personsOf?.[contingent] ?? groups.get(convoy ?? -1) ?? 0;
    if (persons === 0) return [];
    if (toBase === 'home') return [{ day, by: -persons }];
    return name === undefined ? [] : [{ day, by: persons }];
  });
}

export function contingentCaption(results: Results, rows: readonly PersonnelRow[]): Caption {
  const said = rows.flatMap((row) => (row.part === 'summary' ? [`${row.name} ${row.label}`] : []));
  return captionOf(results, {
    title: 'Who is there, over time',
    reading: [
      'Personnel by contingent as in the first replication, those on the way among them: number at the start → at the end. Every row has a scale of its own.',
    ],
    finding: `Personnel at the start and at the end: ${said.join(', ')}.`,
  });
}
