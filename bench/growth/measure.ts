/** Time of something at one size. */
export interface GrowthPoint {
  readonly size: number;
  /** Microseconds of processor time for one unit of cost. */
  readonly micros: number;
}

const leastMs = 120;
const rounds = 3;

/** Least of some rounds, each long enough to be told from the clock; what else the machine does only adds. */
export function microsOf(work: () => number): number {
  work();
  timed(work, 2 * leastMs);
  return Math.min(...Array.from({ length: rounds }, () => timed(work, leastMs)));
}

function timed(work: () => number, forMs: number): number {
  let units = 0;
  const before = process.cpuUsage();
  for (;;) {
    units += work();
    const { user, system } = process.cpuUsage(before);
    if (user + system >= 1000 * forMs) return (user + system) / units;
  }
}

/** Slope of a straight line through the logarithms, by least squares: the exponent of a power law. */
export function exponentOf(points: readonly GrowthPoint[]): number {
  const x = points.map(({ size }) => Math.log(size));
  const y = points.map(({ micros }) => Math.log(micros));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let up = 0;
  let across = 0;
  x.forEach((value, i) => {
    up += (value - mx) * (y[i]! - my);
    across += (value - mx) ** 2;
  });
  return up / across;
}
