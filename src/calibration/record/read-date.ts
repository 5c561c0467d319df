import { isoDate, isoDay } from '../../model/scenario/iso-date.js';

/**
 * The day of a date as exports write it: `2020-03-16`, with a time of day behind it or not (`2020-03-16 00:00:00.000`), or
 * `16 March 2020` (months in English, in full or by three letters). Undefined where it is none of these: of a date in
 * numbers alone nobody can tell which is the month.
 */
export function readDate(text: string): string | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(text)?.[1];
  if (iso !== undefined) return Number.isNaN(isoDay(iso)) ? undefined : iso;
  const words = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4})$/.exec(text);
  if (!words) return undefined;
  const [, day = '', word = '', year = ''] = words;
  const month = months.findIndex((name) => name === word.toLowerCase() || name.slice(0, 3) === word.toLowerCase());
  if (month < 0) return undefined;
  const date = `${year}-${two(month + 1)}-${two(Number(day))}`;
  return Number.isNaN(isoDay(date)) ? undefined : date;
}

/** A way out for a date that cannot be read. */
export function dateHint(text: string): string {
  const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (numbers) {
    const [, a = '', b = '', year = ''] = numbers;
    return `write it as ${year}-${two(Number(b))}-${two(Number(a))} or ${year}-${two(Number(a))}-${two(Number(b))}: which of the two numbers is the month cannot be told`;
  }
  return 'write it as 2020-03-16 or 16 March 2020';
}

/** First and last day, both counted, on which an attack may have fallen that is dated so and known so well. */
export function daysOf(
  date: string,
  precision: 'day' | 'week' | 'month',
): { readonly first: string; readonly last: string } {
  const day = isoDay(date);
  switch (precision) {
    case 'day':
      return { first: date, last: date };
    case 'week':
      return { first: isoDate(day - 3), last: isoDate(day + 3) };
    case 'month': {
      const first = `${date.slice(0, 7)}-01`;
      const next = `${isoDate(isoDay(first) + 31).slice(0, 7)}-01`;
      return { first, last: isoDate(isoDay(next) - 1) };
    }
    default:
      return precision satisfies never;
  }
}

const months = 'january february march april may june july august september october november december'.split(' ');

function two(number: number): string {
  return String(number).padStart(2, '0');
}
