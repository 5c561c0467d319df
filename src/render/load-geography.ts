import { createRequire } from 'node:module';
import type { Feature, GeoJsonProperties, Geometry, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { City, Geography, Outline } from '../figures/geography.js';

/**
 * The outline of a country by its English name in Natural Earth (1:50 million, public domain), what of other countries
 * lies within two degrees of it, in whole polygons, and its largest towns. No name, or one that is not there, gives a
 * geography without a country.
 */
export async function loadGeography(country: string | undefined): Promise<Geography> {
  if (country === undefined) return { neighbours: [] };
  const found = loaded.get(country) ?? readGeography(country);
  loaded.set(country, found);
  return found;
}

/** Asked for when a scenario is checked, and again when its maps are drawn. */
const loaded = new Map<string, Promise<Geography>>();

async function readGeography(country: string): Promise<Geography> {
  const { feature } = await import('topojson-client');
  const atlas = readAtlas();
  const all = feature(atlas, atlas.objects.countries).features;
  const [wanted] = all.flatMap((each) => (nameOf(each.properties) === country ? outline(each) : []));
  if (!wanted) return { neighbours: [] };
  const around = boxOf(polygonsOf(wanted.geometry));
  const neighbours = all.flatMap((other): Outline[] => {
    if (nameOf(other.properties) === country) return [];
    // Most of the world is left out before its coordinates are rounded.
    return outline(other, (polygon) => near(boxOf([polygon]), around, 2.1)).flatMap(({ geometry, ...about }) => {
      const coordinates = polygonsOf(geometry).filter((polygon) => near(boxOf([polygon]), around, 2));
      return coordinates.length === 0 ? [] : [{ ...about, geometry: { type: 'MultiPolygon', coordinates } }];
    });
  });
  return { country: wanted, neighbours, cities: await citiesIn(wanted, around) };
}

interface Town {
  readonly city: string;
  /** Degrees north and east. */
  readonly lat: number;
  readonly lng: number;
  /** People; a middle of two estimates. */
  readonly pop: number;
}

/** For orientation: more would drown the bases, and smaller ones are known to few readers. */
const MOST_CITIES = 12;

/** Towns inside a country, the most populous first (Natural Earth's populated places, public domain). */
async function citiesIn(country: Outline, [west, south, east, north]: Box): Promise<City[]> {
  const { geoContains } = await import('d3-geo');
  const towns: readonly Town[] = createRequire(import.meta.url)('city-timezones/data/cityMap.json');
  return towns
    .filter(({ lat, lng }) => lng >= west && lng <= east && lat >= south && lat <= north)
    .filter(({ lat, lng }) => geoContains(country, [lng, lat]))
    .sort((a, b) => b.pop - a.pop)
    .slice(0, MOST_CITIES)
    .map(({ city, lat, lng }) => ({ name: city, lat: hundredth(lat), lon: hundredth(lng) }));
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

function readAtlas(): Atlas {
  return createRequire(import.meta.url)('world-atlas/countries-50m.json');
}

function nameOf(properties: GeoJsonProperties): string {
  return String(properties?.['name'] ?? '');
}

/** The polygons that are wanted, coordinates to a hundredth of a degree: about a kilometre, half a px on a map of a large country. */
function outline(
  { geometry, properties }: Feature<Geometry, GeoJsonProperties>,
  isWanted: (polygon: Position[][]) => boolean = () => true,
): Outline[] {
  const named = { type: 'Feature', properties: { name: nameOf(properties) } } as const;
  const rounded = (polygon: Position[][]): Position[][] =>
    polygon.map((ring) => ring.map((position) => position.map(hundredth)));
  if (geometry.type === 'Polygon') {
    if (!isWanted(geometry.coordinates)) return [];
    return [{ ...named, geometry: { type: 'Polygon', coordinates: rounded(geometry.coordinates) } }];
  }
  if (geometry.type !== 'MultiPolygon') return [];
  const coordinates = geometry.coordinates.filter(isWanted).map(rounded);
  return [{ ...named, geometry: { type: 'MultiPolygon', coordinates } }];
}

function hundredth(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}

type Box = readonly [west: number, south: number, east: number, north: number];

function polygonsOf(geometry: Outline['geometry']): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function boxOf(polygons: readonly Position[][][]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [ring = []] of polygons)
    for (const [lon = NaN, lat = NaN] of ring) {
      if (lon < west) west = lon;
      if (lon > east) east = lon;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  return [west, south, east, north];
}

/** Whether two boxes lie within so many degrees of each other. */
function near(a: Box, b: Box, degrees: number): boolean {
  return a[0] <= b[2] + degrees && a[2] >= b[0] - degrees && a[1] <= b[3] + degrees && a[3] >= b[1] - degrees;
}
