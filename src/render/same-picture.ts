import { inflateSync } from 'node:zlib';

/** Whether two PNG of {@link encodePng} show the same, however their pixels are packed: that differs from machine to machine. */
export function samePicture(one: Buffer, other: Buffer): boolean {
  try {
    const [a, b] = [contentOf(one), contentOf(other)];
    return a.equals(b);
  } catch {
    return false;
  }
}

const signatureBytes = 8;

/** Every chunk, those of pixels unpacked. */
function contentOf(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  const packed: Buffer[] = [];
  for (let at = signatureBytes; at < png.length;) {
    const length = png.readUInt32BE(at);
    const data = png.subarray(at + 8, at + 8 + length);
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') packed.push(data);
    else parts.push(Buffer.from(type, 'latin1'), data);
    at += 12 + length;
  }
  return Buffer.concat([png.subarray(0, signatureBytes), ...parts, inflateSync(Buffer.concat(packed))]);
}
