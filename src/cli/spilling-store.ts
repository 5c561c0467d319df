import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RowStore } from '../experiment/assemble.js';
import { joinedRows, type Rows } from '../experiment/rows.js';
import { UserFault } from '../model/scenario/fault.js';
import { errorCode } from './error-code.js';
import { openShard, writeShard, type OpenShard, type ShardHeader } from './shard-file.js';

/** Rows in memory while they are few, and else in files that are read column by column. */
export interface SpillingStore extends RowStore {
  /** Takes over a file of rows that is open. */
  readonly adopt: (open: OpenShard, path: string) => void;
  /** Writes what is not on disk yet. A full disk is a fault only where the rows do not fit in memory. */
  readonly flush: () => void;
  /** Gives back memory and files; what is on disk stays there. */
  readonly close: () => void;
  /** The same, and removes the folder. */
  readonly remove: () => void;
}

interface Place {
  readonly folder: string;
  /** What a file says of itself, but for its span and failures. */
  readonly header: ShardHeader;
  /** So much is held in memory; above that all rows are read from files. */
  readonly mostBytes?: number;
}

/** Rows that were read or written together. */
interface Part {
  readonly rows: Rows;
  /** The file that holds them; undefined where they are in memory alone. */
  readonly path?: string;
  /** Where they are read from that file. */
  readonly open?: OpenShard;
}

const usualMostBytes = 16 << 20;
/** The same once rows have gone to disk: there are very many then, and estimates of them need room too. */
const mostBytesLater = 4 << 20;

/**
 * Opens a store in a folder that is made when the first file is written. Files stay open until it is closed: another run
 * of the same scenario that ends first, and removes the folder, takes nothing away.
 * @throws UserFault from `add` and `flush` where the rows fit neither in memory nor on the disk.
 */
export function openSpillingStore({ folder, header, mostBytes = usualMostBytes }: Place): SpillingStore {
  let parts: Part[] = [];
  let bytesHeld = 0;
  let most = mostBytes;
  let fault: unknown;

  const flush = (): void => {
    if (fault !== undefined) return;
    const kept = parts.filter(({ path }) => path !== undefined);
    const groups = adjoining(parts.filter(({ path }) => path === undefined).map(({ rows }) => rows));
    try {
      parts = [...kept, ...groups.map((rows) => ({ rows, path: written({ folder, header, rows }) }))];
    } catch (error) {
      fault = error;
    }
  };
  const spill = (): void => {
    flush();
    if (fault !== undefined) throw diskFault(folder, fault);
    parts = parts.map((part) => (part.open || part.path === undefined ? part : reopened(part.path)));
    bytesHeld = 0;
    most = Math.min(most, mostBytesLater);
  };
  const close = (): void => {
    for (const { open } of parts) open?.close();
    parts = [];
    bytesHeld = 0;
  };
  return {
    add: (rows) => {
      parts.push({ rows });
      bytesHeld += bytesOf(rows);
      if (bytesHeld > most) spill();
    },
    adopt: (open, path) => {
      parts.push({ rows: open.rows, path, open });
    },
    parts: () => parts.map(({ rows }) => rows).toSorted((a, b) => a.from - b.from),
    flush,
    close,
    remove: () => {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A store for one command alone, in a hidden folder of its own that is removed at its end. */
export function openScratchStore(parent: string, header: ShardHeader): SpillingStore {
  return openSpillingStore({ folder: join(parent, `.rows-${randomUUID()}`), header });
}

function bytesOf({ fields, from, to }: Rows): number {
  return 8 * fields * (to - from);
}

/** Rows that follow each other without a gap become one part. */
function adjoining(parts: readonly Rows[]): Rows[] {
  const groups: Rows[][] = [];
  for (const part of parts.toSorted((a, b) => a.from - b.from)) {
    const last = groups.at(-1);
    if (last?.at(-1)?.to === part.from) last.push(part);
    else groups.push([part]);
  }
  return groups.map((group) => joinedRows(group, { from: group[0]!.from, to: group.at(-1)!.to }));
}

/** Writes a file, and gives its path. */
function written({ folder, header, rows }: Place & { readonly rows: Rows }): string {
  const { from, to, failures } = rows;
  const path = join(folder, `${from}-${to}.shard`);
  writeShard(path, { header: { ...header, from, to, failures }, rows });
  return path;
}

function reopened(path: string): Part {
  const open = openShard(path);
  if (open?.kind !== 'shard') throw new Error(`${path} ${open?.rule ?? 'must be there'} although it was just written`);
  return { rows: open.rows, path, open };
}

function diskFault(folder: string, error: unknown): UserFault {
  const rule = `must lie on a disk with room for the rows of so many replications (${errorCode(error) ?? 'no reason given'})`;
  return new UserFault([
    { path: '--out', value: dirname(folder), rule, hint: 'make room, or name another with --out' },
  ]);
}
