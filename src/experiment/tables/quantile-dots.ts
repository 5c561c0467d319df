import { quantileInterval, sortedSample } from '../../stats/index.js';
import { outcome, type Results } from '../results.js';
import { captionOf, type Caption } from './caption.js';
import { numberText } from './number-text.js';

export const dotMeasures = ['killed', 'personAttacks'] as const;
export type DotMeasure = (typeof dotMeasures)[number];

/** One of twenty futures that are equally likely: the middle of its twentieth of the replications. */
export interface QuantileDotRow {
  readonly part: 'dot';
  readonly measure: DotMeasure;
  /** 0 for the lowest twentieth to 19 for the highest. */
  readonly dot: number;
  /** Its quantile, 0.025 to 0.975. */
  readonly order: number;
  readonly value: number;
  /** Where it is drawn: the middle of the column of dots that it stands in, and its place there, from 0 below. */
  readonly column: number;
  readonly place: number;
}

/** The width of the columns that dots of a measure are gathered in. */
export interface QuantileDotScaleRow {
  readonly part: 'scale';
  readonly measure: DotMeasure;
  readonly columnWidth: number;
  /** From the left edge of the first column drawn to the right edge of the last. */
  readonly low: number;
  readonly high: number;
  readonly highestColumn: number;
  readonly median: number;
  readonly label: string;
}

export type QuantileRow = QuantileDotRow | QuantileDotScaleRow;

const DOTS = 20;
/** Columns at most; killed have more, so that none, one and two stay apart. */
const COLUMNS: Readonly<Record<DotMeasure, number>> = { killed: 50, personAttacks: 25 };

/** Killed and person-attacks as twenty dots each, every dot one future in twenty. */
export function quantileRows(results: Results): QuantileRow[] {
  return dotMeasures.flatMap((measure): QuantileRow[] => {
    const values = outcome(results, measure).filter(Number.isFinite);
    if (values.length === 0) return [];
    const sample = sortedSample(values);
    const at = (order: number): number => quantileInterval(sample, { order }).value;
    const orders = Array.from({ length: DOTS }, (_, dot) => (dot + 0.5) / DOTS);
    // Both are whole numbers; a quantile may lie between two of them.
    const drawn = orders.map((order) => Math.round(at(order)));
    const columnWidth = widthFor(Math.max(...drawn), COLUMNS[measure]);
    const places = new Map<number, number>();
    const dots = drawn.map((value, dot): QuantileDotRow => {
      const column = columnWidth * Math.round(value / columnWidth);
      const place = places.get(column) ?? 0;
      places.set(column, place + 1);
      return { part: 'dot', measure, dot, order: orders[dot] ?? NaN, value, column, place };
    });
    const low = -columnWidth / 2;
    const last = Math.max(...dots.map(({ column }) => column)) + columnWidth / 2;
    return [
      {
        part: 'scale',
        measure,
        columnWidth,
        low,
        high: Math.max(last, low + 10 * columnWidth),
        highestColumn: Math.max(...places.values()),
        median: at(0.5),
        label: numberText(at(0.5)),
      },
      ...dots,
    ];
  });
}

/** The least of 1, 2 or 5 times a power of ten that gathers all in so many columns. */
function widthFor(most: number, columns: number): number {
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most / columns));
  const width = [1, 2, 5, 10].map((step) => step * power).find((step) => most / step < columns) ?? 10 * power;
  return Math.max(width, 1);
}

const words: Readonly<Record<DotMeasure, string>> = { killed: 'killed', personAttacks: 'person-attacks' };

export function quantileCaption(results: Results, rows: readonly QuantileRow[]): Caption {
  const said = dotMeasures.map((measure) => {
    const dots = rows.flatMap((row) => (row.part === 'dot' && row.measure === measure ? [row] : []));
    const none = dots.filter(({ value }) => value === 0).length;
    const scale = rows.find((row) => row.part === 'scale' && row.measure === measure);
    const zero = none > 0 ? `, none at all in ${none} of ${DOTS}` : '';
    const median = scale && 'label' in scale ? scale.label : 'n/a';
    return `${words[measure]}: median ${median}${zero}, highest dot ${numberText(dots.at(-1)?.value ?? NaN)}`;
  });
  return captionOf(results, {
    title: 'Twenty equally likely futures',
    reading: [
      'A dot is one future in twenty: the middle of 5 % of the replications. Count the dots beyond a number: 5 % each.',
    ],
    finding: `Quantile dot plots. ${said.join('; ')}.`,
  });
}
