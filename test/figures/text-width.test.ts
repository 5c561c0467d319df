import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/figures/text-width.js';
import { wrapText } from '../../src/figures/wrap-text.js';
import { advanceWidths } from '../render/advance-widths.js';

describe('text width', () => {
  it.each([
    { face: '400Regular', bold: false },
    { face: '600SemiBold', bold: true },
  ])('is what the font file says, to a thousandth of the size: $face', ({ face, bold }) => {
    const advance = advanceWidths(face);
    const texts = [
      ...'–—‘’“”…·×≥≤²€°→−ßæøłıđŒœ½±•',
      ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
    ];
    for (const text of texts)
      expect(Math.abs(textWidth(text, { size: 1000, bold }) - 1000 * advance(text)), text).toBeLessThanOrEqual(0.5);
  });

  it('of a letter with an accent is that of the letter', () => {
    expect(textWidth('Świętoszów', { size: 10 })).toBe(textWidth('Swietoszow', { size: 10 }));
  });

  it('never understates a character that is not in its table', () => {
    const advance = advanceWidths('400Regular');
    for (const text of 'ЖЩΩ') expect(textWidth(text, { size: 1 })).toBeGreaterThanOrEqual(advance(text) - 0.2);
  });
});

describe('wrapped text', () => {
  it('loses nothing but spaces, and no line is too long', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'abcW-.i') }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 300 }), (parts, width) => {
        const lines = wrapText(parts.join(' '), { size: 15, width });
        expect(lines.join('').replaceAll(' ', '')).toBe(parts.join(''));
        for (const line of lines) expect(textWidth(line, { size: 15 })).toBeLessThanOrEqual(width);
      }),
    );
  });
});
