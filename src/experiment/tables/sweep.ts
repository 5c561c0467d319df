import type { Estimate } from '../../stats/index.js';
import type { SweepRow } from '../design/sweep.js';
import type { Crossing, DifferenceAt } from '../design/break-even.js';
import type { MapCell } from '../design/break-even-map.js';
import type { Caption } from './caption.js';
import { capital, designCaption, signedText, uncapital, type DesignAbout } from './design-caption.js';
import { numberText } from './number-text.js';

/** The mean outcome of one scenario at one value of a number. */
export interface SweepLineRow {
  readonly scenario: string;
  readonly at: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly xTitle: string;
  readonly yTitle: string;
}

/** Lines of a sweep over one number. */
export function sweepLineRows(
  rows: readonly SweepRow[],
  about: { readonly names: readonly string[]; readonly xTitle: string; readonly yTitle: string },
): SweepLineRow[] {
  const { names, xTitle, yTitle } = about;
  return names.flatMap((scenario, s) =>
    rows.map(({ at, means }) => ({
      scenario,
      at: at[0]!,
      mean: means[s]!.value,
      low: means[s]!.low,
      high: means[s]!.high,
      xTitle,
      yTitle,
    })),
  );
}

export function sweepLineCaption(rows: readonly SweepLineRow[], about: DesignAbout): Caption {
  const [first] = rows;
  const last = rows.filter(({ scenario }) => scenario === first?.scenario).at(-1);
  return designCaption(about, {
    title: `${first?.yTitle ?? ''} by ${uncapital(first?.xTitle ?? '')}`,
    reading: [
      'Lines: means; bands: their 95 % intervals. The same luck at every point; all other numbers are drawn as in a run.',
    ],
    finding: `${first?.scenario}: ${numberText(first?.mean ?? NaN)} at ${numberText(first?.at ?? NaN)}, ${numberText(last?.mean ?? NaN)} at ${numberText(last?.at ?? NaN)}.`,
  });
}

/** The mean outcome, or the difference of two scenarios, in one cell of a sweep over two numbers, drawn around its point. */
export interface SweepCellRow {
  readonly x: number;
  readonly y: number;
  readonly xFrom: number;
  readonly xTo: number;
  readonly yFrom: number;
  readonly yTo: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
  /** Largest of all, of differences whichever sign. */
  readonly most: number;
  readonly isDifference: boolean;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly unit: string;
}

/** Cells of a sweep over two numbers whose values are evenly spaced. */
export function sweepCellRows(
  rows: readonly SweepRow[],
  about: { readonly xTitle: string; readonly yTitle: string; readonly unit: string },
): SweepCellRow[] {
  const halfStep = (axis: 0 | 1): number => {
    const values = [...new Set(rows.map(({ at }) => at[axis]!))].toSorted((a, b) => a - b);
    return values.length < 2 ? 0.5 : (values[1]! - values[0]!) / 2;
  };
  const [halfX, halfY] = [halfStep(0), halfStep(1)];
  const isDifference = rows.some(({ difference }) => difference !== undefined);
  const most = Math.max(...rows.map((row) => Math.abs(shownOf(row).value)).filter(Number.isFinite));
  return rows.map(({ at: [x = NaN, y = NaN], ...row }) => ({
    x,
    y,
    xFrom: x - halfX,
    xTo: x + halfX,
    yFrom: y - halfY,
    yTo: y + halfY,
    mean: shownOf(row).value,
    low: shownOf(row).low,
    high: shownOf(row).high,
    label: isDifference ? differenceLabel(shownOf(row)) : shortText(shownOf(row).value),
    most,
    isDifference,
    ...about,
  }));
}

function shownOf({ means, difference }: Pick<SweepRow, 'means' | 'difference'>): Estimate {
  return difference ?? means[0]!;
}

/** In brackets where the interval holds zero. */
function differenceLabel({ value, low, high }: Estimate): string {
  const text = signedText(value, shortText);
  return low > 0 || high < 0 ? text : `(${text})`;
}

