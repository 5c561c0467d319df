import type { Happening } from '../../model/happening.js';
import { countText } from '../tables/number-text.js';

/** A time without an attack on the personnel. */
export interface QuietSpell {
  readonly fromDay: number;
  readonly days: number;
  /** Row of the attack that ends it; -1 where the replication ends first. */
  readonly endsAt: number;
  readonly isLongest: boolean;
  /** What its end is told with: "After 23 days without an attack, the longest quiet, "; empty where it is not long. */
  readonly text: string;
}

/** Told are the longest, if it lasted a week, and others of at least so many days and so many times the mean. */
const toldDays = 14;
const toldTimesMean = 2.5;
const weekDays = 7;

/** All spells between attacks on personnel, from the start to the end; those on bases handed over do not break one. */
export function quietSpells(rows: readonly Happening[], horizonDays: number): QuietSpell[] {
  const ends = rows.flatMap(({ kind, day }, row) =>
    kind === 'attackOnBase' || kind === 'attackOnConvoy' ? [{ day, row }] : [],
  );
  ends.push({ day: horizonDays, row: -1 });
  const spells = ends.map(({ day, row }, i) => {
    const fromDay = ends[i - 1]?.day ?? 0;
    return { fromDay, days: day - fromDay, endsAt: row };
  });
  const longest = spells.reduce((most, { days }) => Math.max(most, days), 0);
  const mean = horizonDays / spells.length;
  return spells.map((spell, i): QuietSpell => {
    const isLongest = spell.days === longest;
    const told =
      (isLongest && spell.days >= weekDays) || (spell.days >= toldDays && spell.days >= toldTimesMean * mean);
    const since = i === 0 ? 'from the start ' : '';
    const length = `${countText(Math.floor(spell.days))} days ${since}without an attack`;
    const text = told && spell.endsAt >= 0 ? `After ${length}${isLongest ? ', the longest quiet' : ''}: ` : '';
    return { ...spell, isLongest, text };
  });
}
