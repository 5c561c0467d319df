import type { Language } from './words/index.js';

/** `print`: white paper, and told apart in grey; `screen`: a tinted card; `dark`: for dark slides and pages. */
export const themes = ['print', 'screen', 'dark'] as const;

export type Theme = (typeof themes)[number];

/** How a figure is to look; what it shows is the same in every look. */
export interface Look {
  readonly theme: Theme;
  /** Width as it is placed, mm: 85 is a column, 170 a page of A4 between its margins, 339 a slide of 16:9. */
  readonly widthMm: number;
  readonly lang: Language;
}

/** Across a page of A4, on paper. */
export const usualLook: Look = { theme: 'print', widthMm: 170, lang: 'en' };

/** Widths that a figure can be drawn in, mm: what is narrower has no room for words, what is wider no reader. */
export const widths = { least: 80, most: 420 } as const;

/**
 * Size of type, mm, in a figure `widthMm` wide: 7.5 points in a column, 11 across a page, 15 on a slide, straight lines
 * between. A wider figure is seen from farther away, so its type grows, but less than its width.
 */
export function typeMm(widthMm: number): number {
  const points = [
    { widthMm: 85, typePt: 7.5 },
    { widthMm: 170, typePt: 11.25 },
    { widthMm: 339, typePt: 15 },
  ] as const;
  const [column, page, slide] = points;
  const between = (from: (typeof points)[number], to: (typeof points)[number]): number =>
    from.typePt + ((to.typePt - from.typePt) * (widthMm - from.widthMm)) / (to.widthMm - from.widthMm);
  const typePt = Math.max(column.typePt, widthMm <= page.widthMm ? between(column, page) : between(page, slide));
  return (typePt * 25.4) / 72;
}
