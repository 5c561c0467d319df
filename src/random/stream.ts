import seedrandom from 'seedrandom';

/** A source of chance: each call gives the next number of the lattice (n + ½)/2³², so never 0 and never 1. */
export type Uniform = () => number;

/**
 * What names a stream. No scenario, worker or shard is part of it, so scenarios share their luck (common random
 * numbers) and a stream added elsewhere shifts no other. `seed` and `replication` are safe integers (0 and negative
 * ones too); `purpose` and `entity` are any texts.
 */
export interface StreamKey {
  readonly seed: number;
  readonly replication: number;
  readonly purpose: string;
  readonly entity: string;
  /** Turned over: 1 − u in place of every u, the other half of an antithetic pair. On the same lattice, and no part of the name. */
  readonly mirrored?: boolean | undefined;
}

/**
 * Opens the stream of that name at its beginning: one name, one sequence, on every machine. Seeding costs some
 * microseconds and a draw some nanoseconds, so streams are opened per replication and not per event.
 * Generator: Alea of seedrandom, period about 2¹¹⁶, keyed by the text of {@link streamName}.
 * @throws RangeError if `seed` or `replication` is not a safe integer.
 */
export function openStream(key: StreamKey): Uniform {
  const draw = seedrandom.alea(streamName(key));
  // Alea gives n/2³² exactly; half a step keeps logarithms and quantile functions away from 0. Written out, as a name would be
  // looked up at every draw.
  return key.mirrored ? () => 1 - (draw() + 2 ** -33) : () => draw() + 2 ** -33;
}

/**
 * The text that keys a stream; no two different keys give one text. The two integers hold no slash, the length tells
 * where the purpose ends, and the entity is what is left.
 */
export function streamName({ seed, replication, purpose, entity }: StreamKey): string {
  mustBeSafeInteger('seed', seed);
  mustBeSafeInteger('replication', replication);
  return `${seed}/${replication}/${purpose.length}/${purpose}${entity}`;
}

function mustBeSafeInteger(what: string, value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${what} must be a safe integer, got ${value}`);
}
