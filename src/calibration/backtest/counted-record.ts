import type { AttackRecord } from '../record/attack-record.js';

/** A record as a back-test counts it: on which day, and at which base. */
export interface CountedRecord {
  /** Length, in days. */
  readonly days: number;
  /** Keys of the bases that are told apart. */
  readonly bases: readonly string[];
  /** By day; `base` is an index, −1 for an attack on the road or at none of them. */
  readonly attacks: readonly { readonly day: number; readonly base: number }[];
}

/** Every attack that the record counts, over the bases given. */
export function countedRecord(record: AttackRecord, bases: readonly string[]): CountedRecord {
  return {
    days: record.days,
    bases,
    attacks: record.attacks.map(({ day, base }) => ({ day, base: base === undefined ? -1 : bases.indexOf(base) })),
  };
}

/** Days of the attacks before `day`: all of them, or those at one base. */
export function pastDays(
  { attacks }: CountedRecord,
  about: { readonly day: number; readonly base?: number },
): number[] {
  return attacks
    .filter((attack) => attack.day < about.day && (about.base === undefined || attack.base === about.base))
    .map(({ day }) => day);
}

/** Attacks in a window, in all and by base. */
export function countIn(
  { attacks, bases }: CountedRecord,
  window: { readonly from: number; readonly days: number },
): { readonly total: number; readonly byBase: readonly number[] } {
  const inside = attacks.filter(({ day }) => day >= window.from && day < window.from + window.days);
  return { total: inside.length, byBase: bases.map((_, b) => inside.filter(({ base }) => base === b).length) };
}
