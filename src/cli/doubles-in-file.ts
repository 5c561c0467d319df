import { readSync, writeSync } from 'node:fs';

const blockBytes = 1 << 18;

/** Little-endian, every NaN as the same bits. */
export function encodedDoubles(values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    view.setFloat64(8 * i, value, true);
    // A machine may write any of many bit patterns for NaN.
    if (Number.isNaN(value)) view.setBigUint64(8 * i, 0x7ff8000000000000n, true);
  });
  return bytes;
}

/** Fills an array with little-endian doubles from a place in a file on. */
export function readDoubles(
  file: number,
  { into, position }: { readonly into: Float64Array; readonly position: number },
): void {
  const bytes = Buffer.allocUnsafe(Math.min(blockBytes, 8 * into.length));
  for (let at = 0; at < into.length;) {
    const wanted = Math.min(bytes.length, 8 * (into.length - at));
    let got = 0;
    while (got < wanted) {
      const more = readSync(file, bytes, got, wanted - got, position + 8 * at + got);
      if (more === 0) throw new Error('a shard file must not change while it is read, but is cut short');
      got += more;
    }
    for (let i = 0; i < wanted / 8; i++) into[at + i] = bytes.readDoubleLE(8 * i);
    at += wanted / 8;
  }
}

/** Writes all of the bytes at the end of what was written. */
export function writeFully(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
