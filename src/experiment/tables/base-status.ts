import type { Happening } from '../../model/happening.js';

/** `empty`: everybody left it without a hand-over; `unused`: nobody was ever there. */
export type BaseStatus = 'hosting' | 'empty' | 'unused' | 'handedOver' | 'closed';

/** What became of a base by the end of a told replication; people who arrive after a hand-over open it again. */
export function statusAtEnd(happenings: readonly Happening[], base: string): Exclude<BaseStatus, 'empty' | 'unused'> {
  return happenings.reduce<Exclude<BaseStatus, 'empty' | 'unused'>>(
    (status, { kind, base: at, toBase, persons = 0 }) => {
      if (kind === 'handOver' && at === base) return 'handedOver';
      if (kind === 'closure' && at === base) return 'closed';
      return kind === 'arrival' && toBase === base && persons > 0 ? 'hosting' : status;
    },
    'hosting',
  );
}
