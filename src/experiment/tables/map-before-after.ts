import { horizonDays } from '../../model/scenario/schema.js';
import type { DetailedReplications } from '../detail.js';
import type { Results } from '../results.js';
import type { BaseStatus } from './base-status.js';
import { attacksLabel } from './base-by-week.js';
import { captionOf, type Caption } from './caption.js';
import { weekBounds } from './instant.js';
import { longDate } from '../../model/scenario/iso-date.js';
import { mapRows, type MapMoveRow } from './map.js';
import { countText } from './number-text.js';
import { personnelRows } from './personnel.js';

export type MapSide = 'before' | 'after';
export type BeforeAfterRow = BeforeAfterSideRow | BeforeAfterBaseRow | MapMoveRow;

export interface BeforeAfterSideRow {
  readonly part: 'side';
  readonly side: MapSide;
  readonly title: string;
}

export interface BeforeAfterBaseRow {
  readonly part: 'base';
  readonly side: MapSide;
  readonly base: string;
  readonly name: string;
  /** Degrees north and east. */
  readonly lat: number;
  readonly lon: number;
  /** Mean attacks per 30 days while the base hosts personnel, in the first or the last weeks. */
  readonly attacks: number;
  readonly attacksLabel: string;
  /** Persons there on the first or the last day of replication 0. */
  readonly persons: number;
  readonly status: BaseStatus;
}

const WEEKS = 4;

/**
 * Every base at the start and at the end: expected attacks in the first and in the last four whole weeks, and who moved
 * between. None where nobody leaves a base or comes to one, or where there are not four weeks to either side.
 */
export function beforeAfterRows(results: Results, detail: DetailedReplications): BeforeAfterRow[] {
  const { scenario } = results;
  const weeks = Math.floor(horizonDays(scenario) / 7);
  const persons = new Map(
    personnelRows(results).flatMap((row) => (row.part === 'summary' && row.group === 'base' ? [[row.place, row]] : [])),
  );
  const changed = [...persons.values()].some(({ atStart, atEnd }) => atStart !== atEnd);
  if (weeks < 2 * WEEKS || !changed) return [];
  const mapped = mapRows(results);
  const perMonth = (base: string, first: number): number => {
    let attacks = 0;
    for (let week = first; week < first + WEEKS; week++)
      attacks += detail.attacks(base, week).reduce((sum, count) => sum + count, 0);
    return (attacks / detail.n) * (30 / (7 * WEEKS));
  };
  const sides = [
    { side: 'before', first: 0 },
    { side: 'after', first: weeks - WEEKS },
  ] as const;
  return sides.flatMap(({ side, first }): BeforeAfterRow[] => [
    { part: 'side', side, title: sideTitle(results, { side, first }) },
    ...mapped.flatMap((row): BeforeAfterRow[] => {
      if (row.part !== 'base') return side === 'after' ? [row] : [];
      const { base, name, lat, lon } = row;
      const there = persons.get(base);
      const count = (side === 'before' ? there?.atStart : there?.atEnd) ?? 0;
      const attacks = perMonth(base, first);
      const status = side === 'after' ? row.status : count > 0 ? 'hosting' : 'unused';
      const about = { base, name, lat, lon, attacks, attacksLabel: attacksLabel(attacks), persons: count, status };
      return [{ part: 'base', side, ...about }];
    }),
  ]);
}

function sideTitle({ scenario }: Results, { side, first }: { readonly side: MapSide; readonly first: number }): string {
  const from = longDate(weekBounds(scenario, first).weekStart.slice(0, 10));
  return side === 'before' ? `First four weeks, from ${from}` : `Last four weeks, from ${from}`;
}

export function beforeAfterCaption(
  results: Results,
  rows: readonly BeforeAfterRow[],
  { n }: Pick<DetailedReplications, 'n'>,
): Caption {
  const said = (side: MapSide): string =>
    rows
      .flatMap((row) =>
        row.part === 'base' && row.side === side && row.persons > 0
          ? [`${row.name} ${row.attacksLabel} (${countText(row.persons)} persons)`]
          : [],
      )
      .join(', ');
  return captionOf(results, {
    title: 'Before and after: who is where, and expected attacks',
    reading: [
      'Area of a circle and number: mean attacks per 30 days while the base hosts personnel; not a forecast for a site.',
    ],
    finding: `Two maps. Before: ${said('before')}. After: ${said('after')}.`,
    first: n,
  });
}
