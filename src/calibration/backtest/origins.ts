import { isoDate, isoDay } from '../../model/scenario/iso-date.js';

/** A day at which a forecast is made from what came before it alone, and how far it looks. */
export interface Origin {
  readonly date: string;
  /** Days from the record's first day to this one: what the forecast knows. */
  readonly day: number;
  readonly horizonDays: number;
}

export interface OriginsQuestion {
  /** First and last day of the record, both counted. */
  readonly from: string;
  readonly to: string;
  /** The first of each month, or every so many days. */
  readonly every: 'monthly' | number;
  /** How far each forecast looks, in days; up to the next origin where undefined, so that windows neither overlap nor leave gaps. */
  readonly horizonDays?: number | undefined;
  /** A forecast is made only with at least so many days before it. */
  readonly leastPastDays: number;
}

/** The origins whose windows end within the record, in order. */
export function originsOf({ from, to, every, horizonDays, leastPastDays }: OriginsQuestion): Origin[] {
  const first = isoDay(from);
  const days = isoDay(to) - first + 1;
  const starts: number[] = [];
  for (let day = firstStart(); day <= days; day = nextStart(day)) starts.push(day);
  return starts
    .map((day) => ({ date: isoDate(first + day), day, horizonDays: horizonDays ?? nextStart(day) - day }))
    .filter((origin) => origin.day + origin.horizonDays <= days);

  function firstStart(): number {
    if (every !== 'monthly') return leastPastDays;
    return isoDate(first + leastPastDays).endsWith('-01') ? leastPastDays : nextStart(leastPastDays);
  }

  function nextStart(day: number): number {
    if (every !== 'monthly') return day + every;
    // 31 days after the first of a month lie in the next one.
    const month = isoDate(first + day).slice(0, 7);
    return isoDay(`${isoDate(isoDay(`${month}-01`) + 31).slice(0, 7)}-01`) - first;
  }
}
