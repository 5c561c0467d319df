import { countsOnBases } from '../../model/compile.js';
import { isoDate, isoDay, longDate } from '../../model/scenario/iso-date.js';
import type { Results } from '../results.js';
import { recordNames } from './by-base.js';
import type { Caption } from './caption.js';
import { countText, counted } from './number-text.js';

/** Attacks of the record in one month, or on one place, by its counting rule. */
export type RecordRow = RecordMonthRow | RecordPlaceRow;

export interface RecordMonthRow extends OfRecord {
  readonly part: 'month';
}

export interface RecordPlaceRow extends OfRecord {
  readonly part: 'place';
}

interface OfRecord {
  /** `2020-03`, or the place as the scenario names it, else as the record does. */
  readonly key: string;
  readonly name: string;
  readonly attacks: number;
  readonly label: string;
}

/**
 * The public record as it is, no model in it: attacks on bases and the embassy zone by month (those without any among them)
 * and by place, most first. None where the scenario has no record.
 */
export function recordRows({ scenario }: Pick<Results, 'scenario'>): RecordRow[] {
  const rows = (scenario.record?.rows ?? []).filter(countsOnBases);
  const dates = rows.map(({ date }) => date).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const until = scenario.record?.until ?? last;
  const months = monthsFrom(first, until > last ? until : last);
  const placeOf = (base: string): { readonly key: string; readonly name: string } => {
    const known = Object.entries(scenario.bases).find(([key, about]) => recordNames(key, about).includes(base));
    return known ? { key: known[0], name: known[1].name ?? known[0] } : { key: base, name: base };
  };
  const places = new Map<string, RecordRow>();
  for (const { base } of rows) {
    const about = placeOf(base);
    const attacks = 1 + (places.get(about.key)?.attacks ?? 0);
    places.set(about.key, { part: 'place', ...about, attacks, label: countText(attacks) });
  }
  return [
    ...months.map((month): RecordRow => {
      const attacks = rows.filter(({ date }) => date.startsWith(month)).length;
      const name = longDate(`${month}-01`).replace(/^\d+ /, '');
      return { part: 'month', key: month, name, attacks, label: countText(attacks) };
    }),
    ...[...places.values()].sort((a, b) => b.attacks - a.attacks),
  ];
}

function monthsFrom(first: string, last: string): string[] {
  const months = [first.slice(0, 7)];
  while (months.at(-1)! < last.slice(0, 7)) months.push(isoDate(isoDay(`${months.at(-1)!}-01`) + 31).slice(0, 7));
  return months;
}

export function recordCaption({ scenario }: Pick<Results, 'scenario'>, rows: readonly RecordRow[]): Caption {
  const { record } = scenario;
  const total = rows.filter(({ part }) => part === 'month').reduce((sum, { attacks }) => sum + attacks, 0);
  const others = (record?.rows.length ?? 0) - total;
  const dates = (record?.rows ?? [])
    .filter(countsOnBases)
    .map(({ date }) => date)
    .sort();
  const until = record?.until ?? dates.at(-1) ?? '';
  const said = (part: RecordRow['part']): string =>
    rows
      .filter((row) => row.part === part)
      .map(({ name, label }) => `${name} ${label}`)
      .join(', ');
  const title = 'The public record: attacks by month and by place';
  const subtitle = [
    `Attacks on bases and the embassy zone, ${longDate(dates[0] ?? '')} to ${longDate(until)}: ${countText(total)}.` +
      (others > 0
        ? ` ${counted(others, 'other row')} (convoys, ballistic missiles) ${others === 1 ? 'is' : 'are'} not counted.`
        : ''),
    'Observation, no model: what was reported in public, which is not all that happened.',
  ];
  return {
    title,
    subtitle,
    alt: [`${title}.`, ...subtitle, `By month: ${said('month')}.`, `By place: ${said('place')}.`].join(' '),
  };
}
