import type { Position } from 'geojson';
import { figure } from './number-text.js';
import { loadGeography } from '../render/load-geography.js';
import { greatCircleKm } from '../model/great-circle.js';
import { field, keysOf } from '../model/scenario/reference-faults.js';
import { valueText, type Fault } from '../model/scenario/fault.js';

/** A country with the rings of its polygons, outer ones and holes, as [longitude, latitude]. */
export interface CountryOutline {
  readonly country: string;
  readonly rings: readonly (readonly Position[])[];
}

/** The outline of a country by its English name; undefined where there is none of that name. */
export async function countryOutline(country: string): Promise<CountryOutline | undefined> {
  const { country: found } = await loadGeography(country);
  if (!found) return undefined;
  const { geometry } = found;
  return { country, rings: geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat() };
}

interface Place {
  readonly lat: number;
  readonly lon: number;
}

/** Nearer than this to the country a base is where it was meant to be. */
const nearKm = 250;
/** Farther than this it can hardly belong to what happens in the country. */
const farKm = 1500;

/** Bases whose latitude and longitude change places: far from the country as written, within it the other way round. */
export function swappedLocationFaults(input: unknown, { country, rings }: CountryOutline): Fault[] {
  return keysOf(field(input, 'bases')).flatMap((base): Fault[] => {
    const place = placeOf(field(input, 'bases', base, 'location'));
    if (!place || distanceKm(place, rings) < nearKm) return [];
    const { lat, lon } = place;
    if (!isInside({ lat: lon, lon: lat }, rings)) return [];
    const rule = `must lie in or near ${country}`;
    return [
      {
        path: `bases.${base}.location`,
        value: place,
        rule,
        hint: `lat and lon look swapped: lat ${lon}, lon ${lat} lies there`,
      },
    ];
  });
}

/** Bases that lie very far from the country, as lines to warn with. */
export function farLocationWarnings(
  bases: Readonly<Record<string, { readonly location: Place }>>,
  { country, rings }: CountryOutline,
): string[] {
  return Object.entries(bases).flatMap(([base, { location }]) => {
    const km = distanceKm(location, rings);
    if (km < farKm) return [];
    return `bases.${base}.location ${valueText(location)} lies ${figure(Math.round(km / 100) * 100)} km from ${country}: is it meant? The map shows both.`;
  });
}

function placeOf(node: unknown): Place | undefined {
  const [lat, lon] = [field(node, 'lat'), field(node, 'lon')];
  return typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : undefined;
}

/** To the nearest corner of the outline; 0 within it. */
function distanceKm(place: Place, rings: CountryOutline['rings']): number {
  if (isInside(place, rings)) return 0;
  let nearest = Infinity;
  for (const ring of rings)
    for (const [lon = NaN, lat = NaN] of ring) nearest = Math.min(nearest, greatCircleKm(place, { lat, lon }));
  return nearest;
}

/** Whether a line northwards crosses the rings an odd number of times. */
function isInside({ lat, lon }: Place, rings: CountryOutline['rings']): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([x1 = NaN, y1 = NaN], i) => {
      const [x2 = NaN, y2 = NaN] = ring[i + 1] ?? ring[0] ?? [];
      if (x1 > lon !== x2 > lon && lat < y1 + ((lon - x1) / (x2 - x1)) * (y2 - y1)) inside = !inside;
    });
  }
  return inside;
}
