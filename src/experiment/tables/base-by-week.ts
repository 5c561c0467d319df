import { meanInterval } from '../../stats/index.js';
import { ROAD, type DetailedReplications } from '../detail.js';
import type { Results } from '../results.js';
import { captionOf, type Caption } from './caption.js';
import { weekBounds } from './instant.js';
import { numberText } from './number-text.js';
import { regimeRows, type RegimeRow } from './regimes.js';
import { weeksDrawn } from './weekly-attacks.js';

export type BaseByWeekRow = BaseByWeekPlaceRow | BaseByWeekCellRow | RegimeRow;

/** A base, or the road, in the order of its mean attacks; the road last. */
export interface BaseByWeekPlaceRow {
  readonly part: 'place';
  readonly place: string;
  readonly name: string;
  /** Mean attacks over the weeks drawn. */
  readonly attacks: number;
  readonly label: string;
}

/** Mean attacks in one week at one place; null where nobody is there in any replication. */
export interface BaseByWeekCellRow {
  readonly part: 'cell';
  readonly place: string;
  readonly week: number;
  readonly weekStart: string;
  readonly weekEnd: string;
  /** Days since the scenario's start at the week's end. */
  readonly endDay: number;
  readonly attacks: number | null;
  /** Ends of the 95 % interval of the mean; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Expected attacks of every place and week. None where there is a single base, or no attack. */
export function baseByWeekRows(results: Results, detail: DetailedReplications): BaseByWeekRow[] {
  const { scenario } = results;
  const bases = Object.entries(scenario.bases);
  if (bases.length < 2) return [];
  const drawn = weeksDrawn(scenario);
  const weeks = Array.from({ length: drawn }, (_, week) => week);
  const cellsOf = (place: string): BaseByWeekCellRow[] =>
    weeks.map((week) => {
      const { weekStart, weekEnd, endDay } = weekBounds(scenario, week);
      const { value, low, high } = meanInterval(detail.attacks(place, week));
      const empty = value === 0 && place !== ROAD && detail.meanPersonDays(place, week) === 0;
      const known = (end: number): number | null => (empty || !Number.isFinite(end) ? null : Math.max(0, end));
      const at = { part: 'cell' as const, place, week, weekStart, weekEnd, endDay };
      return { ...at, attacks: known(value), low: known(low), high: known(high) };
    });
  const places = [...bases.map(([base, { name }]) => ({ place: base, name: name ?? base })), ROAD_PLACE].map(
    (about) => {
      const cells = cellsOf(about.place);
      return { ...about, cells, attacks: cells.reduce((sum, { attacks }) => sum + (attacks ?? 0), 0) };
    },
  );
  if (places.every(({ attacks }) => attacks === 0)) return [];
  const isRoad = ({ place }: { readonly place: string }): number => (place === ROAD ? 1 : 0);
  const shown = places
    .filter((of) => isRoad(of) === 0 || of.attacks > 0)
    .sort((a, b) => isRoad(a) - isRoad(b) || b.attacks - a.attacks);
  return [
    ...shown.flatMap(({ place, name, attacks, cells }): BaseByWeekRow[] => [
      { part: 'place', place, name, attacks, label: attacksLabel(attacks) },
      ...cells,
    ]),
    ...regimeRows(scenario, { fromDay: 0, toDay: weekBounds(scenario, drawn - 1).endDay }),
  ];
}

const ROAD_PLACE = { place: ROAD, name: 'On the road' };

/** A mean count as a reader needs it: 17; 5.8; 0.2; <0.1. */
export function attacksLabel(attacks: number): string {
  if (attacks > 0 && attacks < 0.05) return '<0.1';
  return attacks.toLocaleString('en-US', { maximumFractionDigits: attacks < 9.95 ? 1 : 0 });
}

export function baseByWeekCaption(
  results: Results,
  rows: readonly BaseByWeekRow[],
  { n }: Pick<DetailedReplications, 'n'>,
): Caption {
  const places = rows.flatMap((row) => (row.part === 'place' ? [row] : []));
  const cells = rows.flatMap((row) => (row.part === 'cell' && row.attacks !== null ? [row] : []));
  const highest = cells.reduce<BaseByWeekCellRow | undefined>(
    (top, cell) => ((cell.attacks ?? 0) > (top?.attacks ?? 0) ? cell : top),
    undefined,
  );
  const where = places.find(({ place }) => place === highest?.place)?.name ?? '';
  const widest = Math.max(0, ...cells.map(({ low, high }) => ((high ?? 0) - (low ?? 0)) / 2));
  const peak = highest
    ? ` Most in one week: ${numberText(highest.attacks ?? 0)}, ${where}, week of ${highest.weekStart.slice(0, 10)}.`
    : '';
  const uncertain =
    n > 1 && highest ? ` Each is known to ± ${numberText(Number(widest.toPrecision(1)))} or better (95 %).` : '';
  return captionOf(results, {
    title: 'Expected attacks, base by week',
    reading: [`Shade: mean attacks in a week while personnel are there; right: their sum.${uncertain}`],
    finding: `Heat map. Mean attacks in all: ${places.map(({ name, label }) => `${name} ${label}`).join(', ')}.${peak}`,
    first: n,
  });
}
