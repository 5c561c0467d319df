import { isoDate, isoDay, longDate } from '../../model/scenario/iso-date.js';
import type { Scenario } from '../../model/scenario/schema.js';
import { centralIntervals, meanInterval } from '../../stats/index.js';
import { outcome, type Results } from '../results.js';
import type { ByBaseRow } from './by-base.js';
import { captionOf, type Caption } from './caption.js';
import { numberText } from './number-text.js';
import { recordInPeriod } from './record-in-period.js';

/** A row by window is one by base whose `base` is the key of the window. */
export type ByWindowRow = ByBaseRow;

interface ShownWindow {
  readonly key: string;
  readonly name: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/**
 * Attacks and person-attacks on bases in each window, in order of time, and the record's attacks where it covers the
 * window. Months only where there are two of them, else all windows; none where there are not two to put side by side.
 */
export function byWindowRows(results: Results): ByWindowRow[] {
  const { scenario } = results;
  return shownWindows(scenario).flatMap((window): ByWindowRow[] => {
    const { key, name } = window;
    const measured = (['attacks', 'personAttacks'] as const).flatMap((measure): ByWindowRow[] => {
      const column = measure === 'attacks' ? `attacksOnBases.window.${key}` : `personAttacks.window.${key}`;
      const values = outcome(results, column);
      const { q25, q75, q10, q90, q025, q975 } = centralIntervals(values);
      const mean = meanInterval(values).value;
      const of = { base: key, name, measure };
      return [
        { part: 'interval', ...of, level: 0.95, low: q025, high: q975 },
        { part: 'interval', ...of, level: 0.8, low: q10, high: q90 },
        { part: 'interval', ...of, level: 0.5, low: q25, high: q75 },
        { part: 'mean', ...of, mean, label: numberText(mean) },
      ];
    });
    const observed = observedIn(scenario, window);
    return observed === undefined
      ? measured
      : [...measured, { part: 'observed', base: key, name, measure: 'attacks', observed }];
  });
}

export function byWindowCaption(results: Results, rows: readonly ByWindowRow[]): Caption {
  const means = rows.flatMap((row) => (row.part === 'mean' && row.measure === 'attacks' ? [row] : []));
  const record = rows.some(({ part }) => part === 'observed') ? ' Record: where it covers all of the time.' : '';
  return captionOf(results, {
    title: `Attacks on bases by ${shownWindows(results.scenario).every(isMonth) ? 'month' : 'time'}`,
    reading: [`Attacks: on bases that host personnel. Person-attacks: bases and convoys.${record}`],
    finding: `Mean attacks: ${means.map(({ name, label }) => `${name} ${label}`).join(', ')}.`,
  });
}

function shownWindows(scenario: Scenario): ShownWindow[] {
  const all = Object.entries(scenario.windows)
    .map(([key, { firstDay, lastDay }]) => ({ key, firstDay, lastDay }))
    .sort((a, b) => a.firstDay.localeCompare(b.firstDay) || a.lastDay.localeCompare(b.lastDay));
  const months = all.filter(isMonth);
  const shown = months.length > 1 ? months : all;
  return shown.length > 1 ? shown.map((window) => ({ ...window, name: nameOf(window) })) : [];
}

function isMonth({ firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string }): boolean {
  const dayAfter = isoDate(isoDay(lastDay) + 1);
  return firstDay.endsWith('-01') && dayAfter.endsWith('-01') && firstDay.slice(0, 7) === lastDay.slice(0, 7);
}

function nameOf(window: { readonly firstDay: string; readonly lastDay: string }): string {
  const { firstDay, lastDay } = window;
  return isMonth(window) ? longDate(firstDay).replace(/^\d+ /, '') : `${longDate(firstDay)} to ${longDate(lastDay)}`;
}

function observedIn(scenario: Scenario, { firstDay, lastDay }: ShownWindow): number | undefined {
  const record = recordInPeriod(scenario);
  const start = isoDay(scenario.start);
  const [from, to] = [isoDay(firstDay) - start, isoDay(lastDay) - start + 1];
  if (!record || from < record.fromDay || to > record.toDay) return undefined;
  return record.attacks.filter(({ day }) => day >= from && day < to).length;
}