function shortText(value: number): string {
  return numberText(Number(value.toPrecision(2)));
}

export function sweepCellCaption(rows: readonly SweepCellRow[], about: DesignAbout): Caption {
  const sorted = rows.toSorted((a, b) => a.mean - b.mean);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const widest = Math.max(...rows.map(({ low, high }) => (high - low) / 2));
  const text = ({ mean, x, y }: SweepCellRow): string =>
    `${numberText(mean)} at ${least.xTitle} ${numberText(x)} and ${least.yTitle} ${numberText(y)}`;
  return designCaption(about, {
    title: `Mean ${about.answer}${least.isDifference ? ',' : ''} by two numbers`,
    reading: [
      ...(rows.some(({ label }) => label.startsWith('('))
        ? ['In brackets: the 95 % interval of the paired difference holds zero.']
        : []),
      `The same luck in every cell; all other numbers are drawn as in a run. 95 % intervals are at most ±${numberText(widest)}.`,
    ],
    finding: `Least ${text(least)}; most ${text(most)}.`,
  });
}

/** The difference along a number, and where it crosses zero. */
export type BreakEvenRow = BreakEvenLineRow | BreakEvenCrossingRow;

export interface BreakEvenLineRow {
  readonly part: 'line';
  readonly at: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly xTitle: string;
  readonly yTitle: string;
}

export interface BreakEvenCrossingRow {
  readonly part: 'crossing';
  readonly at: number;
  /** Ends of the interval, cut at the range that was looked at. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

export function breakEvenRows(
  found: { readonly rows: readonly DifferenceAt[]; readonly crossings: readonly Crossing[] },
  about: { readonly xTitle: string; readonly yTitle: string },
): BreakEvenRow[] {
  const [least, most] = [found.rows[0]!.at, found.rows.at(-1)!.at];
  return [
    ...found.rows.map(({ at, value, low, high }) => ({
      part: 'line' as const,
      at,
      difference: value,
      low,
      high,
      ...about,
    })),
    ...found.crossings.map(({ value, low, high }) => ({
      part: 'crossing' as const,
      at: value,
      from: Math.max(least, low),
      to: Math.min(most, high),
      label: numberText(value),
    })),
  ];
}

export function breakEvenCaption(
  { answer, title }: { readonly answer: string; readonly title: string },
  about: DesignAbout,
): Caption {
  return designCaption(about, {
    title,
    reading: [
      'Line: mean difference; band: its 95 % interval. Upright: where the line crosses zero, with its 95 % interval. The same luck at every point; all other numbers are drawn as in a run.',
    ],
    finding: answer,
  });
}

/** A cell of the break-even map, in values of the two numbers. */
export interface BreakEvenCellRow {
  readonly xFrom: number;
  readonly xTo: number;
  readonly yFrom: number;
  readonly yTo: number;
  readonly side: MapCell['side'];
  /** What the sides mean: `fewer with stay`. */
  readonly below: string;
  readonly above: string;
  readonly xTitle: string;
  readonly yTitle: string;
}

export function breakEvenMapCaption(cells: readonly BreakEvenCellRow[], about: DesignAbout): Caption {
  const [first] = cells;
  const area = (side: MapCell['side']): number =>
    cells.filter((cell) => cell.side === side).reduce((sum, c) => sum + (c.xTo - c.xFrom) * (c.yTo - c.yFrom), 0);
  const all = area('below') + area('above') + area('unresolved');
  const share = (side: MapCell['side']): string => `${numberText(Math.round((100 * area(side)) / all))} %`;
  return designCaption(about, {
    title: `Where ${about.answer}, is below zero and where above`,
    reading: [
      'A plain field: the 95 % intervals of the paired difference say so at all four corners. Hatched: they do not, or not all alike.',
    ],
    finding: `${capital(first?.below ?? '')}: ${share('below')} of the map; ${first?.above}: ${share('above')}; not resolved: ${share('unresolved')}.`,
  });
}
