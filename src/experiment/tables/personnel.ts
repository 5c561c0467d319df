import type { Happening } from '../../model/happening.js';
import { horizonDays } from '../../model/scenario/schema.js';
import { outcome, type Results } from '../results.js';
import { statusAtEnd } from './base-status.js';
import { captionOf, type Caption } from './caption.js';
import { instant } from './instant.js';
import { countText } from './number-text.js';

export type PersonnelGroup = 'total' | 'base' | 'contingent' | 'onTheWay';

export type PersonnelRow = PersonnelStepRow | PersonnelSummaryRow | PersonnelEndRow;

interface OfPlace {
  /** Key of the base or of the contingent, `total` or `on the way`. */
  readonly place: string;
  readonly group: PersonnelGroup;
}

/** From `at` on there are so many persons. */
export interface PersonnelStepRow extends OfPlace {
  readonly part: 'step';
  readonly at: string;
  readonly persons: number;
}

export interface PersonnelSummaryRow extends OfPlace {
  readonly part: 'summary';
  readonly name: string;
  readonly atStart: number;
  readonly atEnd: number;
  readonly most: number;
  readonly label: string;
}

/** A base that is no longer the foreign personnel's, since `at`. */
export interface PersonnelEndRow extends OfPlace {
  readonly part: 'end';
  readonly at: string;
  readonly status: 'handedOver' | 'closed';
}

/** So many more persons from a day on. */
export interface Change {
  readonly day: number;
  readonly by: number;
}

/**
 * Who is where in replication 0: everybody, every base in the order of its largest number, and those on the way.
 * Moves depend on drawn numbers only where the plan has uncertain ones.
 */
export function personnelRows(results: Results): PersonnelRow[] {
  const { scenario, firstReplication } = results;
  const names = new Map(Object.entries(scenario.bases).map(([key, { name }]) => [key, name ?? key]));
  const bases = [...names.keys()].map((base) => {
    const changes = changesAtBase(firstReplication, base);
    return { place: base, group: 'base' as const, changes, start: startPersons(results, { base, changes }) };
  });
  const way = { place: 'on the way', group: 'onTheWay' as const, changes: changesOnTheWay(firstReplication), start: 0 };
  const everywhere = [...bases, way];
  const total = {
    place: 'total',
    group: 'total' as const,
    changes: everywhere.flatMap(({ changes }) => changes).sort((a, b) => a.day - b.day),
    start: everywhere.reduce((sum, { start }) => sum + start, 0),
  };
  const drawn = [total, ...bases, ...(way.changes.length > 0 ? [way] : [])].map(({ place, group, changes, start }) => {
    const steps = stepsOf(start, changes, horizonDays(scenario));
    return { place, group, steps, most: Math.max(...steps.map(({ persons }) => persons)) };
  });
  // Largest first; what is on the way stays last, everybody first.
  const rank = { total: 0, base: 1, onTheWay: 2 };
  drawn.sort((a, b) => rank[a.group] - rank[b.group] || b.most - a.most);
  return drawn.flatMap(({ place, group, steps, most }): PersonnelRow[] => {
    const atStart = steps[0]?.persons ?? 0;
    const atEnd = steps.at(-1)?.persons ?? 0;
    const name =
      group === 'total' ? 'All personnel' : group === 'onTheWay' ? 'On the way' : (names.get(place) ?? place);
    const label =
      group === 'onTheWay'
        ? `at most ${countText(most)}`
        : atStart === atEnd && most === atStart
          ? countText(atStart)
          : `${countText(atStart)} → ${countText(atEnd)}`;
    const ended = firstReplication.findLast(
      ({ kind, base }) => (kind === 'handOver' || kind === 'closure') && base === place,
    );
    const status = group === 'base' ? statusAtEnd(firstReplication, place) : 'hosting';
    return [
      ...steps.map(({ day, persons }) => ({
        part: 'step' as const,
        place,
        group,
        at: instant(scenario, day),
        persons,
      })),
      { part: 'summary', place, group, name, atStart, atEnd, most, label },
      ...(ended && status !== 'hosting'
        ? [{ part: 'end' as const, place, group, at: instant(scenario, ended.day), status }]
        : []),
    ];
  });
}

export function changesAtBase(happenings: readonly Happening[], base: string): Change[] {
  return happenings.flatMap(({ kind, day, base: from, toBase, persons = 0 }): Change[] => {
    if (kind === 'departure' && from === base) return [{ day, by: -persons }];
    return kind === 'arrival' && toBase === base ? [{ day, by: persons }] : [];
  });
}

/** An arrival that carries a plan item's name comes from outside the theatre; the others set out from a base before. */
export function changesOnTheWay(happenings: readonly Happening[]): Change[] {
  return happenings.flatMap(({ kind, day, persons = 0, name }): Change[] => {
    if (kind === 'departure') return [{ day, by: persons }];
    return kind === 'arrival' && name === undefined ? [{ day, by: -persons }] : [];
  });
}

/**
 * Persons at a base at the start of replication 0. Where a garrison is uncertain, the number that was drawn follows from
 * the base's person-days: N T + Σ changes × days left.
 */
function startPersons(
  results: Results,
  { base, changes }: { readonly base: string; readonly changes: readonly Change[] },
): number {
  const { scenario } = results;
  const points = Object.values(scenario.bases[base]?.garrison ?? {}).map(({ value }) => value);
  const known = points.filter((value) => typeof value === 'number');
  if (known.length === points.length) return known.reduce((sum, value) => sum + value, 0);
  const horizon = horizonDays(scenario);
  const personDays = outcome(results, `personDays.base.${base}`)[0] ?? NaN;
  const changed = changes.reduce((sum, { day, by }) => sum + by * (horizon - day), 0);
  return Math.round((personDays - changed) / horizon);
}

/** One step per instant at which anything changes, the first at the start and the last at the end. */
export function stepsOf(
  start: number,
  changes: readonly Change[],
  horizon: number,
): { day: number; persons: number }[] {
  const steps = [{ day: 0, persons: start }];
  for (const { day, by } of changes) {
    const last = steps[steps.length - 1];
    if (last && last.day === day) last.persons += by;
    else steps.push({ day, persons: (last?.persons ?? 0) + by });
  }
  return [...steps, { day: horizon, persons: steps.at(-1)?.persons ?? 0 }];
}

export function personnelCaption(results: Results, rows: readonly PersonnelRow[]): Caption {
  const said = rows.flatMap((row) => (row.part === 'summary' ? [`${row.name} ${row.label}`] : []));
  return captionOf(results, {
    title: 'Where personnel are, over time',
    reading: [
      'Personnel as in the first replication: number at the start → at the end. The first row has a scale of its own; the rows below it share one.',
    ],
    finding: `Personnel at the start and at the end: ${said.join(', ')}.`,
  });
}
