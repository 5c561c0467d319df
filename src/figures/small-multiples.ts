import type { Page } from './page.js';
import type { Panel } from './panel.js';
import { size } from './theme.js';
import { wrapText } from './wrap-text.js';

/** Where one of several small panels stands in their grid. */
export interface GridPlace {
  readonly index: number;
  /** In the first column, where an axis that all share is written. */
  readonly isLeft: boolean;
  /** Nothing stands below it: the axis of time is written there. */
  readonly isBottom: boolean;
}

/** A grid of panels of one size, filled row by row. */
export interface Grid {
  readonly columns: number;
  /** Width of one panel, px. */
  readonly width: number;
  /** From one panel's frame to the next one's. */
  readonly between: number;
  /** Room under each panel for an axis of its own, px. */
  readonly below: number;
  /** Titles of the panels, in lines. */
  readonly titles: readonly (readonly string[])[];
}

const BETWEEN = 20;

/**
 * Lays panels out over the page: axes of values are `left` px wide, written beside the first column, or with `ownAxes` beside
 * every panel; `overhang` is what the last number of an axis reaches beyond its panel, `below` the room for an axis under it.
 */
export function gridOf(
  titles: readonly string[],
  of: {
    readonly page: Page;
    readonly columns: number;
    readonly left: number;
    readonly overhang: number;
    readonly ownAxes?: boolean;
    readonly below?: number;
  },
): Grid {
  const columns = Math.max(1, Math.min(of.columns, titles.length));
  const between = BETWEEN + (of.ownAxes ? of.left : 0);
  const width = Math.floor((of.page.contentWidth - of.left - of.overhang - (columns - 1) * between) / columns);
  // A title begins where its axis does.
  const room = width + (of.ownAxes ? of.left : 0);
  return {
    columns,
    width,
    between,
    below: of.below ?? 0,
    titles: titles.map((title) => wrapText(title, { size: size.text, bold: true, width: room })),
  };
}

/** The panels of a grid, as one. */
export function smallMultiples({ columns, between, below, titles }: Grid, panel: (place: GridPlace) => Panel): Panel {
  const lines = Math.max(1, ...titles.map(({ length }) => length));
  return {
    columns,
    bounds: 'flush',
    align: 'each',
    spacing: { row: 28 + below + lines * size.lineHeight, column: between },
    concat: titles.map((_, index) =>
      panel({ index, isLeft: index % columns === 0, isBottom: index + columns >= titles.length }),
    ),
  };
}

/** Part of a y axis: its title over the panel, from `left` px before it, in lines that end at one height in a row. */
export function gridTitle(
  lines: readonly string[],
  { page, left = 0 }: { readonly page: Page; readonly left?: number },
) {
  return {
    title: [...lines],
    titleAngle: 0,
    titleAlign: 'left' as const,
    titleAnchor: 'end' as const,
    titleBaseline: 'bottom' as const,
    titleFontWeight: 600 as const,
    titleColor: page.colour.text,
    titleLineHeight: size.lineHeight,
    titleX: -left,
    // Above the highest number of an axis that it stands over.
    titleY: (left > 0 ? -14 : -8) - (lines.length - 1) * size.lineHeight,
  };
}
