import { Resvg } from '@resvg/resvg-js';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../src/render/encode-png.js';
import { samePicture } from '../../src/render/same-picture.js';

const pixels = Uint8Array.from({ length: 4 * 5 * 3 }, (_, i) => (i % 4 === 3 ? 255 : (37 * i) % 256));
const picture = { width: 5, height: 3, pixels };

describe('a PNG of pixels', () => {
  it('is read by another program with every pixel as it was', async () => {
    const png = Buffer.from(await encodePng(picture));
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="5" height="3"><image width="5" height="3" image-rendering="optimizeSpeed" href="data:image/png;base64,${png.toString('base64')}"/></svg>`;
    expect([...new Resvg(svg).render().pixels]).toEqual([...pixels]);
  });

  it('is the same picture however it is packed, and another with one pixel changed', async () => {
    const png = Buffer.from(await encodePng(picture));
    const changed = Uint8Array.from(pixels);
    changed[6]! ^= 1;
    expect(samePicture(png, repacked(png))).toBe(true);
    expect(repacked(png).equals(png)).toBe(false);
    expect(samePicture(png, Buffer.from(await encodePng({ ...picture, pixels: changed })))).toBe(false);
    expect(samePicture(png, png.subarray(0, 40))).toBe(false);
  });
});

/** The same rows in a stream that is stored, not packed, as one chunk more. */
function repacked(png: Buffer): Buffer {
  const rows: number[] = [];
  for (let y = 0; y < picture.height; y++) rows.push(0, ...pixels.subarray(20 * y, 20 * (y + 1)));
  const stored = deflateSync(Buffer.from(rows), { level: 0 });
  const parts = [stored.subarray(0, 9), stored.subarray(9)].map((data) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write('IDAT', 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  });
  return Buffer.concat([png.subarray(0, 8 + 25), ...parts, png.subarray(png.length - 12)]);
}
