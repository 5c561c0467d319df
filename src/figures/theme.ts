import type { TopLevelSpec } from 'vega-lite';
import type { Page } from './page.js';
import type { Setting } from './setting.js';
import { wrapText } from './wrap-text.js';

/** In px of the drawing, the same on every page; see `Page` and `look.ts` for what they come to in points. */
export const size = { padding: 14, title: 21, text: 15, lineHeight: 20 } as const;

export const font = "Inter, 'Helvetica Neue', Arial, sans-serif";

interface Frame {
  readonly $schema: string;
  readonly description: string;
  readonly background: string;
  readonly padding: number;
  readonly title: { text: string[]; subtitle: string[] };
  readonly config: NonNullable<TopLevelSpec['config']>;
  /** For those who draw the spec: the width of the drawing in px, and the width it is meant to be placed in. */
  readonly usermeta: { width: number; widthMm: number; theme: string; lang: string };
}

/** What every spec has in common: the page, the caption, the theme. */
export function frame({ caption, page }: Setting): Frame {
  const style = { size: size.text, width: page.contentWidth };
  const { widthMm, theme, lang } = page.look;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: caption.alt,
    usermeta: { width: page.width, widthMm, theme, lang },
    background: page.colour.ground,
    padding: size.padding,
    title: {
      text: wrapText(caption.title, { ...style, size: size.title, bold: true }),
      subtitle: caption.subtitle.flatMap((line) => wrapText(line, style)),
    },
    config: configOf(page),
  };
}

function configOf({ colour }: Page): NonNullable<TopLevelSpec['config']> {
  return {
    font,
    view: { stroke: null },
    title: {
      anchor: 'start',
      frame: 'bounds',
      offset: 16,
      fontSize: size.title,
      fontWeight: 600,
      lineHeight: 27,
      color: colour.text,
      subtitleFontSize: size.text,
      subtitleLineHeight: size.lineHeight,
      subtitleColor: colour.faint,
      subtitlePadding: 6,
    },
    axis: {
      labelFontSize: size.text,
      titleFontSize: size.text,
      titleFontWeight: 'normal',
      labelColor: colour.text,
      titleColor: colour.faint,
      gridColor: colour.grid,
      domain: false,
      ticks: false,
      labelPadding: 6,
      titlePadding: 8,
      labelLimit: 0,
      labelFlush: false,
      titleLimit: 0,
    },
    axisX: {
      grid: false,
      domain: true,
      domainColor: colour.context,
      ticks: true,
      tickColor: colour.context,
      tickSize: 4,
    },
    text: { fontSize: size.text, color: colour.text, limit: 0 },
    rule: { strokeCap: 'butt' },
  };
}
