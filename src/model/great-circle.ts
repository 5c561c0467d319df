interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Great-circle distance in km on a sphere of radius 6,371.0088 km (haversine form, good at short range). */
export function greatCircleKm(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)));
}
