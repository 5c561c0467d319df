import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Letters of each file: Latin with its punctuation, and the Greek of equations. */
const faces = [
  { file: 'inter-latin-400-normal', weight: 400, range: 'U+0000-036F,U+1E00-1EFF,U+2000-2BFF' },
  { file: 'inter-latin-600-normal', weight: 600, range: 'U+0000-036F,U+1E00-1EFF,U+2000-2BFF' },
  { file: 'inter-greek-400-normal', weight: 400, range: 'U+0370-03FF' },
];

/** Inter as CSS that carries its letters (75 kB), so that a page's text is as wide everywhere as it was laid out. */
export function fontFaces(): string {
  const { resolve } = createRequire(import.meta.url);
  return faces
    .map(({ file, weight, range }) => {
      const letters = readFileSync(resolve(`@fontsource/inter/files/${file}.woff2`)).toString('base64');
      return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${letters}) format('woff2');unicode-range:${range}}`;
    })
    .join('\n');
}
