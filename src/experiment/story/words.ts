import { longDate, isoDate, isoDay } from '../../model/scenario/iso-date.js';
import type { Scenario } from '../../model/scenario/schema.js';
import type { ByContingent } from '../../model/happening.js';
import { HOME } from '../../model/scenario/reference-faults.js';
import { countText } from '../tables/number-text.js';

/** Names and dates of one scenario as its readers know them: never a key where there is a name. */
export interface Words {
  readonly base: (key: string | undefined) => string;
  readonly contingent: (key: string | undefined) => string;
  readonly actor: (key: string | undefined) => string;
  /** "17 March"; with the year where it is another than the year of the start. */
  readonly date: (day: number) => string;
  /** "17 March", "17–25 March", "27 Mar – 12 Apr". */
  readonly dates: (from: number, to: number) => string;
  /** "March 2020" of the month that a day lies in. */
  readonly month: (day: number) => string;
  /** "United States 200, Denmark 40", the largest first. */
  readonly counts: (counts: ByContingent) => string;
}

export function wordsOf(scenario: Scenario): Words {
  const start = isoDay(scenario.start);
  const year = scenario.start.slice(0, 4);
  const full = (day: number): string => longDate(isoDate(start + Math.floor(day)));
  const date = (day: number): string => full(day).replace(` ${year}`, '');
  const month = (day: number): string => full(day).replace(/^\d+ /, '');
  const contingent = (key: string | undefined): string => scenario.contingents[key ?? '']?.name ?? key ?? '';
  return {
    base: (key) => (key === HOME ? 'home' : (scenario.bases[key ?? '']?.name ?? key ?? '')),
    contingent,
    actor: (key) => scenario.actors[key ?? '']?.name ?? key ?? '',
    date,
    dates: (from, to) => {
      if (full(from) === full(to)) return date(from);
      return month(from) === month(to)
        ? `${date(from).split(' ')[0] ?? ''}–${date(to)}`
        : `${short(date(from))} – ${short(date(to))}`;
    },
    month,
    counts: (counts) =>
      Object.entries(counts)
        .sort(([, a], [, b]) => b - a)
        .map(([key, count]) => `${contingent(key)} ${countText(count)}`)
        .join(', '),
  };
}

/** "27 Mar" of "27 March": where two dates stand in one narrow column. */
function short(date: string): string {
  return date.replace(/([A-Z][a-z]{2})[a-z]+/, '$1');
}

/** People of one nation by its name, of several with their numbers: "200 people (Denmark)". */
export function people(count: number, of: ByContingent | undefined, words: Words): string {
  const noun = count === 1 ? 'person' : 'people';
  const keys = Object.keys(of ?? {});
  const whose =
    keys.length === 0 || !of ? '' : ` (${keys.length === 1 ? words.contingent(keys[0]) : words.counts(of)})`;
  return `${countText(count)} ${noun}${whose}`;
}

/** Sums counts by contingent. */
export function addCounts(parts: readonly (ByContingent | undefined)[]): ByContingent {
  const sum: Record<string, number> = {};
  for (const part of parts) for (const [key, count] of Object.entries(part ?? {})) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

/** One, two … nine, then figures. */
export function spelled(count: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][count] ?? countText(count);
}

/** "a, b and c". */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a drone", "an IED". Letters decide; good enough for the short names of modes. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
