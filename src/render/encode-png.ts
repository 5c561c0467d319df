import { crc32, deflate } from 'node:zlib';

/** Rows of pixels from the top, four bytes each: red, green, blue, opacity. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bitsEach = 8;
const redGreenBlueOpacity = 6;
/** Each row begins with its filter. Plain rows: areas of one colour, as drawings have, are packed as well without one. */
const noFilter = 0;
/** As small as the drawing library's own and five times as fast. */
const level = 3;
/** Packed bytes come in pieces of so many: few, as each costs a turn of this thread. */
const chunkSize = 1 << 18;

/** PNG (ISO/IEC 15948) of pixels, lossless. Packs beside this thread. One picture gives the same bytes every time. */
export async function encodePng({ width, height, pixels }: Pixels): Promise<Uint8Array> {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.writeUInt8(bitsEach, 8);
  size.writeUInt8(redGreenBlueOpacity, 9);
  const packed = await new Promise<Buffer>((resolve, reject) => {
    deflate(filteredRows({ width, height, pixels }), { level, chunkSize }, (error, result) => {
      if (error) reject(error);
      else resolve(result);
    });
  });
  return Buffer.concat([signature, chunk('IHDR', size), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))]);
}

function filteredRows({ width, height, pixels }: Pixels): Uint8Array {
  const wide = 4 * width;
  const rows = new Uint8Array((1 + wide) * height);
  for (let y = 0; y < height; y++) {
    rows[y * (1 + wide)] = noFilter;
    rows.set(pixels.subarray(y * wide, (y + 1) * wide), y * (1 + wide) + 1);
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
