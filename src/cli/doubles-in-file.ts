import { readSync, writeSync } from 'node:fs';
import { endianness } from 'node:os';

/** For bytes on their way: a new one for each column would wait for the garbage collector by the hundred. */
const block = Buffer.alloc(1 << 18);
const numbers = new Float64Array(block.buffer, block.byteOffset, block.length / 8);
const bits = new BigUint64Array(block.buffer, block.byteOffset, block.length / 8);
const isBigEndian = endianness() === 'BE';

/** Hands over numbers as little-endian bytes, every NaN as the same bits, piece by piece; a piece lives until the next. */
export function encodeDoubles(values: Float64Array, write: (bytes: Uint8Array) => void): void {
  for (let from = 0; from < values.length; from += numbers.length) {
    const some = values.subarray(from, from + numbers.length);
    numbers.set(some);
    // A machine may write any of many bit patterns for NaN.
    for (let i = 0; i < some.length; i++) if (Number.isNaN(some[i])) bits[i] = 0x7ff8000000000000n;
    const bytes = block.subarray(0, 8 * some.length);
    write(isBigEndian ? bytes.swap64() : bytes);
  }
}

/** Fills an array with little-endian doubles from a place in a file on. */
export function readDoubles(
  file: number,
  { into, position }: { readonly into: Float64Array; readonly position: number },
): void {
  for (let at = 0; at < into.length;) {
    const wanted = Math.min(block.length, 8 * (into.length - at));
    let got = 0;
    while (got < wanted) {
      const more = readSync(file, block, got, wanted - got, position + 8 * at + got);
      if (more === 0) throw new Error('a shard file must not change while it is read, but is cut short');
      got += more;
    }
    if (isBigEndian) block.subarray(0, wanted).swap64();
    into.set(numbers.subarray(0, wanted / 8), at);
    at += wanted / 8;
  }
}

/** Writes all of the bytes at the end of what was written. */
export function writeFully(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
