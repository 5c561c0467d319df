/** An attack as whole days know it: the day from the window's start, and the index of its base (−1 at none). */
export interface DayAttack {
  readonly day: number;
  readonly base: number;
}

/** What a process with the right mean may still get wrong. */
export type RecordStatistic = 'fano' | 'quiet' | 'busiest' | 'repeats';

interface NamedStatistic {
  readonly name: string;
  /** NaN where a record does not have it. */
  readonly of: (attacks: readonly DayAttack[], days: number) => number;
}

export const recordStatistics: Readonly<Record<RecordStatistic, NamedStatistic>> = {
  fano: { name: 'Variance over mean of 30-day counts', of: fano },
  quiet: { name: 'Longest quiet spell, days', of: longestQuietDays },
  busiest: { name: 'Busiest seven days, attacks', of: busiestSevenDays },
  repeats: { name: 'Share on the base of the attack before', of: shareOfRepeats },
};

/** Variance over mean of the counts in whole windows of 30 days: 1 of a Poisson process; NaN with fewer than two, or no attack. */
function fano(attacks: readonly DayAttack[], days: number): number {
  const counts = Array.from({ length: Math.floor(days / 30) }, () => 0);
  for (const { day } of attacks) if (day < 30 * counts.length) counts[Math.floor(day / 30)]! += 1;
  const n = counts.length;
  const mean = counts.reduce((sum, count) => sum + count, 0) / n;
  return n < 2 || mean === 0 ? NaN : counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (n - 1) / mean;
}

/** Whole days in a row without an attack, those before the first and after the last among them. */
function longestQuietDays(attacks: readonly DayAttack[], days: number): number {
  const marks = [-1, ...attacks.map(({ day }) => Math.floor(day)).sort((a, b) => a - b), days];
  return Math.max(...marks.slice(1).map((mark, k) => Math.max(0, mark - marks[k]! - 1)));
}

/** The most attacks in any seven days in a row. */
function busiestSevenDays(attacks: readonly DayAttack[]): number {
  const days = attacks.map(({ day }) => Math.floor(day)).sort((a, b) => a - b);
  return days.reduce((most, from) => Math.max(most, days.filter((day) => day >= from && day < from + 7).length), 0);
}

/** Of the attacks at a base that follow another at a base; NaN without such. */
function shareOfRepeats(attacks: readonly DayAttack[]): number {
  const bases = attacks.filter(({ base }) => base >= 0).map(({ base }) => base);
  return bases.length < 2 ? NaN : bases.slice(1).filter((base, k) => base === bases[k]).length / (bases.length - 1);
}
