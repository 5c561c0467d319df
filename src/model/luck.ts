import { openStream } from '../random/stream.js';

/** Which seed and replication: the luck that all strategies of a study share. */
export interface Luck {
  readonly seed: number;
  readonly replication: number;
  /** Every draw u is 1 − u: see {@link pairedLuck}. What belongs to a past is not turned over. */
  readonly mirrored?: boolean | undefined;
  /** Whose luck holds before a day; absent where one replication is one's own from the start. */
  readonly past?: Past | undefined;
}

/** A past that futures share: the world as a replication found it just before a day (model, section 7). */
export interface Past {
  readonly seed: number;
  readonly replication: number;
  /** Days from the start; what falls on it belongs to the future. */
  readonly day: number;
}

/** The luck of what is settled before anything happens: drawn numbers, and what came before the start. */
export function firstLuck({ seed, replication, mirrored, past }: Luck): FirstLuck {
  return past ? { seed: past.seed, replication: past.replication } : { seed, replication, mirrored };
}

export type FirstLuck = Omit<Luck, 'past'>;

/** Antithetic pairs: replication 2i + 1 has the luck of 2i turned over, by itself as good a luck as any. */
export function pairedLuck(luck: Luck): Luck {
  const isSecond = luck.replication % 2 !== 0;
  return isSecond ? { ...luck, replication: luck.replication - 1, mirrored: true } : luck;
}

/** A draw made on a day. */
export type DatedUniform = (day: number) => number;

/**
 * A stream of draws that know their day: before the day of a past they are those of the past, from it on one's own. Both
 * streams move with every draw, so that a future with the past's own luck draws what the past would have drawn.
 */
export function openDated(
  luck: Luck,
  { purpose, entity }: { readonly purpose: string; readonly entity: string },
): DatedUniform {
  const both = openBoth(luck, { purpose, entity });
  const { past } = luck;
  return (day) => {
    const [early, late] = both();
    return past && day < past.day ? early : late;
  };
}

/** The draws of the past and of the future at one place of a stream; the same number twice without a past. */
export function openBoth(
  { seed, replication, mirrored, past }: Luck,
  { purpose, entity }: { readonly purpose: string; readonly entity: string },
): () => readonly [early: number, late: number] {
  const late = openStream({ seed, replication, mirrored, purpose, entity });
  if (!past) {
    return () => {
      const draw = late();
      return [draw, draw];
    };
  }
  const early = openStream({ seed: past.seed, replication: past.replication, purpose, entity });
  return () => [early(), late()];
}
