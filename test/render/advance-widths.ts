import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Reads from a TTF of Inter how wide a character is, as a share of the font size (OpenType tables head, hhea, hmtx, cmap 12). */
export function advanceWidths(face: string): (character: string) => number {
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${face}/Inter_${face}.ttf`);
  const bytes = readFileSync(path);
  const table = (tag: string): number => {
    for (let i = 0; i < bytes.readUInt16BE(4); i++) {
      const at = 12 + 16 * i;
      if (bytes.toString('latin1', at, at + 4) === tag) return bytes.readUInt32BE(at + 8);
    }
    throw new Error(`font must have a table ${tag}`);
  };
  const [head, hhea, hmtx, cmap] = [table('head'), table('hhea'), table('hmtx'), table('cmap')];
  const unitsPerEm = bytes.readUInt16BE(head + 18);
  const metrics = bytes.readUInt16BE(hhea + 34);
  const groups = segmentedCoverage(bytes, cmap);
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    for (let i = 0; i < bytes.readUInt32BE(groups + 12); i++) {
      const at = groups + 16 + 12 * i;
      const [first, last, glyph] = [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4), bytes.readUInt32BE(at + 8)];
      if (code < first || code > last) continue;
      return bytes.readUInt16BE(hmtx + 4 * Math.min(glyph + code - first, metrics - 1)) / unitsPerEm;
    }
    throw new Error(`font must have ${character}`);
  };
}

/** Start of the character map's subtable of format 12. */
function segmentedCoverage(bytes: Buffer, cmap: number): number {
  for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
    const at = cmap + bytes.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (bytes.readUInt16BE(at) === 12) return at;
  }
  throw new Error('font must have a character map of format 12');
}
