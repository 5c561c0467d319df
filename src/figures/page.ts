import { typeMm, type Look } from './look.js';
import { palettes, type Palette } from './palette.js';
import { size } from './theme.js';
import { words, type Words } from './words/index.js';

/**
 * What a figure is drawn on. Its px are of the drawing, in which type is always {@link size}.text high: a column is some
 * 480 of them wide, a page 640, a slide 960. What differs between them is layout; the drawing is then placed in mm.
 */
export interface Page {
  readonly look: Look;
  /** Of the whole figure, px of the drawing. */
  readonly width: number;
  /** Inside the padding. */
  readonly contentWidth: number;
  /** No room for two panels side by side, or for names beside them. */
  readonly narrow: boolean;
  /** As broad as a slide: what may stand side by side should, for there is little height. */
  readonly wide: boolean;
  readonly colour: Palette;
  /** Colours of the nested intervals, for a nominal scale on a field that holds 0.5, 0.8 or 0.95. */
  readonly levelScale: { readonly domain: number[]; readonly range: string[] };
  readonly words: Words;
}

export function pageOf(look: Look): Page {
  const width = Math.round((size.text * look.widthMm) / typeMm(look.widthMm));
  const colour = palettes[look.theme];
  return {
    look,
    width,
    contentWidth: width - 2 * size.padding,
    narrow: width < 560,
    wide: width > 800,
    colour,
    levelScale: { domain: [0.95, 0.8, 0.5], range: [colour.level95, colour.level80, colour.level50] },
    words: words[look.lang],
  };
}

/** Room for a name beside a panel, px; a longer one is broken into lines. */
export function longestName({ narrow, wide }: Page): number {
  return narrow ? 150 : wide ? 330 : 215;
}
