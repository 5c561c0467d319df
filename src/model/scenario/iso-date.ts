/** Days since 1970-01-01 of an ISO date (00:00 UTC), or NaN where the text is no date of the calendar. Pure arithmetic: no clock. */
export function isoDay(text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return NaN;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const days = Date.UTC(year, month - 1, day) / 86_400_000;
  return isoDate(days) === text ? days : NaN;
}

/** The ISO date of a day number since 1970-01-01; the inverse of {@link isoDay}. Fractions of a day are cut. */
export function isoDate(days: number): string {
  return new Date(Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
}

/** 1 March 2020 and the like, for sentences and titles. */
export function longDate(date: string): string {
  const days = isoDay(date);
  const d = new Date(days * 86_400_000);
  const months = 'January February March April May June July August September October November December'.split(' ');
  return `${d.getUTCDate()} ${months[d.getUTCMonth()] ?? ''} ${d.getUTCFullYear()}`;
}
