import { keyOf, markUniform } from '../../random/mark.js';
import { openStream } from '../../random/stream.js';
import { isoDay } from '../../model/scenario/iso-date.js';
import type { AttackRecord, DatedAttack } from './attack-record.js';
import { daysOf } from './read-date.js';

/** One way in which the attacks of a record may have followed one another within their days. */
export interface Imputation {
  /** Ascending, in days from 00:00 of the record's first day; no two equal; at least 0 and below the record's days. */
  readonly times: Float64Array;
  /** Which of the record's attacks happened at each time. */
  readonly order: readonly number[];
}

/**
 * Attacks are dated to the day, so that several share one, and a process with excitation needs to know which came first.
 * Each imputation draws every attack's time evenly within its day (or week, or month, where no more is known; never outside the
 * record). The draw is named by what the row says, so that another row shifts no other's.
 */
export function imputeTimes(
  record: Pick<AttackRecord, 'attacks' | 'from' | 'days'>,
  { seed, imputations }: { readonly seed: number; readonly imputations: number },
): Imputation[] {
  const start = isoDay(record.from);
  const names = namesOf(record.attacks);
  return Array.from({ length: imputations }, (_, imputation) => {
    const key = openStream({ seed, replication: imputation, purpose: 'record times', entity: '' });
    const [keyA, keyB] = [key() * 2 ** 32, key() * 2 ** 32];
    const taken = new Set<number>();
    const drawn = record.attacks.map((attack, i) => {
      const { first, last } = daysOf(attack.date, attack.precision);
      const low = Math.max(0, isoDay(first) - start);
      const high = Math.min(record.days, isoDay(last) - start + 1);
      for (let counter = 0; ; counter++) {
        const time = low + (high - low) * markUniform(keyA, keyB, names[i]!, counter);
        if (taken.has(time)) continue;
        taken.add(time);
        return time;
      }
    });
    const order = drawn.map((_time, i) => i).sort((a, b) => drawn[a]! - drawn[b]!);
    return { times: Float64Array.from(order, (i) => drawn[i]!), order };
  });
}

/** Keys of the attacks: day, place and mode, and which of those that share them. */
function namesOf(attacks: readonly DatedAttack[]): number[] {
  const seen = new Map<string, number>();
  return attacks.map(({ date, base = 'road', actor, mode }) => {
    const name = `${date} ${base} ${actor} ${mode}`;
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return keyOf(`${name} ${nth}`);
  });
}
