import { countsOnBases } from '../../model/compile.js';
import { isoDay } from '../../model/scenario/iso-date.js';
import { horizonDays, type Scenario } from '../../model/scenario/schema.js';
import { centralIntervals } from '../../stats/index.js';
import { outcome, weekOf, type Results } from '../results.js';
import { captionOf, type Caption } from './caption.js';
import { instant, weekBounds } from './instant.js';
import { counted, numberText } from './number-text.js';

export type WeeklyRow = WeeklyFanRow | WeeklyMedianRow | WeeklyPathRow | WeeklyObservedRow | WeeklyRegimeRow;

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

/** A regime, cut to the scenario's period. */
export interface WeeklyRegimeRow {
  readonly part: 'regime';
  readonly name: string;
  readonly regimeStart: string;
  readonly regimeEnd: string;
  /** The same, as days since the scenario's start. */
  readonly fromDay: number;
  readonly toDay: number;
}

const PATHS = 10;

/** Attacks by week: spread over the replications, a few of them, the record, and the regimes of the scenario. */
export function weeklyRows(results: Results): WeeklyRow[] {
  const { scenario, weeks, weekly } = results;
  const rows: WeeklyRow[] = [];
  for (let week = 0; week < weeks; week++) {
    const at = weekBounds(scenario, week);
    const spread = centralIntervals(weekOf(results, 'attacks', week));
    rows.push(
      { part: 'fan', ...at, level: 0.95, low: spread.q025, high: spread.q975 },
      { part: 'fan', ...at, level: 0.8, low: spread.q10, high: spread.q90 },
      { part: 'fan', ...at, level: 0.5, low: spread.q25, high: spread.q75 },
      { part: 'median', ...at, median: spread.median },
    );
    for (let replication = 0; replication < Math.min(PATHS, results.n); replication++) {
      rows.push({ part: 'path', ...at, replication, attacks: weekly.attacks[replication * weeks + week] ?? NaN });
    }
  }
  return [...rows, ...observedRows(scenario), ...regimeRows(scenario)];
}

/** Weeks from the record's first row in the period to its last; weeks between without an attack are zeros. */
function observedRows(scenario: Scenario): WeeklyObservedRow[] {
  const start = isoDay(scenario.start);
  const weeksSeen = (scenario.record?.rows ?? [])
    .map((row) => ({ week: Math.floor((isoDay(row.date) - start) / 7), row }))
    .filter(({ row }) => row.date >= scenario.start && row.date <= scenario.end);
  if (weeksSeen.length === 0) return [];
  const last = Math.max(...weeksSeen.map(({ week }) => week));
  const recordStarts = (scenario.record?.rows ?? []).some(({ date }) => date < scenario.start);
  const first = recordStarts ? 0 : Math.min(...weeksSeen.map(({ week }) => week));
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const observed = weeksSeen.filter(({ week, row }) => week === first + i && countsOnBases(row)).length;
    return { part: 'observed', ...weekBounds(scenario, first + i), observed };
  });
}

function regimeRows(scenario: Scenario): WeeklyRegimeRow[] {
  const start = isoDay(scenario.start);
  const horizon = horizonDays(scenario);
  return scenario.regimes.flatMap(({ name, firstDay, lastDay, probability }): WeeklyRegimeRow[] => {
    const from = Math.max(0, isoDay(firstDay) - start);
    const to = Math.min(horizon, lastDay === undefined ? Infinity : isoDay(lastDay) - start + 1);
    if (from >= to) return [];
    const branch = scenario.branches.find((point) =>
      [point.then, point.otherwise].some(({ regimes }) => regimes.includes(name)),
    );
    const sure = probability.value === 1 && !branch;
    const chance = branch
      ? ` (as ${branch.name} goes)`
      : typeof probability.value === 'number'
        ? ` (in ${numberText(100 * probability.value)} % of replications)`
        : ' (uncertain)';
    return [
      {
        part: 'regime',
        name: sure ? name : name + chance,
        regimeStart: instant(scenario, from),
        regimeEnd: instant(scenario, to),
        fromDay: from,
        toDay: to,
      },
    ];
  });
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
    reading:
      observed.length === 0
        ? []
        : [
            `Record: bases and embassy zone, ${counted(seen, 'attack')} in these weeks.` +
              (convoys ? ' Simulated attacks also include those on convoys.' : ''),
          ],
    finding: `Fan chart of attacks by week with ten sample paths; median over the whole period ${numberText(median)} attacks.`,
  });
}
