import type { TopLevelSpec } from 'vega-lite';
import type { Page } from './page.js';
import { size } from './theme.js';

/** One part of a figure that stands above or beside others. */
export type Panel = Extract<TopLevelSpec, { vconcat: unknown }>['vconcat'][number];

/** One layer of a panel: a mark with its encoding. */
export type Layer = Extract<Panel, { layer: unknown }>['layer'][number];

/** The title of one panel among several, at the left edge of the figure. */
export function panelTitle(text: string) {
  return {
    text,
    anchor: 'start' as const,
    frame: 'bounds' as const,
    fontSize: size.text,
    fontWeight: 600 as const,
    offset: 10,
  };
}

/** Rows of one part, by the name that tells parts of a figure's table apart. */
export function rowsOf<Row extends { readonly part: string }, Part extends Row['part']>(
  rows: readonly Row[],
  part: Part,
): Extract<Row, { readonly part: Part }>[] {
  return rows.filter((row): row is Extract<Row, { readonly part: Part }> => row.part === part);
}

/** A text as a broad edge in the colour of the ground, to be set under it where lines cross. */
export function halo<Text extends object>(text: Text, { colour }: Page) {
  return { ...text, stroke: colour.ground, strokeWidth: 4, strokeJoin: 'round' as const };
}

/** Layers without those that have no rows: Vega complains of a scale without data. */
export function drawn(layers: readonly Layer[]): Layer[] {
  return layers.filter(
    ({ data }) => !(data && 'values' in data && Array.isArray(data.values) && data.values.length === 0),
  );
}

/** A position given in px of the panel, for what stands beside the data: its scale maps a number to itself. */
export function pixels(domain: [number, number]) {
  return { type: 'quantitative' as const, axis: null, scale: { domain, zero: false, nice: false } };
}
