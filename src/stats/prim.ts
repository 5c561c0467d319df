import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';

/** States of the world, and which of them are cases of interest. */
export interface Cases {
  /** By number: its value in each state. */
  readonly columns: readonly ArrayLike<number>[];
  /** By state: 1 where it is a case of interest, else 0. */
  readonly isCase: ArrayLike<number>;
}

/** Limits of one number; infinite where it is not restricted. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

export interface Box {
  /** By number. */
  readonly limits: readonly Limits[];
  /** Share of all cases of interest that lie in it. */
  readonly coverage: number;
  /** Share of the states in it that are cases of interest. */
  readonly density: number;
  /** Share of all states that lie in it. */
  readonly mass: number;
  /** Numbers that are restricted. */
  readonly restricted: readonly number[];
}

/** Share of the states in a box that one peel takes off. */
const peel = 0.05;
/** A box with a smaller share of the states is not looked for. */
const leastMass = 0.05;

/**
 * The peeling trajectory of the patient rule induction method (Friedman and Fisher 1999): from the box that holds all
 * states, each time the slice of about 5 % is taken off after which the density is highest. Cases of
 * interest and others must both be there, else there is nothing but the first box.
 */
export function peelingTrajectory(cases: Cases): Box[] {
  const n = cases.isCase.length;
  let limits: Limits[] = cases.columns.map(() => ({ low: -Infinity, high: Infinity }));
  const boxes = [boxOf(cases, limits)];
  for (;;) {
    const inside = statesIn(cases, limits);
    const best = bestPeel(cases, { limits, inside });
    if (!best || best.left < leastMass * n) return boxes;
    limits = limits.map((each, c) => (c === best.column ? best.limits : each));
    const box = boxOf(cases, limits);
    boxes.push(box);
    if (box.density === 1) return boxes;
  }
}

/**
 * The box with what peeling took off too much put back (pasting): each time the slice of about 5 % beyond one of its limits
 * after which the density is highest, as long as that is not lower than before.
 */
export function pastedBox(cases: Cases, box: Box): Box {
  const slice = Math.max(1, Math.floor(peel * box.mass * cases.isCase.length));
  const wider = box.limits.flatMap((each, column) => [
    ...(each.low > -Infinity
      ? [{ column, limits: { low: nextOut(cases, { box, column, slice, side: -1 }), high: each.high } }]
      : []),
    ...(each.high < Infinity
      ? [{ column, limits: { low: each.low, high: nextOut(cases, { box, column, slice, side: 1 }) } }]
      : []),
  ]);
  const boxes = wider.map(({ column, limits }) =>
    boxOf(
      cases,
      box.limits.map((each, c) => (c === column ? limits : each)),
    ),
  );
  const best = boxes.reduce<Box | undefined>(
    (found, each) => (found && found.density >= each.density ? found : each),
    undefined,
  );
  return best && best.density >= box.density ? pastedBox(cases, best) : box;
}

/** The limit of one side moved out by about so many states that all other limits let in; infinite where there are no more. */
function nextOut(
  cases: Cases,
  about: { readonly box: Box; readonly column: number; readonly slice: number; readonly side: 1 | -1 },
): number {
  const { box, column, slice, side } = about;
  const { low, high } = box.limits[column]!;
  const open = box.limits.map((each, c) =>
    c !== column ? each : side === 1 ? { low, high: Infinity } : { low: -Infinity, high },
  );
  const values = cases.columns[column]!;
  // By how far they lie outside, so that both sides read alike.
  const beyond = Float64Array.from(statesIn(cases, open), (i) => side * values[i]!)
    .filter((value) => value > (side === 1 ? high : -low))
    .sort();
  const last = beyond[slice - 1];
  const next = last === undefined ? undefined : beyond.find((value) => value > last);
  return last === undefined || next === undefined ? side * Infinity : (side * (last + next)) / 2;
}

/** The box that balances coverage and density best: the largest harmonic mean of the two. */
export function balancedBox(boxes: readonly Box[]): Box {
  const balance = ({ coverage, density }: Box): number =>
    coverage + density === 0 ? 0 : (2 * coverage * density) / (coverage + density);
  return boxes.reduce((best, box) => (balance(box) > balance(best) ? box : best));
}

