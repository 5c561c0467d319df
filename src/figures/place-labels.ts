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
  const boxes = circles.map(around);
  const choices = circles.map((circle, self) => choicesOf(candidates(circle), { self, circles, boxes, map }));
  let best: PlacedLabel[] = [];
  let least = Infinity;
  for (const order of circles.length > MANY ? orders.slice(0, 1) : orders) {
    const placed = settle({ order, choices });
    const cost = indices.reduce((sum, i) => sum + costOf(placed[i]!, othersThan(i, placed)), 0);
    if (cost < least) [least, best] = [cost, placed.map(({ label }) => label)];
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

/** A place for a label, with what is wrong with it whatever the other labels do. */
interface Choice {
  readonly circle: LabelledCircle;
  readonly label: PlacedLabel;
  readonly ownCost: number;
}

/** The least costly first: with the others a place costs more, so that the search may stop at the first that costs enough alone. */
function choicesOf(labels: readonly PlacedLabel[], given: Alone): Choice[] {
  return labels
    .map((label) => ({ circle: given.circles[given.self]!, label, ownCost: ownCostOf(label, given) }))
    .sort((a, b) => a.ownCost - b.ownCost);
}

/** Every label in turn takes its best place, given the others', until none moves. */
function settle(given: { readonly order: readonly number[]; readonly choices: readonly Choice[][] }): Choice[] {
  const { order, choices } = given;
  const placed: (Choice | undefined)[] = choices.map(() => undefined);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const i of order) {
      const others = othersThan(i, placed);
      const before = placed[i];
      let least = before ? costOf(before, others) : Infinity;
      for (const choice of choices[i]!) {
        if (choice.ownCost >= least) break;
        const cost = costOf(choice, others, least);
        if (cost < least) [least, placed[i]] = [cost, choice];
      }
      moved ||= placed[i] !== before;
    }
    if (!moved) break;
  }
  return placed.flatMap((choice) => (choice ? [choice] : []));
}

function othersThan(self: number, placed: readonly (Choice | undefined)[]): Choice[] {
  return placed.flatMap((choice, j) => (choice && j !== self ? [choice] : []));
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

interface Alone {
  readonly self: number;
  readonly circles: readonly LabelledCircle[];
  /** Around the circles. */
  readonly boxes: readonly Box[];
  readonly map: MapRoom;
}

/** What is wrong with a place, in px of distance, were there no other label. */
function ownCostOf(label: PlacedLabel, { self, circles, boxes, map }: Alone): number {
  const own = circles[self]!;
  const leader = leaderOf({ label, circle: own });
  const outside =
    Math.max(0, -label.left) +
    Math.max(0, label.right - map.width) +
    Math.max(0, -label.top) +
    Math.max(0, label.bottom - map.height);
  const far = Math.hypot(label.leaderX - own.x, label.leaderY - own.y) - own.radius;
  let cost = 100_000 * outside + far + 2 * Math.max(0, far - 40);
  // Beside its circle on the right reads best.
  cost += 0.06 * Math.abs(label.top + label.bottom - 2 * own.y) + (label.left < own.x ? 2 : 0);
  for (const box of boxes) cost += 3 * overlap(label, box);
  if (label.leads)
    for (const circle of circles) if (circle !== own && distanceToLine(circle, leader) < circle.radius) cost += 150;
  for (const box of map.blocked) cost += 20 * overlap(label, box);
  for (const line of map.lines) if (crosses(line, label)) cost += 40;
  return cost;
}

/** The same among other labels; once it is `enough` it is not reckoned to the end. */
function costOf({ circle, label, ownCost }: Choice, others: readonly Choice[], enough = Infinity): number {
  const grownLabel = grown(label);
  let cost = ownCost;
  for (const other of others) cost += 20 * overlap(grownLabel, grown(other.label));
  const leader = leaderOf({ label, circle });
  for (const other of others) {
    if (cost >= enough) return cost;
    if (label.leads && crosses(leader, other.label)) cost += 400;
    if (!other.label.leads) continue;
    const otherLeader = leaderOf(other);
    if (crosses(otherLeader, label)) cost += 400;
    if (label.leads && meet(leader, otherLeader)) cost += 300;
  }
  return cost;
}

function leaderOf({ label, circle }: Pick<Choice, 'label' | 'circle'>): Line {
  return { from: circle, to: { x: label.leaderX, y: label.leaderY } };
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
  const [right, down] = [x - from.x - along * dx, y - from.y - along * dy];
  return Math.sqrt(right * right + down * down);
}

function crosses(line: Line, box: Box): boolean {
  // Most lie far apart.
  if (Math.max(line.from.x, line.to.x) < box.left || Math.min(line.from.x, line.to.x) > box.right) return false;
  if (Math.max(line.from.y, line.to.y) < box.top || Math.min(line.from.y, line.to.y) > box.bottom) return false;
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
