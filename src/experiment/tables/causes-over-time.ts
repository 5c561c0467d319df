import { causeKinds, type CauseKind } from '../../model/detail.js';
import { meanInterval } from '../../stats/index.js';
import type { DetailedReplications } from '../detail.js';
import type { Results } from '../results.js';
import { attacksLabel } from './base-by-week.js';
import { captionOf, type Caption } from './caption.js';
import { weekBounds } from './instant.js';
import { regimeRows, type RegimeRow } from './regimes.js';
import { weeksDrawn } from './weekly-attacks.js';

export type CauseRow = CauseSumRow | CauseWeekRow | RegimeRow;

/** A kind of cause that brought any attack, in the order in which they are drawn. */
export interface CauseSumRow {
  readonly part: 'cause';
  readonly cause: CauseKind;
  readonly name: string;
  /** Mean attacks over the weeks drawn, and their share of all. */
  readonly attacks: number;
  readonly share: number;
  readonly label: string;
}

/** Mean attacks of a cause in one week, with the 95 % interval of the mean (null where there is none). */
export interface CauseWeekRow {
  readonly part: 'week';
  readonly cause: CauseKind;
  readonly week: number;
  readonly weekStart: string;
  readonly weekMiddle: string;
  readonly weekEnd: string;
  /** Days since the scenario's start at the week's end. */
  readonly endDay: number;
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What each kind is called where there is room for a few words. */
export const causeNames: Readonly<Record<CauseKind, string>> = {
  unprovoked: 'Unprovoked',
  attacks: 'After earlier attacks',
  strikes: 'After strikes',
  emboldened: 'Emboldened by departures',
  vacuum: 'Into the room that was left',
};

/** Expected attacks by week and kind of cause, the kinds that occur. None where nothing is ever attacked. */
export function causeRows(results: Results, detail: DetailedReplications): CauseRow[] {
  const { scenario } = results;
  const drawn = weeksDrawn(scenario);
  const weeks = Array.from({ length: drawn }, (_, week) => week);
  const kinds = causeKinds
    .map((cause) => ({
      cause,
      cells: weeks.map((week): CauseWeekRow => {
        const { weekStart, weekMiddle, weekEnd, endDay } = weekBounds(scenario, week);
        const { value, low, high } = meanInterval(detail.causes(cause, week));
        const known = (end: number): number | null => (Number.isFinite(end) ? Math.max(0, end) : null);
        const ends = { low: known(low), high: known(high) };
        return { part: 'week', cause, week, weekStart, weekMiddle, weekEnd, endDay, mean: value, ...ends };
      }),
    }))
    .map((kind) => ({ ...kind, attacks: kind.cells.reduce((sum, { mean }) => sum + mean, 0) }))
    .filter(({ attacks }) => attacks > 0);
  const all = kinds.reduce((sum, { attacks }) => sum + attacks, 0);
  if (all === 0) return [];
  const order = Object.keys(causeNames);
  kinds.sort((a, b) => order.indexOf(a.cause) - order.indexOf(b.cause));
  return [
    ...kinds.flatMap(({ cause, cells, attacks }): CauseRow[] => {
      const share = attacks / all;
      const label = `${attacksLabel(attacks)} (${shareLabel(share)})`;
      return [{ part: 'cause', cause, name: causeNames[cause], attacks, share, label }, ...cells];
    }),
    ...regimeRows(scenario, { fromDay: 0, toDay: weekBounds(scenario, drawn - 1).endDay }),
  ];
}

function shareLabel(share: number): string {
  return share < 0.005 ? '<1 %' : `${Math.round(100 * share)} %`;
}

export function causeCaption(
  results: Results,
  rows: readonly CauseRow[],
  { n }: Pick<DetailedReplications, 'n'>,
): Caption {
  const said = rows.flatMap((row) => (row.part === 'cause' ? [`${row.name.toLowerCase()} ${row.label}`] : []));
  return captionOf(results, {
    title: 'Why attacks come, week by week',
    reading: [
      'Mean attacks per week by the cause that the model drew, with the 95 % interval of that mean. Beside each cause: its attacks in all, and their share.',
    ],
    finding: `Mean attacks by cause: ${said.join(', ')}.`,
    first: n,
  });
}
