import { isoDay } from '../../model/scenario/iso-date.js';
import type { Scenario } from '../../model/scenario/schema.js';

/** The scenario's strikes as a source that excites a record, and those that cannot be taken so. */
export interface StrikeTimes {
  /** In days from the record's first day, ascending and below the record's end; negative before it. */
  readonly times: readonly number[];
  /** Names or days of strikes that are not certain or not of magnitude 1: left out of the fit. */
  readonly leftOut: readonly string[];
}

/** Strikes of the scenario up to the end of a record. */
export function strikeTimes(
  { strikes }: Pick<Scenario, 'strikes'>,
  record: { readonly from: string; readonly days: number },
): StrikeTimes {
  const dated = strikes.events
    .map((event) => ({ ...event, time: isoDay(event.day) - isoDay(record.from) }))
    .filter(({ time }) => time < record.days)
    .toSorted((a, b) => a.time - b.time);
  const isPlain = ({ magnitude, probability }: (typeof dated)[number]): boolean =>
    magnitude.value === 1 && probability.value === 1;
  // Two strikes of one day stand a second apart, as no two events may share a time.
  const times = dated.filter(isPlain).map(({ time }) => time);
  return {
    times: times.map((time, k) => time + times.slice(0, k).filter((other) => other === time).length / 86_400),
    leftOut: dated.filter((event) => !isPlain(event)).map(({ name, day }) => name ?? day),
  };
}
