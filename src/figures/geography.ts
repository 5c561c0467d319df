import type { Feature, MultiPolygon, Polygon } from 'geojson';

/** Outlines for a map, in degrees. */
export interface Geography {
  /** The country asked for; absent where none was, or no country has that name. */
  readonly country?: Outline;
  /** Countries that a map of the country may show at its edges. */
  readonly neighbours: readonly Outline[];
}

export type Outline = Feature<Polygon | MultiPolygon, { readonly name: string }>;
