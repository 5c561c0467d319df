/** A circle on a map with the size of its label, in px. */
export interface LabelledCircle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly labelWidth: number;
  readonly labelHeight: number;
}

/** A box, by its corners. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a label lies, and the end of the line that leads to it from the circle; no line where it lies beside it. */
export interface PlacedLabel extends Box {
  readonly leaderX: number;
  readonly leaderY: number;
  readonly leads: boolean;
}

const distances = [3, 12, 24, 40, 58, 80, 105, 135, 170];
const directions = Array.from({ length: 24 }, (_, i) => (i * Math.PI) / 12);
/** How often every label is placed anew, given all the others. */
const ROUNDS = 4;
/** With more circles than this one order has to do: time grows with their square. */
const MANY = 20;
/** Beyond it a label needs a line to its circle. */
const LEADERLESS = 8;

/**
 * Gives every circle's label the best of a few hundred places: off other labels and circles, inside the map, near its own
 * circle, its leader crossing nothing. They choose in turn until none moves; what comes out depends on who begins, so
 * several orders are tried and the best is kept. No chance in it. On a map too full for them, a label that would still lie
 * on one of an earlier circle, on half of another circle or on what is written there already, is left out: undefined.
 */
export function placeLabels(circles: readonly LabelledCircle[], map: MapRoom): (PlacedLabel | undefined)[] {
  const indices = circles.map((_, i) => i);
  const crowd = circles.map((a) => circles.filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < 80).length);
  const by = (rank: (i: number) => number): number[] => [...indices].sort((i, j) => rank(i) - rank(j) || i - j);
  const orders = [
    by((i) => -crowd[i]!),
    by((i) => crowd[i]!),
    ...directions
      .filter((_, d) => d % 4 === 0)
      .map((angle) => by((i) => Math.cos(angle) * circles[i]!.x + Math.sin(angle) * circles[i]!.y)),
  ];
  const choices = circles.map(candidates);
  let best: PlacedLabel[] = [];
  let least = Infinity;
  for (const order of circles.length > MANY ? orders.slice(0, 1) : orders) {
    const placed = settle({ order, choices, circles, map });
    const cost = indices.reduce(
      (sum, i) => sum + costOf(placed[i]!, givenTo(i, { placed, circles, map }), Infinity),
      0,
    );
    if (cost < least) [least, best] = [cost, placed];
  }
  const kept: PlacedLabel[] = [];
  const hides = (label: PlacedLabel, { radius, ...circle }: LabelledCircle): boolean =>
    overlap(label, around({ radius, ...circle })) > 2 * radius * radius;
  return best.map((label, i) => {
    if (kept.some((other) => overlap(label, other) > 0)) return undefined;
    if (circles.some((circle, j) => j !== i && hides(label, circle))) return undefined;
    if (map.blocked.some((box) => overlap(label, box) > 0)) return undefined;
    kept.push(label);
    return label;
  });
}

/** Every label in turn takes its best place, given the others', until none moves. */
function settle(given: {
  readonly order: readonly number[];
  readonly choices: readonly PlacedLabel[][];
  readonly circles: readonly LabelledCircle[];
  readonly map: MapRoom;
}): PlacedLabel[] {
  const { order, choices, circles, map } = given;
  const placed: (PlacedLabel | undefined)[] = circles.map(() => undefined);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const i of order) {
      const about = givenTo(i, { placed, circles, map });
      const before = placed[i];
      let least = before ? costOf(before, about, Infinity) : Infinity;
      for (const candidate of choices[i]!) {
        const cost = costOf(candidate, about, least);
        if (cost < least) [least, placed[i]] = [cost, candidate];
      }
      moved ||= placed[i] !== before;
    }
    if (!moved) break;
  }
  return placed.flatMap((label) => (label ? [label] : []));
}

function givenTo(
  self: number,
  given: { readonly placed: readonly (PlacedLabel | undefined)[] } & Pick<Given, 'circles' | 'map'>,
): Given {
  const { placed, circles, map } = given;
  const others = placed.flatMap((label, j) => (label && j !== self ? [{ label, circle: circles[j]! }] : []));
  return { self, circles, others, map };
}

