import type { Geography, Outline } from './geography.js';

export interface Place {
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
}

/** Mercator's projection as Vega draws it, and where it puts a place. Right angles stay right: a town level map needs no more. */
export interface MapProjection {
  readonly width: number;
  readonly height: number;
  /** px per radian of longitude. */
  readonly scale: number;
  readonly translate: [x: number, y: number];
  /** Kilometres to the px in the middle of the map. */
  readonly kmPerPx: number;
  readonly at: (place: Place) => { readonly x: number; readonly y: number };
}

const radians = Math.PI / 180;
const EARTH_KM = 6371;

/** Fits the bases, and the parts of the country that hold them, into `width` px and a height that follows. */
export function fitProjection(
  bases: readonly Place[],
  geography: Geography,
  room: { readonly width: number; readonly least: number; readonly most: number; readonly margin: number },
): MapProjection {
  const places = [...bases, ...(geography.country ? homeland(geography.country, bases) : [])];
  const x = range(places.map(({ lon }) => lon * radians));
  const y = range(places.map(({ lat }) => northing(lat)));
  const inner = room.width - 2 * room.margin;
  // Half a degree at least, so that a single base does not fill the world.
  const scale = Math.min(
    inner / Math.max(x.span, radians / 2),
    (room.most - 2 * room.margin) / Math.max(y.span, radians / 2),
  );
  const height = Math.round(Math.max(room.least, y.span * scale + 2 * room.margin));
  const translate: [number, number] = [room.width / 2 - x.middle * scale, height / 2 + y.middle * scale];
  const latitude = 2 * Math.atan(Math.exp(y.middle)) - Math.PI / 2;
  return {
    width: room.width,
    height,
    scale,
    translate,
    kmPerPx: (EARTH_KM * Math.cos(latitude)) / scale,
    at: ({ lon, lat }) => ({ x: translate[0] + lon * radians * scale, y: translate[1] - northing(lat) * scale }),
  };
}

function northing(lat: number): number {
  const cut = Math.max(-85, Math.min(85, lat));
  return Math.log(Math.tan(Math.PI / 4 + (cut * radians) / 2));
}

function range(values: readonly number[]): { readonly middle: number; readonly span: number } {
  const [low, high] = values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
  return { middle: (low + high) / 2, span: high - low };
}

/** Corners of the parts of a country whose box holds a base; of all its parts where none does. */
function homeland({ geometry }: Outline, bases: readonly Place[]): Place[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const boxes = polygons.map(([ring = []]) => {
    const lon = ring.map(([degrees = 0]) => degrees);
    const lat = ring.map(([, degrees = 0]) => degrees);
    return { west: Math.min(...lon), east: Math.max(...lon), south: Math.min(...lat), north: Math.max(...lat) };
  });
  const holding = boxes.filter(({ west, east, south, north }) =>
    bases.some(({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north),
  );
  return (holding.length > 0 ? holding : boxes).flatMap(({ west, east, south, north }) => [
    { lon: west, lat: south },
    { lon: east, lat: north },
  ]);
}
