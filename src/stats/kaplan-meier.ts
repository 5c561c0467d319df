import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { checkLevel, DEFAULT_LEVEL, withoutInterval, type Estimate } from './estimate.js';
import { checkSample, sortedSample } from './sorted-sample.js';

/** The curve from this time to the next row's; before the first row survival is 1. */
export interface SurvivalRow {
  readonly time: number;
  /** Estimated probability that the event comes after `time`. */
  readonly survival: number;
  /** Greenwood's standard error of `survival`; NaN once survival is 0. */
  readonly standardError: number;
  /** Pointwise interval of `survival`; NaN while it is 1 and once it is 0, where Greenwood's formula says nothing. */
  readonly low: number;
  readonly high: number;
  /** How many had neither had the event nor been censored just before `time`. */
  readonly atRisk: number;
  readonly events: number;
}

export interface SurvivalCurve {
  /** One for each distinct time, ascending, those at which only censoring happens included. */
  readonly rows: readonly SurvivalRow[];
  readonly median: Estimate;
}

/**
 * The product-limit curve (Kaplan and Meier, JASA 53, 1958) of times that are either an event's (`observed`) or those at
 * which watching ended; who is censored at a time is still at risk at it. Pointwise intervals are Greenwood's on the
 * log(−log) scale, S^exp(±z σ/ln S) with σ² = Σ d/(r(r−d)) (Kalbfleisch and Prentice; R's `conf.type = "log-log"`), so
 * they stay within 0 and 1. Throws RangeError unless there are as many flags as times and all times finite, from 0.
 */
export function survivalCurve(watched: Watched): SurvivalCurve {
  const rows = [...survivalRows(watched)];
  return { rows, median: medianOf(rows, watched) };
}

/** The median of {@link survivalCurve}, without its rows: for very many times. */
export function survivalMedian(watched: Watched): Estimate {
  return medianOf(survivalRows(watched), watched);
}

interface Watched {
  readonly times: ArrayLike<number>;
  readonly observed: ArrayLike<boolean>;
  readonly level?: number;
}

function* survivalRows({ times, observed, level = DEFAULT_LEVEL }: Watched): Generator<SurvivalRow> {
  checkLevel(level);
  checkTimes(times, observed);
  const all = sortedSample(times).ascending;
  const eventTimes = sortedSample(Float64Array.from(times).filter((_, i) => observed[i])).ascending;
  const z = normalQuantile((1 + level) / 2, 0, 1);
  let survival = 1;
  let greenwood = 0;
  for (let left = 0, met = 0; left < all.length;) {
    const time = all[left]!;
    const atRisk = all.length - left;
    const events = countOf(eventTimes, { value: time, from: met });
    survival *= (atRisk - events) / atRisk;
    if (events > 0) greenwood += events / (atRisk * (atRisk - events));
    const sigma = Math.sqrt(greenwood);
    yield {
      time,
      survival,
      standardError: survival * sigma,
      ...logLogInterval(survival, z * sigma),
      atRisk,
      events,
    };
    met += events;
    left += countOf(all, { value: time, from: left });
  }
}

function logLogInterval(survival: number, spread: number): { low: number; high: number } {
  if (survival === 0 || survival === 1) return { low: NaN, high: NaN };
  const power = Math.exp(spread / -Math.log(survival));
  return { low: survival ** power, high: survival ** (1 / power) };
}

/**
 * The first time at which survival is at most ½, with Brookmeyer and Crowley's interval (Biometrics 38, 1982): from the
 * first time at which the lower curve is at most ½ to the first at which the upper one is. An end never reached is NaN.
 */
function medianOf(rows: Iterable<SurvivalRow>, { times, level = DEFAULT_LEVEL }: Watched): Estimate {
  const about = { level, n: times.length };
  let [value, low, high] = [NaN, NaN, NaN];
  for (const row of rows) {
    if (Number.isNaN(value) && isHalf(row.survival)) value = row.time;
    if (Number.isNaN(low) && isHalf(row.low)) low = row.time;
    if (Number.isNaN(high) && isHalf(row.high)) high = row.time;
  }
  const method = 'Kaplan–Meier, Brookmeyer–Crowley on log-log';
  if (about.n === 0) return withoutInterval({ ...about, method, note: 'not estimable without observations' });
  const missing = Number.isNaN(value) ? 'the median' : Number.isNaN(high) ? 'the upper limit' : undefined;
  const note = missing === undefined ? {} : { note: `${missing} lies beyond the times observed` };
  return { value, low, high, ...about, method, ...note };
}

/** Survival is a product of fractions: a half may come out as .5000000000000001. */
function isHalf(survival: number): boolean {
  return survival <= 0.5 + 1e-12;
}

function countOf(ascending: Float64Array, run: { readonly value: number; readonly from: number }): number {
  let end = run.from;
  while (ascending[end] === run.value) end++;
  return end - run.from;
}

function checkTimes(times: ArrayLike<number>, observed: ArrayLike<boolean>): void {
  if (times.length !== observed.length)
    throw new RangeError(`observed must be as many flags as times (${times.length}), got ${observed.length}`);
  checkSample(times, 'time');
  for (let i = 0; i < times.length; i++)
    if (times[i]! < 0) throw new RangeError(`time ${i} must be at least 0, got ${times[i]}`);
}
