import type { Base, Scenario } from '../../model/scenario/schema.js';
import { centralIntervals, meanInterval } from '../../stats/index.js';
import type { DetailedReplications } from '../detail.js';
import type { Results } from '../results.js';
import { captionOf, type Caption } from './caption.js';
import { weekBounds } from './instant.js';
import { attacksLabel } from './base-by-week.js';
import { countText, counted } from './number-text.js';
import { observedRows, weeksDrawn } from './weekly-attacks.js';
import { recordNames } from './by-base.js';
import { regimeRows, type RegimeRow } from './regimes.js';

export type WeeklyByBaseRow =
  WeeklyBaseRow | WeeklyBaseFanRow | WeeklyBaseMiddleRow | WeeklyBaseObservedRow | RegimeRow;

/** A base that is drawn, in the order of its mean attacks. */
export interface WeeklyBaseRow {
  readonly part: 'base';
  readonly base: string;
  readonly name: string;
  /** Mean attacks over all weeks drawn. */
  readonly attacks: number;
  readonly label: string;
}

interface OfBaseWeek {
  readonly base: string;
  readonly week: number;
  readonly weekStart: string;
  readonly weekMiddle: string;
  readonly weekEnd: string;
  readonly endDay: number;
}

/** The central `level` of the replications in one week at one base. */
export interface WeeklyBaseFanRow extends OfBaseWeek {
  readonly part: 'fan';
  readonly level: 0.5 | 0.8 | 0.95;
  readonly low: number;
  readonly high: number;
}

export interface WeeklyBaseMiddleRow extends OfBaseWeek {
  readonly part: 'middle';
  readonly median: number;
  readonly mean: number;
}

export interface WeeklyBaseObservedRow extends OfBaseWeek {
  readonly part: 'observed';
  readonly observed: number;
}

/** Bases that are drawn at most: those with most attacks. */
const MOST_BASES = 15;
/** A base with fewer attacks in all is left out: there is nothing to see. */
const FEWEST = 0.05;

/**
 * Attacks by week at every base that is attacked to speak of: spread and mean over the replications, and the record where it names
 * the base. None where there is a single base, which the figure of all attacks shows.
 */
export function weeklyByBaseRows(results: Results, detail: DetailedReplications): WeeklyByBaseRow[] {
  const { scenario } = results;
  const keys = Object.keys(scenario.bases);
  const drawn = weeksDrawn(scenario);
  const weeks = Array.from({ length: drawn }, (_, week) => week);
  const of = (base: string, week: number): number => meanInterval(detail.attacks(base, week)).value;
  const bases = keys
    .map((base) => ({ base, attacks: weeks.reduce((sum, week) => sum + of(base, week), 0) }))
    .filter(({ attacks }) => attacks >= FEWEST)
    .sort((a, b) => b.attacks - a.attacks)
    .slice(0, MOST_BASES);
  if (keys.length < 2 || bases.length === 0) return [];
  const shown = { fromDay: 0, toDay: weekBounds(scenario, drawn - 1).endDay };
  return [
    ...bases.flatMap(({ base, attacks }): WeeklyByBaseRow[] => [
      {
        part: 'base',
        base,
        name: scenario.bases[base]?.name ?? base,
        attacks,
        label: attacksLabel(attacks),
      },
      ...weeks.flatMap((week): WeeklyByBaseRow[] => {
        const at = { base, ...weekBounds(scenario, week) };
        const values = detail.attacks(base, week);
        const { median, q25, q75, q10, q90, q025, q975 } = centralIntervals(values);
        return [
          { part: 'fan', ...at, level: 0.95, low: q025, high: q975 },
          { part: 'fan', ...at, level: 0.8, low: q10, high: q90 },
          { part: 'fan', ...at, level: 0.5, low: q25, high: q75 },
          { part: 'middle', ...at, median, mean: meanInterval(values).value },
        ];
      }),
      ...observedAt(scenario, { base, drawn }),
    ]),
    ...regimeRows(scenario, shown),
  ];
}

function observedAt(
  scenario: Scenario,
  { base, drawn }: { readonly base: string; readonly drawn: number },
): WeeklyBaseObservedRow[] {
  const about: Base | undefined = scenario.bases[base];
  if (!about) return [];
  const names = recordNames(base, about);
  return observedRows(scenario, { drawn, counts: (row) => names.includes(row.base) }).map((row) => ({ ...row, base }));
}

export function weeklyByBaseCaption(
  results: Results,
  rows: readonly WeeklyByBaseRow[],
  { n }: Pick<DetailedReplications, 'n'>,
): Caption {
  const bases = rows.flatMap((row) => (row.part === 'base' ? [row] : []));
  const all = Object.keys(results.scenario.bases).length;
  const left = all - bases.length;
  const seen = rows.reduce((sum, row) => sum + (row.part === 'observed' ? row.observed : 0), 0);
  const hasRecord = rows.some(({ part }) => part === 'observed');
  return captionOf(results, {
    title: 'Attacks per week at each base',
    reading: [
      'Number: mean attacks in all, while the base hosts personnel. One scale for all bases.' +
        (left === 0 ? '' : ` ${counted(left, 'base')} with fewer attacks ${left === 1 ? 'is' : 'are'} left out.`),
      ...(hasRecord ? [`Record: ${counted(seen, 'attack')} on these bases; a small dot is a week without any.`] : []),
    ],
    finding: `${countText(bases.length)} small fan charts by week. Mean attacks in all: ${bases.map(({ name, label }) => `${name} ${label}`).join(', ')}.`,
    first: n,
  });
}
