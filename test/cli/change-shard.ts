import { openShard, writeShard } from '../../src/cli/shard-file.js';

/** Writes a shard file again, sound but with another number in one cell. */
export function changeShard(
  from: string,
  change: { readonly to?: string; readonly outcome: string; readonly row: number; readonly value: number },
): void {
  const read = openShard(from);
  if (read?.kind !== 'shard') throw new Error(read?.rule ?? `there must be a file ${from}`);
  const { header, rows } = read;
  const changed = header.columns.indexOf(change.outcome);
  writeShard(change.to ?? from, {
    header,
    rows: {
      ...rows,
      read: (what, into) => {
        rows.read(what, into);
        if (what.field === changed) into[change.row] = change.value;
      },
    },
  });
  read.close();
}
