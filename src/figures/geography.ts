import type { Feature, MultiPolygon, Polygon } from 'geojson';

/** Outlines for a map, in degrees. */
export interface Geography {
  /** The country asked for; absent where none was, or no country has that name. */
  readonly country?: Outline;
  /** Countries that a map of the country may show at its edges. */
  readonly neighbours: readonly Outline[];
  /** Towns for orientation, the largest first. */
  readonly cities?: readonly City[];
  /** Where the outline is from, if not from the atlas. */
  readonly note?: string;
}

export interface City {
  readonly name: string;
  /** Degrees north and east. */
  readonly lat: number;
  readonly lon: number;
}

export type Outline = Feature<Polygon | MultiPolygon, { readonly name: string }>;
