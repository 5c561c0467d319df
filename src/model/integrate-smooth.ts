/** A Gauss–Legendre rule on −1 … 1: the integral of a smooth f is Σ weights[i] f(nodes[i]). */
export interface SmoothRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
  /** Distance of the nodes below the middle from it, from the lowest up, in lengths of the whole span. */
  readonly offsets: Float64Array;
}

const two = rule([[0.577350269189626, 1]]);
const three = rule([
  [0, 8 / 9],
  [0.774596669241483, 5 / 9],
]);
const five = rule([
  [0, 0.568888888888889],
  [0.538469310105683, 0.478628670499366],
  [0.906179845938664, 0.236926885056189],
]);
/** Panels in units of the scale: at 2.5 the rule of five points errs on an exponential by 4e-9 of its value. */
const panelScales = 2.5;

export interface SmoothSpan {
  readonly from: number;
  readonly to: number;
  /** Shortest time over which what is integrated changes by a factor of e. */
  readonly scale: number;
}

/** Into how many panels a length is cut, given in units of the scale. */
export function panelsOf(length: number): number {
  return length > panelScales ? Math.ceil(length / panelScales) : 1;
}

/** The rule for a panel so long, in units of the scale: on an exponential it errs by at most 4e-9 of its value. */
export function ruleFor(length: number): SmoothRule {
  return length <= 0.06 ? two : length <= 0.4 ? three : five;
}

/** The integral of a smooth function of time. */
export function integrateSmooth({ from, to, scale }: SmoothSpan, f: (x: number) => number): number {
  const panels = panelsOf((to - from) / scale);
  const half = (to - from) / panels / 2;
  const { nodes, weights } = ruleFor((2 * half) / scale);
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    const middle = from + (2 * panel + 1) * half;
    for (let i = 0; i < nodes.length; i++) sum += weights[i]! * half * f(middle + nodes[i]! * half);
  }
  return sum;
}

/** From the nodes that are not negative, with their weights. */
function rule(upper: readonly (readonly [node: number, weight: number])[]): SmoothRule {
  const mirrored = upper.filter(([node]) => node > 0).map(([node, weight]) => [-node, weight] as const);
  const all = [...mirrored, ...upper].toSorted(([a], [b]) => a - b);
  return {
    nodes: Float64Array.from(all, ([node]) => node),
    weights: Float64Array.from(all, ([, weight]) => weight),
    offsets: Float64Array.from(
      all.filter(([node]) => node < 0),
      ([node]) => -node / 2,
    ),
  };
}
