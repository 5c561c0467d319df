import { textWidth, type TextStyle } from './text-width.js';

/** Breaks a text into lines of at most `width` px: between words, and inside a word only where it alone is too long. */
export function wrapText(text: string, { width, ...style }: TextStyle & { readonly width: number }): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string): boolean => textWidth(candidate, style) <= width;
  for (const word of text.split(/[ \n\t]+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const character of word) {
      if (line !== '' && !fits(line + character)) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}