/** The panel, in px, and lines that labels had better not cross. */
export interface MapRoom {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  /** What is written there already. */
  readonly blocked: readonly Box[];
}

function candidates({ x, y, radius, labelWidth, labelHeight }: LabelledCircle): PlacedLabel[] {
  return distances.flatMap((distance) =>
    directions.map((angle): PlacedLabel => {
      const [right, down] = [Math.cos(angle), Math.sin(angle)];
      const [nearX, nearY] = [x + right * (radius + distance), y + down * (radius + distance)];
      // The box touches the near point with the side, or the corner, that faces the circle.
      const [left, top] = [nearX - ((1 - right) / 2) * labelWidth, nearY - ((1 - down) / 2) * labelHeight];
      return {
        left,
        top,
        right: left + labelWidth,
        bottom: top + labelHeight,
        leaderX: nearX,
        leaderY: nearY,
        leads: distance > LEADERLESS,
      };
    }),
  );
}

interface Given {
  readonly self: number;
  readonly circles: readonly LabelledCircle[];
  readonly others: readonly { readonly label: PlacedLabel; readonly circle: LabelledCircle }[];
  readonly map: MapRoom;
}

/** What is wrong with a place, in px of distance; once it is `enough` it is not reckoned to the end. */
function costOf(label: PlacedLabel, { self, circles, others, map }: Given, enough: number): number {
  const own = circles[self]!;
  const leader = { from: own, to: { x: label.leaderX, y: label.leaderY } };
  const outside =
    Math.max(0, -label.left) +
    Math.max(0, label.right - map.width) +
    Math.max(0, -label.top) +
    Math.max(0, label.bottom - map.height);
  const far = Math.hypot(label.leaderX - own.x, label.leaderY - own.y) - own.radius;
  let cost = 100_000 * outside + far + 2 * Math.max(0, far - 40);
  // Beside its circle on the right reads best.
  cost += 0.06 * Math.abs(label.top + label.bottom - 2 * own.y) + (label.left < own.x ? 2 : 0);
  for (let i = 0; i < circles.length && cost < enough; i++) {
    const circle = circles[i]!;
    cost += 3 * overlap(label, around(circle));
    if (i !== self && label.leads && distanceToLine(circle, leader) < circle.radius) cost += 150;
  }
  for (const box of map.blocked) cost += 20 * overlap(label, box);
  for (const other of others) {
    if (cost >= enough) return cost;
    cost += 20 * overlap(grown(label), grown(other.label));
  }
  for (const line of map.lines) {
    if (cost >= enough) return cost;
    if (crosses(line, label)) cost += 40;
  }
  for (const other of others) {
    if (cost >= enough) return cost;
    const otherLeader = { from: other.circle, to: { x: other.label.leaderX, y: other.label.leaderY } };
    if (label.leads && crosses(leader, other.label)) cost += 400;
    if (other.label.leads && crosses(otherLeader, label)) cost += 400;
    if (label.leads && other.label.leads && meet(leader, otherLeader)) cost += 300;
  }
  return cost;
}

/** The box around a circle. */
export function around({ x, y, radius }: Point & { readonly radius: number }): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Line {
  readonly from: Point;
  readonly to: Point;
}

function grown({ left, top, right, bottom }: Box): Box {
  return { left: left - 2, top: top - 1, right: right + 2, bottom: bottom + 1 };
}

/** Area that two boxes share, px². */
export function overlap(a: Box, b: Box): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}

function distanceToLine({ x, y }: Point, { from, to }: Line): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}

function crosses(line: Line, box: Box): boolean {
  const corners = [
    { x: box.left, y: box.top },
    { x: box.right, y: box.top },
    { x: box.right, y: box.bottom },
    { x: box.left, y: box.bottom },
  ];
  return corners.some((from, i) => meet(line, { from, to: corners[(i + 1) % 4]! }));
}

function meet(a: Line, b: Line): boolean {
  const side = (line: Line, p: Point): number =>
    (line.to.x - line.from.x) * (p.y - line.from.y) - (line.to.y - line.from.y) * (p.x - line.from.x);
  return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;
}
