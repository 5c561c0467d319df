import type { TopLevelSpec } from 'vega-lite';
import type { Caption } from '../experiment/tables/caption.js';
import { wrapText } from './wrap-text.js';

// One look for all figures: Inter, greys for context, one accent (the blue of Okabe and Ito's palette, safe for
// colour-blind readers) whose tints keep their order when printed in grey, black for what was observed.

/** Sizes in px at a figure width of 640; at 8 cm the smallest text is still 5 points high. */
export const size = { figure: 640, padding: 14, title: 21, text: 15, lineHeight: 20 } as const;

/** Room for everything inside the padding. */
export const contentWidth = size.figure - 2 * size.padding;

export const colour = {
  text: '#222222',
  faint: '#5c5c5c',
  grid: '#e3e3e3',
  context: '#9a9a9a',
  land: '#f6f5f1',
  neighbour: '#e7e6e2',
  band: '#f3e9cf',
  bandEdge: '#c9a94f',
  observed: '#000000',
  accent: '#0072b2',
  accentDark: '#00466e',
  /** Central 50, 80 and 95 % of the replications. */
  level50: '#4a97c9',
  level80: '#93c3e1',
  level95: '#cfe3f1',
} as const;

export const font = "Inter, 'Helvetica Neue', Arial, sans-serif";

/** Colours of the nested intervals, for a nominal scale on a field that holds 0.5, 0.8 or 0.95. */
export const levelScale = { domain: [0.95, 0.8, 0.5], range: [colour.level95, colour.level80, colour.level50] };

interface Frame {
  readonly $schema: string;
  readonly description: string;
  readonly background: string;
  readonly padding: number;
  readonly title: { text: string[]; subtitle: string[] };
  readonly config: NonNullable<TopLevelSpec['config']>;
}

/** What every spec has in common: the page, the caption, the theme. */
export function frame(caption: Caption): Frame {
  const style = { size: size.text, width: contentWidth };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: caption.alt,
    background: 'white',
    padding: size.padding,
    title: {
      text: wrapText(caption.title, { ...style, size: size.title, bold: true }),
      subtitle: caption.subtitle.flatMap((line) => wrapText(line, style)),
    },
    config,
  };
}

const config: NonNullable<TopLevelSpec['config']> = {
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
