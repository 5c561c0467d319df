import { horizonDays, type Scenario } from '../../model/scenario/schema.js';
import { centralIntervals } from '../../stats/index.js';
import { outcome, weekOf, type Results } from '../results.js';
import { captionOf, type Caption } from './caption.js';
import { weekBounds } from './instant.js';
import { counted, numberText } from './number-text.js';
import { recordInPeriod, type RecordInPeriod } from './record-in-period.js';
import { regimeRows, type RegimeRow } from './regimes.js';

export type WeeklyRow = WeeklyFanRow | WeeklyMedianRow | WeeklyPathRow | WeeklyObservedRow | RegimeRow;

interface OfWeek {
  readonly week: number;
  readonly weekStart: string;
  readonly weekMiddle: string;
  readonly weekEnd: string;
  /** Days since the scenario's start at the week's end. */
  readonly endDay: number;
}

/** The central `level` of the replications in one week. */
export interface WeeklyFanRow extends OfWeek {
  readonly part: 'fan';
  readonly level: 0.5 | 0.8 | 0.95;
  readonly low: number;
  readonly high: number;
}

export interface WeeklyMedianRow extends OfWeek {
  readonly part: 'median';
  readonly median: number;
}

/** One week of one of the first ten replications. */
export interface WeeklyPathRow extends OfWeek {
  readonly part: 'path';
  readonly replication: number;
  readonly attacks: number;
}

/** Attacks of the record in one week, by the record's counting rule. */
export interface WeeklyObservedRow extends OfWeek {
  readonly part: 'observed';
  readonly observed: number;
}

const PATHS = 10;

/**
 * Attacks by week: spread over the replications, a few of them, the record, and the regimes of the scenario. A last week
 * of fewer than seven days would drop for that reason alone: it is left out, unless it is the only one.
 */
export function weeklyRows(results: Results): WeeklyRow[] {
  const { scenario } = results;
  const drawn = weeksDrawn(scenario);
  const rows: WeeklyRow[] = [];
  for (let week = 0; week < drawn; week++) {
    const at = weekBounds(scenario, week);
    const attacks = weekOf(results, 'attacks', week);
    const spread = centralIntervals(attacks);
    rows.push(
      { part: 'fan', ...at, level: 0.95, low: spread.q025, high: spread.q975 },
      { part: 'fan', ...at, level: 0.8, low: spread.q10, high: spread.q90 },
      { part: 'fan', ...at, level: 0.5, low: spread.q25, high: spread.q75 },
      { part: 'median', ...at, median: spread.median },
    );
    attacks.subarray(0, PATHS).forEach((count, replication) => {
      rows.push({ part: 'path', ...at, replication, attacks: count });
    });
  }
  const shown = { fromDay: 0, toDay: weekBounds(scenario, drawn - 1).endDay };
  return [...rows, ...observedRows(scenario, { drawn }), ...regimeRows(scenario, shown)];
}

/** Whole weeks of the period; 1 where it has none. */
export function weeksDrawn(scenario: Scenario): number {
  return Math.max(1, Math.floor(horizonDays(scenario) / 7));
}

/**
 * Weeks that the record covers, zeros among them: from its first row, to the last week that lies wholly before the day
 * it is told to end, or else to that of its last row. `counts` picks the attacks; all without it.
 */
export function observedRows(
  scenario: Scenario,
  of: { readonly drawn: number; readonly counts?: (attack: RecordInPeriod['attacks'][number]) => boolean },
): WeeklyObservedRow[] {
  const record = recordInPeriod(scenario);
  if (!record) return [];
  const { attacks, fromDay, toDay, told } = record;
  const weekOfDay = (day: number): number => Math.floor(day / 7);
  const first = Math.max(0, weekOfDay(fromDay));
  return Array.from({ length: of.drawn }, (_, week) => weekBounds(scenario, week)).flatMap(
    (at): WeeklyObservedRow[] => {
      const covered = at.week >= first && (told ? at.endDay <= toDay : at.week <= weekOfDay(toDay - 1));
      const inWeek = attacks.filter(({ day }) => weekOfDay(day) === at.week);
      const observed = (of.counts ? inWeek.filter(of.counts) : inWeek).length;
      return covered ? [{ part: 'observed', ...at, observed }] : [];
    },
  );
}

export function weeklyCaption(results: Results, rows: readonly WeeklyRow[]): Caption {
  const observed = rows.flatMap((row) => (row.part === 'observed' ? [row.observed] : []));
  const seen = observed.reduce((total, count) => total + count, 0);
  const convoys = results.columns.some(({ name }) => name === 'attacksOnConvoys')
    ? outcome(results, 'attacksOnConvoys').some((count) => count > 0)
    : false;
  const median = centralIntervals(outcome(results, 'attacks')).median;
  return captionOf(results, {
    title: 'Attacks per week',
    reading: [
      ...(observed.length === 0
        ? []
        : [
            `Record: bases and embassy zone, ${counted(seen, 'attack')} in these weeks.` +
              (convoys ? ' Simulated attacks also include those on convoys.' : ''),
          ]),
      ...partWeekText(results.scenario),
    ],
    finding: `Fan chart of attacks by week with ten sample paths; median over the whole period ${numberText(median)} attacks.`,
  });
}

function partWeekText(scenario: Scenario): string[] {
  const days = horizonDays(scenario);
  if (days < 7) return [`The whole period is ${counted(days, 'day')}, less than a week.`];
  const rest = days % 7;
  if (rest === 0) return [];
  return [`Whole weeks only: the last ${rest === 1 ? 'day is' : `${rest} days are`} left out.`];
}
