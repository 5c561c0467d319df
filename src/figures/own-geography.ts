import type { Position } from 'geojson';
import type { Scenario } from '../model/scenario/schema.js';
import type { Geography, Outline } from './geography.js';

type OwnMap = NonNullable<Scenario['map']>;

/** The geography of a scenario that brings a map of its own, in the form in which countries of the atlas are drawn. */
export function ownGeography({ name, outline, islands, neighbours, cities }: OwnMap): Geography {
  return {
    country: outlineOf(name, [outline, ...islands]),
    neighbours: neighbours.map((neighbour) => outlineOf(neighbour.name ?? '', [neighbour.outline])),
    cities,
    note: `Outline of ${name} as the scenario gives it.`,
  };
}

function outlineOf(name: string, rings: readonly Position[][]): Outline {
  const coordinates = rings.map((ring) => [clockwise(ring)]);
  return { type: 'Feature', properties: { name }, geometry: { type: 'MultiPolygon', coordinates } };
}

/** Closed and clockwise: on a sphere the other turn would mean all the rest of the earth. */
function clockwise(ring: Position[]): Position[] {
  const [first = [], last = []] = [ring[0], ring.at(-1)];
  const closed = first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
  return twiceArea(closed) <= 0 ? closed : closed.toReversed();
}

/** Twice the area of a closed ring on flat paper; above 0 where it is counterclockwise. */
function twiceArea(ring: readonly Position[]): number {
  return ring.slice(1).reduce((sum, [lon = 0, lat = 0], i) => {
    const [beforeLon = 0, beforeLat = 0] = ring[i] ?? [];
    return sum + beforeLon * lat - lon * beforeLat;
  }, 0);
}