/**
 * Quasi-p of each restriction (Bryant and Lempert 2010): the chance of at least as many cases of interest in the box if
 * that restriction did nothing, that is with the density of the box without it. Not a test: the box was searched for.
 */
export function quasiP(cases: Cases, box: Box): { readonly column: number; readonly value: number }[] {
  const states = Math.round(box.mass * cases.isCase.length);
  const hits = Math.round(box.density * states);
  return box.restricted.map((column) => {
    const { density } = boxOf(cases, withoutLimit(box.limits, column));
    return { column, value: 1 - binomialCdf(hits - 1, states, density) };
  });
}

/** The box without restrictions whose quasi-p is above `most`, the weakest taken away first. */
export function prunedBox(cases: Cases, { box, most }: { readonly box: Box; readonly most: number }): Box {
  const [weakest] = quasiP(cases, box).toSorted((a, b) => b.value - a.value);
  if (!weakest || weakest.value <= most) return box;
  return prunedBox(cases, { box: boxOf(cases, withoutLimit(box.limits, weakest.column)), most });
}

function withoutLimit(limits: readonly Limits[], column: number): Limits[] {
  return limits.map((each, c) => (c === column ? { low: -Infinity, high: Infinity } : each));
}

function boxOf(cases: Cases, limits: readonly Limits[]): Box {
  const inside = statesIn(cases, limits);
  const hits = inside.reduce((sum, i) => sum + cases.isCase[i]!, 0);
  let all = 0;
  for (let i = 0; i < cases.isCase.length; i++) all += cases.isCase[i]!;
  return {
    limits,
    coverage: all === 0 ? 0 : hits / all,
    density: inside.length === 0 ? 0 : hits / inside.length,
    mass: inside.length / cases.isCase.length,
    restricted: limits.flatMap(({ low, high }, c) => (low > -Infinity || high < Infinity ? [c] : [])),
  };
}

function statesIn({ columns, isCase }: Cases, limits: readonly Limits[]): number[] {
  const inside: number[] = [];
  for (let i = 0; i < isCase.length; i++)
    if (limits.every(({ low, high }, c) => columns[c]![i]! >= low && columns[c]![i]! <= high)) inside.push(i);
  return inside;
}

interface Peel {
  readonly column: number;
  readonly limits: Limits;
  readonly left: number;
  readonly density: number;
}

function bestPeel(
  { columns, isCase }: Cases,
  { limits, inside }: { readonly limits: readonly Limits[]; readonly inside: readonly number[] },
): Peel | undefined {
  const off = Math.max(1, Math.floor(peel * inside.length));
  let best: Peel | undefined;
  columns.forEach((values, column) => {
    const sorted = Float64Array.from(inside, (i) => values[i]!).sort();
    const [first, last] = [sorted[0]!, sorted.at(-1)!];
    // Equal values stay together, so that a slice may be thicker than wished.
    const low = sorted.find((value, rank) => rank >= off && value > first);
    const high = sorted.findLast((value, rank) => rank < sorted.length - off && value < last);
    const sides: Limits[] = [
      ...(low === undefined ? [] : [{ low: between(sorted, low), high: limits[column]!.high }]),
      ...(high === undefined ? [] : [{ low: limits[column]!.low, high: betweenAbove(sorted, high) }]),
    ];
    for (const side of sides) {
      let [left, hits] = [0, 0];
      for (const i of inside) {
        if (values[i]! < side.low || values[i]! > side.high) continue;
        left++;
        hits += isCase[i]!;
      }
      const density = left === 0 ? 0 : hits / left;
      if (!best || density > best.density) best = { column, limits: side, left, density };
    }
  });
  return best;
}

/** Half way from the next smaller value to this one: a limit that no state decides alone. */
function between(sorted: Float64Array, value: number): number {
  const smaller = sorted.findLast((each) => each < value) ?? value;
  return (smaller + value) / 2;
}

function betweenAbove(sorted: Float64Array, value: number): number {
  const larger = sorted.find((each) => each > value) ?? value;
  return (larger + value) / 2;
}
