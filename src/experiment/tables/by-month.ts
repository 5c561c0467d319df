import { isoDate, isoDay, longDate } from '../../model/scenario/iso-date.js';
import type { Scenario } from '../../model/scenario/schema.js';
import { centralIntervals, meanInterval } from '../../stats/index.js';
import type { DetailedReplications } from '../detail.js';
import type { Results } from '../results.js';
import { captionOf, type Caption } from './caption.js';
import { numberText } from './number-text.js';
import { recordInPeriod } from './record-in-period.js';

export type ByMonthRow = ByMonthIntervalRow | ByMonthMeanRow | ByMonthObservedRow;

interface OfMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** `Mar 2020`; with its days where the scenario has only a part of it. */
  readonly name: string;
}

/** The central `level` of the replications. */
export interface ByMonthIntervalRow extends OfMonth {
  readonly part: 'interval';
  readonly level: 0.5 | 0.8 | 0.95;
  readonly low: number;
  readonly high: number;
}

export interface ByMonthMeanRow extends OfMonth {
  readonly part: 'mean';
  readonly mean: number;
  readonly label: string;
}

export interface ByMonthObservedRow extends OfMonth {
  readonly part: 'observed';
  readonly observed: number;
}

/** Attacks on bases by calendar month, and the record where it covers the month. None where there are not two months. */
export function byMonthRows(results: Results, detail: DetailedReplications): ByMonthRow[] {
  const { scenario } = results;
  if (detail.months.length < 2) return [];
  return detail.months.flatMap((month, index): ByMonthRow[] => {
    const of = { month, name: nameOf(scenario, month) };
    const values = detail.inMonth(index);
    const { q25, q75, q10, q90, q025, q975 } = centralIntervals(values);
    const mean = meanInterval(values).value;
    const observed = observedIn(scenario, month);
    return [
      { part: 'interval', ...of, level: 0.95, low: q025, high: q975 },
      { part: 'interval', ...of, level: 0.8, low: q10, high: q90 },
      { part: 'interval', ...of, level: 0.5, low: q25, high: q75 },
      { part: 'mean', ...of, mean, label: numberText(mean) },
      ...(observed === undefined ? [] : [{ part: 'observed' as const, ...of, observed }]),
    ];
  });
}

/** First and last day of a month inside the scenario, and whether that is the month as a whole. */
function daysOf({ start, end }: Scenario, month: string) {
  const next = isoDate(isoDay(`${month}-01`) + 31).slice(0, 7);
  const last = isoDate(isoDay(`${next}-01`) - 1);
  const [from, to] = [`${month}-01` < start ? start : `${month}-01`, last > end ? end : last];
  return { from, to, whole: from === `${month}-01` && to === last };
}

function nameOf(scenario: Scenario, month: string): string {
  const { from, to, whole } = daysOf(scenario, month);
  const named = longDate(`${month}-01`).split(' ').slice(1);
  const short = [named[0]?.slice(0, 3), ...named.slice(1)].join(' ');
  return whole ? short : `${Number(from.slice(8))}–${Number(to.slice(8))} ${short}`;
}

function observedIn(scenario: Scenario, month: string): number | undefined {
  const record = recordInPeriod(scenario);
  const days = daysOf(scenario, month);
  const start = isoDay(scenario.start);
  const [from, to] = [isoDay(days.from) - start, isoDay(days.to) - start + 1];
  if (!record || from < record.fromDay || to > record.toDay) return undefined;
  return record.attacks.filter(({ day }) => day >= from && day < to).length;
}

export function byMonthCaption(
  results: Results,
  rows: readonly ByMonthRow[],
  { n }: Pick<DetailedReplications, 'n'>,
): Caption {
  const said = rows.flatMap((row) =>
    row.part === 'mean'
      ? [row]
      : row.part === 'observed'
        ? [{ name: `record ${row.name}`, label: String(row.observed) }]
        : [],
  );
  const record = rows.some(({ part }) => part === 'observed')
    ? ' Record: bases and embassy zone, in the months that it covers.'
    : '';
  return captionOf(results, {
    title: 'Attacks on bases by month',
    reading: [`Attacks on bases that host personnel, as the model has them.${record}`],
    finding: `Mean attacks: ${said.map(({ name, label }) => `${name} ${label}`).join(', ')}.`,
    first: n,
  });
}
