import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Rows } from '../experiment/rows.js';
import type { FailedReplication, Span } from '../experiment/run-replications.js';
import { encodeDoubles, readDoubles, writeFully } from './doubles-in-file.js';

/** The first line of a shard file: what its numbers are, in one line of JSON. */
export interface ShardHeader extends Span {
  readonly format: 'garrison shard';
  readonly formatVersion: 2;
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

/** A shard file that is open: its numbers are read when they are asked for. */
export interface OpenShard {
  readonly kind: 'shard';
  readonly header: ShardHeader;
  readonly rows: Rows;
  /** Afterwards the rows cannot be read. */
  readonly close: () => void;
}

export interface DamagedShard {
  readonly kind: 'damaged';
  /** What it must be and is not: "must be whole, but is cut short". */
  readonly rule: string;
}

const hashBytes = 32;
const newline = 10;
const blockBytes = 1 << 18; // read at a time

/**
 * Writes a shard file: the header line; then field by field, over all its replications, outcomes, weekly attacks,
 * person-attacks and person-days, as little-endian doubles (every NaN the same one); then the SHA-256 of all that. Under
 * its name the file is whole or not there.
 */
export function writeShard(path: string, { header, rows }: Pick<OpenShard, 'header' | 'rows'>): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const partial = join(folder, `.partial-${randomUUID()}`);
  try {
    const file = openSync(partial, 'w');
    try {
      const hash = createHash('sha256');
      const write = (bytes: Uint8Array): void => {
        hash.update(bytes);
        writeFully(file, bytes);
      };
      write(Buffer.from(`${JSON.stringify(header)}\n`));
      const { from, to } = header;
      const values = new Float64Array(to - from);
      for (let field = 0; field < rows.fields; field++) {
        rows.read({ field, from, to }, values);
        encodeDoubles(values, write);
      }
      writeFully(file, hash.digest());
    } finally {
      closeSync(file);
    }
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** Opens a shard file, and believes nothing that its hash does not stand for; undefined where there is none. */
export function openShard(path: string): OpenShard | DamagedShard | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  const found = soundHeader(file);
  if (found.kind === 'damaged') {
    closeSync(file);
    return found;
  }
  const { header, start } = found;
  const n = header.to - header.from;
  return {
    kind: 'shard',
    header,
    rows: {
      from: header.from,
      to: header.to,
      fields: fieldsOf(header),
      failures: header.failures,
      read: ({ field, from }, into) => {
        readDoubles(file, { into, position: start + 8 * (field * n + from - header.from) });
      },
    },
    close: () => {
      closeSync(file);
    },
  };
}

const damagedBytes: DamagedShard = {
  kind: 'damaged',
  rule: 'must be as it was written, but its bytes do not match the hash at its end',
};

type SoundHeader = { readonly kind: 'sound'; readonly header: ShardHeader; readonly start: number } | DamagedShard;

function soundHeader(file: number): SoundHeader {
  const { size } = fstatSync(file);
  const hash = createHash('sha256');
  const block = Buffer.alloc(blockBytes);
  let head = Buffer.alloc(0);
  let header: ShardHeader | undefined;
  let start = 0;
  for (let position = 0; position < size - hashBytes;) {
    const got = readSync(file, block, 0, Math.min(blockBytes, size - hashBytes - position), position);
    if (got === 0) break;
    position += got;
    hash.update(block.subarray(0, got));
    if (header) continue;
    head = Buffer.concat([head, block.subarray(0, got)]);
    start = head.indexOf(newline) + 1;
    if (start === 0) continue;
    header = headerOf(head.toString('utf8', 0, start));
    if (!header) break;
    const whole = start + 8 * (header.to - header.from) * fieldsOf(header) + hashBytes;
    if (size < whole) return { kind: 'damaged', rule: `must be whole, but is cut short: ${size} of ${whole} bytes` };
    if (size > whole) return damagedBytes;
  }
  if (!header) return { kind: 'damaged', rule: 'must be a shard file, but has no header that can be read' };
  const end = Buffer.alloc(hashBytes);
  readSync(file, end, 0, hashBytes, size - hashBytes);
  return hash.digest().equals(end) ? { kind: 'sound', header, start } : damagedBytes;
}

function fieldsOf({ columns, weeks }: ShardHeader): number {
  return columns.length + 3 * weeks;
}

function headerOf(line: string): ShardHeader | undefined {
  try {
    const header: ShardHeader = JSON.parse(line);
    const isOne = header.format === 'garrison shard' && header.formatVersion === 2;
    return isOne && header.to > header.from && Array.isArray(header.columns) ? header : undefined;
  } catch {
    return undefined;
  }
}
