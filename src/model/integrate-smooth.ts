const nodes = [-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664];
const weights = [0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366, 0.236926885056189];

/**
 * Integral of a smooth function by five-point Gauss–Legendre panels, each at most as long as `scale`, the shortest time
 * over which the function changes by a factor of e. Relative error about 1e-9 for the exponentials it is used on.
 */
export function integrateSmooth(
  span: { readonly from: number; readonly to: number; readonly scale: number },
  f: (x: number) => number,
): number {
  const panels = Math.max(1, Math.ceil((span.to - span.from) / span.scale));
  const half = (span.to - span.from) / panels / 2;
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    const middle = span.from + (2 * panel + 1) * half;
    for (let i = 0; i < nodes.length; i++) sum += weights[i]! * f(middle + nodes[i]! * half);
  }
  return sum * half;
}
