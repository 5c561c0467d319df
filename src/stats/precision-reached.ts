import type { Estimate } from './estimate.js';
import type { EstimateOfFirst } from './running-mean.js';

/** How precise is enough, by the half-width h of an interval: h ≤ e, or h/|x̄| ≤ g/(1+g). */
export type PrecisionTarget =
  { readonly kind: 'absolute'; readonly halfWidth: number } | { readonly kind: 'relative'; readonly share: number };

export interface PrecisionMetric {
  readonly name: string;
  readonly target: PrecisionTarget;
  /** The estimate from a prefix, `meanOfFirst(values)` most often. Its level is the level of the rule. */
  readonly estimateOfFirst: EstimateOfFirst;
  /** What a relative target is a share of, where that is not the estimate itself: a mean that a difference is held against. */
  readonly sizeOfFirst?: (n: number) => number;
}

export interface MetricPrecision {
  readonly name: string;
  readonly estimate: Estimate;
  /** Of the interval, the longer side; NaN where there is none. */
  readonly halfWidth: number;
  /** The largest half-width the target allows at this estimate. */
  readonly allowed: number;
  readonly reached: boolean;
}

export interface PrecisionReport {
  /** `precise`: all metrics at two looks in a row. `cap`: the last look came first. `running`: a further look is due. */
  readonly why: 'precise' | 'cap' | 'running';
  /** Replications at the look that decided, or the last one there was; 0 before the first. */
  readonly replications: number;
  /** At that look; empty before the first. */
  readonly metrics: readonly MetricPrecision[];
  /** How many replications the next look needs; undefined once stopped. */
  readonly nextLook: number | undefined;
}

/**
 * Whether replications are enough for every metric: looked at on a schedule fixed beforehand (`lookSchedule`), on complete
 * prefixes, and met only if all metrics are precise at two looks in a row, as a single look stops too easily where the
 * spread was underestimated. Relative precision g is asked as h/|x̄| ≤ g/(1+g), so that the error relative to the true
 * mean is at most g (Law, Simulation Modeling and Analysis, 9.4.1); relative to another size m as h ≤ g|m|. The level is nominal: stopping by the data costs some
 * coverage (see the tests). What comes after the deciding look is not read, so more replications change no answer.
 * A relative target is never met at a mean of 0. Throws RangeError unless looks rise, targets are above 0, and there is
 * a metric.
 */
export function precisionReached({
  metrics,
  looks,
  replications,
}: {
  readonly metrics: readonly PrecisionMetric[];
  readonly looks: readonly number[];
  /** How many replications are there, from the first on without a gap. */
  readonly replications: number;
}): PrecisionReport {
  checkRule(metrics, looks);
  let report: PrecisionReport = { why: 'running', replications: 0, metrics: [], nextLook: looks[0] };
  let inARow = 0;
  for (const [index, look] of looks.entries()) {
    if (look > replications) break;
    const precision = metrics.map((metric) => precisionOf(metric, look));
    inARow = precision.every(({ reached }) => reached) ? inARow + 1 : 0;
    const nextLook = looks[index + 1];
    const why = inARow >= LOOKS_IN_A_ROW ? 'precise' : nextLook === undefined ? 'cap' : 'running';
    report = { why, replications: look, metrics: precision, nextLook: why === 'running' ? nextLook : undefined };
    if (why !== 'running') break;
  }
  return report;
}

const LOOKS_IN_A_ROW = 2;

function precisionOf(metric: PrecisionMetric, look: number): MetricPrecision {
  const { name, target, estimateOfFirst } = metric;
  const estimate = estimateOfFirst(look);
  const { value, low, high } = estimate;
  const halfWidth = Math.max(high - value, value - low);
  const allowed = allowedHalfWidth({ target, value, size: metric.sizeOfFirst?.(look) });
  // A mean of 0 allows no half-width at all: that nothing was seen yet must not look like precision.
  return { name, estimate, halfWidth, allowed, reached: allowed > 0 && halfWidth <= allowed };
}

function allowedHalfWidth(about: {
  readonly target: PrecisionTarget;
  readonly value: number;
  readonly size: number | undefined;
}): number {
  const { target, value, size } = about;
  if (target.kind === 'absolute') return target.halfWidth;
  return size === undefined ? (Math.abs(value) * target.share) / (1 + target.share) : Math.abs(size) * target.share;
}

function checkRule(metrics: readonly PrecisionMetric[], looks: readonly number[]): void {
  if (metrics.length === 0) throw new RangeError('metrics must be at least one, got 0');
  if (looks.length === 0) throw new RangeError('looks must be at least one, got 0');
  for (const [index, look] of looks.entries())
    if (!Number.isSafeInteger(look) || look <= (looks[index - 1] ?? 0))
      throw new RangeError(`look ${index} must be a whole number above the one before, got ${look}`);
  for (const { name, target } of metrics) {
    const size = target.kind === 'absolute' ? target.halfWidth : target.share;
    if (!(size > 0 && size < Infinity))
      throw new RangeError(`the ${target.kind} precision of ${name} must be a finite number above 0, got ${size}`);
  }
}
