import { quantileSorted } from 'simple-statistics';
import { sortedSample } from './sorted-sample.js';

/** Holds the values x with binStart ≤ x < binEnd. */
export interface Bin {
  readonly binStart: number;
  readonly binEnd: number;
  readonly count: number;
  /** `count` by the number of all values. */
  readonly share: number;
}

/** More bars than this cannot be told apart in a figure 8 cm wide. */
const MAX_BINS = 60;

/**
 * Adjoining bins of one round width (1, 2 or 5 times a power of ten) that begin at multiples of it and hold every value;
 * empty ones are listed. Whole numbers get whole widths, and bins of one number each while at most 60 are needed; other
 * widths follow Freedman and Diaconis (1981), 2 IQR n^(−1/3), widened to 60 bins at most. Equal values fill one bin, no
 * values none. The order of the values is irrelevant. Throws RangeError at one that is not finite.
 */
export function histogram(values: ArrayLike<number>): Bin[] {
  const { ascending } = sortedSample(values);
  const n = ascending.length;
  if (n === 0) return [];
  const { firstBin, bins, edge } = layout(ascending);
  const rows: Bin[] = [];
  for (let bin = 0, counted = 0; bin < bins; bin++) {
    const binEnd = edge(firstBin + bin + 1);
    let count = 0;
    // Counted against the edges that are printed, so that rounding puts no value into a bin that excludes it.
    while (counted + count < n && ascending[counted + count]! < binEnd) count++;
    rows.push({ binStart: edge(firstBin + bin), binEnd, count, share: count / n });
    counted += count;
  }
  return rows;
}

interface Layout {
  readonly firstBin: number;
  readonly bins: number;
  /** Start of the bin of that number. */
  readonly edge: (bin: number) => number;
}

function layout(ascending: Float64Array): Layout {
  const min = ascending[0]!;
  const max = ascending[ascending.length - 1]!;
  for (let step = stepOfWidth(wishedWidth(ascending)); ; step++) {
    const edge = (bin: number) => (bin * widthOfStep(step).multiplier) / widthOfStep(step).divisor;
    const firstBin = binOf(min, edge);
    const bins = binOf(max, edge) - firstBin + 1;
    if (bins <= MAX_BINS) return { firstBin, bins, edge };
  }
}

function binOf(value: number, edge: Layout['edge']): number {
  const bin = Math.floor(value / edge(1));
  // The division may round across an edge.
  return value < edge(bin) ? bin - 1 : value >= edge(bin + 1) ? bin + 1 : bin;
}

function wishedWidth(ascending: Float64Array): number {
  const min = ascending[0]!;
  const max = ascending[ascending.length - 1]!;
  const whole = ascending.every((value) => Number.isInteger(value));
  // Far from zero a width must still be many times the spacing of the numbers there.
  const resolvable = Math.max(Math.abs(min), Math.abs(max)) * 2 ** -48;
  if (whole && max - min < MAX_BINS) return Math.max(1, resolvable);
  if (min === max) return Math.max(Math.abs(min) / 10, SMALLEST_WIDTH);
  const quartiles = quantileSorted(ascending, 0.75) - quantileSorted(ascending, 0.25);
  const freedmanDiaconis = 2 * quartiles * ascending.length ** (-1 / 3);
  return Math.max(freedmanDiaconis, resolvable, whole ? 1 : SMALLEST_WIDTH);
}

/** Below it powers of ten leave the range of a number. */
const SMALLEST_WIDTH = 1e-300;

const DIGITS = [1, 2, 5] as const;

/** Round widths in order: … 0.5, 1, 2, 5, 10 …, step 0 being 1. Tenths divide by 10, as .1 is not exact. */
function widthOfStep(step: number): { multiplier: number; divisor: number } {
  const exponent = Math.floor(step / 3);
  const digit = DIGITS[step - 3 * exponent]!;
  return exponent < 0
    ? { multiplier: digit, divisor: 10 ** -exponent }
    : { multiplier: digit * 10 ** exponent, divisor: 1 };
}

/** The first step whose width is at least `width`. */
function stepOfWidth(width: number): number {
  let step = 3 * (Math.floor(Math.log10(width)) - 1);
  while (widthOfStep(step).multiplier / widthOfStep(step).divisor < width) step++;
  return step;
}
