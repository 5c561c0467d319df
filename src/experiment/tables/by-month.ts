import { isoDate, isoDay, longDate } from '../../model/scenario/iso-date.js';
import type { Scenario } from '../../model/scenario/schema.js';
import { centralIntervals, meanInterval } from '../../stats/index.js';
import type { DetailedReplications } from '../detail.js';
import type { Results } from '../results.js';
import type { ByBaseRow } from './by-base.js';
import { captionOf, type Caption } from './caption.js';
import { numberText } from './number-text.js';
import { recordInPeriod } from './record-in-period.js';

/** A row by month is one by base whose `base` is the month, `2020-03`. */
export type ByMonthRow = ByBaseRow;

/**
 * Attacks on bases and person-attacks by calendar month, in order of time, and the record's attacks where it covers the
 * month. None where there are not two months.
 */
export function byMonthRows(results: Results, detail: DetailedReplications): ByMonthRow[] {
  const { scenario } = results;
  if (detail.months.length < 2) return [];
  return detail.months.flatMap((month, index): ByMonthRow[] => {
    const name = nameOf(scenario, month);
    const observed = observedIn(scenario, month);
    return [
      ...(['attacks', 'personAttacks'] as const).flatMap((measure): ByMonthRow[] => {
        const values = measure === 'attacks' ? detail.attacksInMonth(index) : detail.personAttacksInMonth(index);
        const { q25, q75, q10, q90, q025, q975 } = centralIntervals(values);
        const mean = meanInterval(values).value;
        const of = { base: month, name, measure };
        return [
          { part: 'interval', ...of, level: 0.95, low: q025, high: q975 },
          { part: 'interval', ...of, level: 0.8, low: q10, high: q90 },
          { part: 'interval', ...of, level: 0.5, low: q25, high: q75 },
          { part: 'mean', ...of, mean, label: numberText(mean) },
        ];
      }),
      ...(observed === undefined
        ? []
        : [{ part: 'observed' as const, base: month, name, measure: 'attacks' as const, observed }]),
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
  const named = longDate(`${month}-01`).replace(/^\d+ /, '');
  return whole ? named : `${Number(from.slice(8))} to ${Number(to.slice(8))} ${named}`;
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
  const means = rows.flatMap((row) => (row.part === 'mean' && row.measure === 'attacks' ? [row] : []));
  const seen = rows.flatMap((row) => (row.part === 'observed' ? [`${row.name} ${row.observed}`] : []));
  return captionOf(results, {
    title: 'Attacks on bases by month',
    reading: [
      'Attacks: on bases that host personnel. Person-attacks: bases and convoys.' +
        (seen.length > 0 ? ' Record: bases and embassy zone, in the months that it covers.' : ''),
    ],
    finding:
      `Mean attacks: ${means.map(({ name, label }) => `${name} ${label}`).join(', ')}.` +
      (seen.length > 0 ? ` Record: ${seen.join(', ')}.` : ''),
    first: n,
  });
}
