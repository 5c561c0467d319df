import { createRequire } from 'node:module';
import type { Feature, GeoJsonProperties, Geometry, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Geography, Outline } from '../figures/geography.js';

/**
 * The outline of a country by its English name in Natural Earth (1:50 million, public domain), and what of other countries
 * lies within two degrees of it, in whole polygons. No name, or one that is not there, gives a geography without a country.
 */
export async function loadGeography(country: string | undefined): Promise<Geography> {
  if (country === undefined) return { neighbours: [] };
  const { feature } = await import('topojson-client');
  const atlas = readAtlas();
  const all = feature(atlas, atlas.objects.countries).features.flatMap(outline);
  const wanted = all.find(({ properties }) => properties.name === country);
  if (!wanted) return { neighbours: [] };
  const around = boxOf(polygonsOf(wanted.geometry));
  const neighbours = all.flatMap((other): Outline[] => {
    const coordinates = polygonsOf(other.geometry).filter((polygon) => near(boxOf([polygon]), around));
    if (other === wanted || coordinates.length === 0) return [];
    return [{ ...other, geometry: { type: 'MultiPolygon', coordinates } }];
  });
  return { country: wanted, neighbours };
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

function readAtlas(): Atlas {
  return createRequire(import.meta.url)('world-atlas/countries-50m.json');
}

/** Coordinates to a hundredth of a degree: about a kilometre, half a px on a map of a large country. */
function outline({ geometry, properties }: Feature<Geometry, GeoJsonProperties>): Outline[] {
  const name = String(properties?.['name'] ?? '');
  const round = (ring: Position[]) =>
    ring.map((position) => position.map((degrees) => Math.round(degrees * 100) / 100));
  if (geometry.type === 'Polygon') {
    const coordinates = geometry.coordinates.map(round);
    return [{ type: 'Feature', properties: { name }, geometry: { type: 'Polygon', coordinates } }];
  }
  if (geometry.type !== 'MultiPolygon') return [];
  const coordinates = geometry.coordinates.map((polygon) => polygon.map(round));
  return [{ type: 'Feature', properties: { name }, geometry: { type: 'MultiPolygon', coordinates } }];
}

type Box = readonly [west: number, south: number, east: number, north: number];

function polygonsOf(geometry: Outline['geometry']): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function boxOf(polygons: readonly Position[][][]): Box {
  const outer = polygons.flatMap(([ring = []]) => ring);
  const lon = outer.map(([x = NaN]) => x);
  const lat = outer.map(([, y = NaN]) => y);
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)];
}

function near(a: Box, b: Box): boolean {
  const margin = 2;
  return a[0] <= b[2] + margin && a[2] >= b[0] - margin && a[1] <= b[3] + margin && a[3] >= b[1] - margin;
}
