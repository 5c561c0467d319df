import type { City } from './geography.js';
import type { MapProjection } from './map-projection.js';
import { overlap, type Box, type Point } from './place-labels.js';
import { textWidth } from './text-width.js';
import { size } from './theme.js';

/** A town as it is drawn: its dot, and its name by the corner at the top left, px. */
export interface PlacedTown extends Point {
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

const DOT = 3;
const GAP = 3;
const HEIGHT = size.lineHeight - 3;

/**
 * Towns that have room for dot and name, in the order given (the largest first), off everything in `blocked` (bases,
 * their names, arrows, the scale) and off each other. One without room is left out: an unnamed dot orients nobody.
 */
export function placeTowns(
  cities: readonly City[],
  { map, blocked }: { readonly map: MapProjection; readonly blocked: readonly Box[] },
): PlacedTown[] {
  const taken = [...blocked];
  const placed: PlacedTown[] = [];
  for (const { name, lat, lon } of cities) {
    const at = map.at({ lat, lon });
    const dot = { left: at.x - DOT, right: at.x + DOT, top: at.y - DOT, bottom: at.y + DOT };
    if (!isFree(dot)) continue;
    const box = besides(at, textWidth(name, { size: size.text })).find(isFree);
    if (!box) continue;
    taken.push(dot, box);
    placed.push({ ...at, text: name, left: box.left, top: box.top });
  }
  return placed;

  function isFree(box: Box): boolean {
    const inside = box.left >= 0 && box.top >= 0 && box.right <= map.width && box.bottom <= map.height;
    return inside && taken.every((other) => overlap(box, other) === 0);
  }
}

/** Where a name may stand: to the right of its dot, to the left, above, below. */
function besides({ x, y }: Point, width: number): Box[] {
  const boxAt = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + HEIGHT });
  const [middle, centre] = [y - HEIGHT / 2, x - width / 2];
  return [
    boxAt(x + DOT + GAP, middle),
    boxAt(x - DOT - GAP - width, middle),
    boxAt(centre, y - DOT - HEIGHT),
    boxAt(centre, y + DOT),
  ];
}
