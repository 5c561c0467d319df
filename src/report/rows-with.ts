import type { Row } from './row-words.js';

/** What a label says of a row: a column, and the value in it as the label writes it. */
type Pair = readonly [column: string, value: string];

/**
 * The places of the rows that hold all these values, in their order. A label writes numbers with commas and dates as
 * "Mar 16, 2020". What is found for one value is kept for the other marks of the figure.
 */
export function rowsWith(rows: readonly Row[], pairs: readonly Pair[]): readonly number[] {
  const each = pairs.map((pair) => placesOf(rows, pair)).sort((a, b) => a.length - b.length);
  const [fewest = [], ...others] = each;
  return others.reduce((found, places) => inBoth(found, places), fewest);
}

/** Numbers that stand in both lists, which ascend. */
function inBoth(fewer: readonly number[], more: readonly number[]): readonly number[] {
  let at = 0;
  return fewer.filter((place) => {
    while (at < more.length && more[at]! < place) at++;
    return more[at] === place;
  });
}

interface Known {
  /** By column: its cells as numbers, NaN where they are none. */
  readonly numbers: Map<string, Float64Array>;
  /** By column and value. */
  readonly places: Map<string, readonly number[]>;
}

const known = new WeakMap<readonly Row[], Known>();

function placesOf(rows: readonly Row[], [column, value]: Pair): readonly number[] {
  const { numbers, places } = known.get(rows) ?? { numbers: new Map(), places: new Map() };
  known.set(rows, { numbers, places });
  const key = `${column}: ${value}`;
  const found = places.get(key);
  if (found) return found;
  const cells = numbers.get(column) ?? Float64Array.from(rows, (row) => Number(row[column]));
  numbers.set(column, cells);

  const date = isoDateOf(value);
  const wanted = Number(value.replaceAll(',', ''));
  const now: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const cell = rows[i]![column];
    if (cell === undefined || cell === '') continue;
    const number = cells[i]!;
    const isNumber = Math.abs(number - wanted) <= 1e-9 * Math.max(1, Math.abs(number));
    if (isNumber || cell === value || (date !== undefined && cell.startsWith(date))) now.push(i);
  }
  places.set(key, now);
  return now;
}

/** "Mar 16, 2020" as 2020-03-16. */
function isoDateOf(value: string): string | undefined {
  const [, month = '', day = '', year = ''] = /^([A-Z][a-z]{2}) (\d\d?), (\d{4})$/.exec(value) ?? [];
  const index = 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(month);
  if (year === '' || index < 0) return undefined;
  return `${year}-${String(index / 3 + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
