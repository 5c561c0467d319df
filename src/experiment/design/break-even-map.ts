/** What is known at one point: the difference is below zero, above it, or its interval holds zero. */
export type Side = 'below' | 'above' | 'unresolved';

/** A rectangle of the map, in steps of the finest lattice, and what is known of it. */
export interface MapCell {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** What all four corners agree on; else unresolved: a border runs through it, or nothing is told. */
  readonly side: Side;
}

/** How finely a map is divided. */
export interface MapShape {
  /** Steps along a side of the whole map: a power of two. */
  readonly steps: number;
  /** Side of the first cells, in steps. */
  readonly coarse: number;
}

export type CornerKey = `${number} ${number}`;

/** Side of a corner by its place on the lattice. */
export type KnownCorners = ReadonlyMap<CornerKey, Side>;

/** Cells of a map, divided in four wherever their corners do not agree, down to the finest; and the corners still to be looked at. */
export function mapCells(
  { steps, coarse }: MapShape,
  known: KnownCorners,
): { readonly cells: readonly MapCell[]; readonly missing: readonly (readonly [x: number, y: number])[] } {
  const cells: MapCell[] = [];
  const missing = new Map<CornerKey, readonly [number, number]>();
  const visit = (x: number, y: number, size: number): void => {
    const corners = [
      [x, y],
      [x + size, y],
      [x, y + size],
      [x + size, y + size],
    ] as const;
    const sides = corners.map(([cx, cy]) => known.get(`${cx} ${cy}`));
    corners.forEach((corner, i) => {
      if (sides[i] === undefined) missing.set(`${corner[0]} ${corner[1]}`, corner);
    });
    if (sides.includes(undefined)) return;
    const agreed = sides.every((side) => side === sides[0]) ? sides[0]! : undefined;
    // Corners that all tell nothing are not worth looking closer at: that takes more replications, not more points.
    if (agreed !== undefined || size === 1) {
      cells.push({ x, y, size, side: agreed ?? 'unresolved' });
      return;
    }
    const half = size / 2;
    for (const [dx, dy] of [
      [0, 0],
      [half, 0],
      [0, half],
      [half, half],
    ] as const)
      visit(x + dx, y + dy, half);
  };
  for (let x = 0; x < steps; x += coarse) for (let y = 0; y < steps; y += coarse) visit(x, y, coarse);
  return { cells, missing: [...missing.values()] };
}

/** The side on which an interval lies. */
export function sideOf({ low, high }: { readonly low: number; readonly high: number }): Side {
  return high < 0 ? 'below' : low > 0 ? 'above' : 'unresolved';
}
