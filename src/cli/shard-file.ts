import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Chunk, FailedReplication, Span } from '../experiment/run-replications.js';

/** The first line of a shard file: what its numbers are, in one line of JSON. */
export interface ShardHeader extends Span {
  readonly format: 'garrison shard';
  readonly formatVersion: 1;
  /** Hash of the job list, and the piece's index in it; null where a run keeps its own work. */
  readonly jobs: string | null;
  readonly index: number | null;
  /** Hash of the resolved scenario and the engine's version. */
  readonly scenario: string;
  readonly seed: number;
  readonly columns: readonly string[];
  readonly weeks: number;
  readonly failures: readonly FailedReplication[];
}

export interface Shard {
  readonly header: ShardHeader;
  readonly chunk: Chunk;
}

export type ShardRead =
  | { readonly kind: 'shard'; readonly shard: Shard }
  /** `rule` says what it must be and is not: "must be whole, but is cut short". */
  | { readonly kind: 'damaged'; readonly rule: string };

const hashBytes = 32;
const newline = 10;

/**
 * A shard as bytes: the header line; outcomes, weekly attacks, person-attacks and person-days by replication, as
 * little-endian doubles (every NaN the same one); the SHA-256 of all that.
 */
export function encodeShard({ header, chunk }: Shard): Buffer {
  const head = Buffer.from(`${JSON.stringify(header)}\n`);
  const parts = partsOf(chunk);
  const body = Buffer.alloc(8 * parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    for (const value of part) {
      // A machine may write any of many bit patterns for NaN.
      if (Number.isNaN(value)) body.writeUInt32LE(0x7ff80000, at + 4);
      else body.writeDoubleLE(value, at);
      at += 8;
    }
  }
  const hash = createHash('sha256').update(head).update(body).digest();
  return Buffer.concat([head, body, hash]);
}

/** Reads a shard's bytes, and believes nothing that its hash does not stand for. */
export function decodeShard(bytes: Buffer): ShardRead {
  const end = bytes.indexOf(newline) + 1;
  const header = end === 0 ? undefined : headerOf(bytes.toString('utf8', 0, end));
  if (!header) return { kind: 'damaged', rule: 'must be a shard file, but has no header that can be read' };
  const n = header.to - header.from;
  const widths = [header.columns.length, header.weeks, header.weeks, header.weeks];
  const whole = end + 8 * n * widths.reduce((sum, width) => sum + width, 0) + hashBytes;
  if (bytes.length < whole)
    return { kind: 'damaged', rule: `must be whole, but is cut short: ${bytes.length} of ${whole} bytes` };
  const hashed = bytes.subarray(0, bytes.length - hashBytes);
  const isSound = createHash('sha256').update(hashed).digest().equals(bytes.subarray(hashed.length));
  if (!isSound || bytes.length > whole)
    return { kind: 'damaged', rule: 'must be as it was written, but its bytes do not match the hash at its end' };
  let at = end;
  const take = (width: number): Float64Array =>
    Float64Array.from({ length: n * width }, () => {
      at += 8;
      return bytes.readDoubleLE(at - 8);
    });
  const [values, weeklyAttacks, weeklyPersonAttacks, weeklyPersonDays] = [
    take(header.columns.length),
    take(header.weeks),
    take(header.weeks),
    take(header.weeks),
  ];
  const { from, to, failures } = header;
  const chunk = { from, to, values, weeklyAttacks, weeklyPersonAttacks, weeklyPersonDays, failures };
  return { kind: 'shard', shard: { header, chunk } };
}

/** Reads a shard file; undefined where there is none. */
export function readShard(path: string): ShardRead | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return undefined;
  }
  return decodeShard(bytes);
}

/** Writes a shard file: under its name it is whole or not there. */
export function writeShard(path: string, shard: Shard): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const partial = join(folder, `.partial-${randomUUID()}`);
  try {
    writeFileSync(partial, encodeShard(shard));
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** Where two chunks with rows of the same replications say different things; undefined where they agree bit for bit. */
export function firstDifference(
  one: Chunk,
  other: Chunk,
): { readonly replication: number; readonly at: number } | undefined {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  const otherParts = partsOf(other);
  for (const [p, part] of partsOf(one).entries()) {
    const otherPart = otherParts[p]!;
    const width = part.length / (one.to - one.from);
    for (let r = from; r < to; r++) {
      for (let c = 0; c < width; c++) {
        const same = Object.is(part[(r - one.from) * width + c], otherPart[(r - other.from) * width + c]);
        if (!same) return { replication: r, at: p === 0 ? c : -1 };
      }
    }
  }
  return undefined;
}

function partsOf({ values, weeklyAttacks, weeklyPersonAttacks, weeklyPersonDays }: Chunk): Float64Array[] {
  return [values, weeklyAttacks, weeklyPersonAttacks, weeklyPersonDays];
}

function headerOf(line: string): ShardHeader | undefined {
  try {
    const header: ShardHeader = JSON.parse(line);
    const isOne = header.format === 'garrison shard' && header.formatVersion === 1;
    return isOne && header.to > header.from && Array.isArray(header.columns) ? header : undefined;
  } catch {
    return undefined;
  }
}
