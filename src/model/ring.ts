/** Corners of an outline in order, each [longitude, latitude] in degrees; the first may stand again at the end. */
export type Ring = readonly (readonly number[])[];

/** What keeps corners from being an outline, as a rule that it must follow; undefined where nothing does. */
export function ringRule(ring: Ring): string | undefined {
  const corners = openRing(ring);
  const distinct = new Set(corners.map(([lon, lat]) => `${lon} ${lat}`)).size;
  if (distinct < 3) return `must have at least three different corners, has ${distinct}`;
  if (distinct < corners.length) return 'must pass each corner once';
  const lons = corners.map(([lon = 0]) => lon);
  if (Math.max(...lons) - Math.min(...lons) > 180)
    return 'must span at most 180 degrees of longitude: one across the date line needs a ring on each side';
  const crossing = firstCrossing(corners);
  if (crossing) return `must not cross itself: its sides ${crossing[0]} and ${crossing[1]} do`;
  return undefined;
}

/** Whether a place lies in an outline: a ray to the east crosses its sides an odd number of times. Flat, which does at town level. */
export function ringHolds(ring: Ring, place: { readonly lon: number; readonly lat: number }): boolean {
  let inside = false;
  for (const [from, to] of sidesOf(openRing(ring))) {
    const [[fromLon, fromLat], [toLon, toLat]] = [pair(from), pair(to)];
    if (fromLat > place.lat === toLat > place.lat) continue;
    const at = fromLon + ((place.lat - fromLat) / (toLat - fromLat)) * (toLon - fromLon);
    if (at > place.lon) inside = !inside;
  }
  return inside;
}

/** Without the first corner again at the end. */
function openRing(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)];
  const closed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return closed ? ring.slice(0, -1) : ring;
}

type Corner = readonly number[];

function sidesOf(corners: Ring): (readonly [Corner, Corner])[] {
  return corners.map((from, i) => [from, corners[(i + 1) % corners.length] ?? from]);
}

/** The first two sides, by number from 0, that meet other than at a shared corner. */
function firstCrossing(corners: Ring): readonly [number, number] | undefined {
  const sides = sidesOf(corners);
  for (const [i, [a, b]] of sides.entries())
    for (const [j, [c, d]] of sides.entries()) {
      if (j <= i + 1 || (i === 0 && j === sides.length - 1)) continue;
      if (turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0) return [i, j];
    }
  return undefined;
}

/** Above 0 where the way from a over b to c turns left. */
function turn(a: Corner, b: Corner, c: Corner): number {
  const [[ax, ay], [bx, by], [cx, cy]] = [pair(a), pair(b), pair(c)];
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

function pair([lon = NaN, lat = NaN]: Corner): [number, number] {
  return [lon, lat];
}
