const nodes = [-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664];
const weights = [0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366, 0.236926885056189];
/** Panels in units of the scale: at 2.5 the rule's error on an exponential is 4e-9 of its value. */
const panelScales = 2.5;

export interface SmoothSpan {
  readonly from: number;
  readonly to: number;
  /** Shortest time over which what is integrated changes by a factor of e. */
  readonly scale: number;
}

/** Visits the points of five-point Gauss–Legendre panels with their weights: Σ weight · f(x) is the integral of a smooth f. */
export function visitSmooth({ from, to, scale }: SmoothSpan, visit: (x: number, weight: number) => void): void {
  const panels = Math.max(1, Math.ceil((to - from) / (panelScales * scale)));
  const half = (to - from) / panels / 2;
  for (let panel = 0; panel < panels; panel++) {
    const middle = from + (2 * panel + 1) * half;
    for (let i = 0; i < nodes.length; i++) visit(middle + nodes[i]! * half, weights[i]! * half);
  }
}

/** The integral of a smooth function of time. */
export function integrateSmooth(span: SmoothSpan, f: (x: number) => number): number {
  let sum = 0;
  visitSmooth(span, (x, weight) => {
    sum += weight * f(x);
  });
  return sum;
}
