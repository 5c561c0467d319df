import type { Trace } from '../trace.js';

/** Who was at each base, over time, as the rows of a replication tell it. */
export interface Presence {
  /** Persons at a base just after a row. */
  readonly atBase: (base: string, row: number) => number;
  /** Persons at all bases, and how many bases have any, just after a row. */
  readonly atBases: (row: number) => { readonly persons: number; readonly bases: number };
}

/** Index of the time before the first row. */
export const BEFORE = -1;

/** Follows departures and arrivals from the garrisons that the replication drew. */
export function presenceOf({ compiled, values, rows }: Trace): Presence {
  const { baseKeys, contingentKeys, garrison } = compiled;
  const histories = new Map(
    baseKeys.map((key, b) => {
      const slots = garrison.slice(b * contingentKeys.length, (b + 1) * contingentKeys.length);
      const start = slots.reduce((sum, slot) => sum + (slot < 0 ? 0 : Math.round(values[slot] ?? 0)), 0);
      return [key, [{ row: BEFORE, persons: start }]];
    }),
  );
  const change = (base: string | undefined, row: number, by: number): void => {
    const history = histories.get(base ?? '');
    history?.push({ row, persons: (history.at(-1)?.persons ?? 0) + by });
  };
  rows.forEach(({ kind, base, toBase, persons = 0 }, row) => {
    if (kind === 'departure') change(base, row, -persons);
    if (kind === 'arrival') change(toBase, row, persons);
  });
  const atBase = (base: string, row: number): number =>
    histories.get(base)?.findLast((step) => step.row <= row)?.persons ?? 0;
  return {
    atBase,
    atBases: (row) => {
      const there = baseKeys.map((key) => atBase(key, row)).filter((persons) => persons > 0);
      return { persons: there.reduce((sum, persons) => sum + persons, 0), bases: there.length };
    },
  };
}
