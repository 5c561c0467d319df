import { unescapeXml } from './escape.js';
import { rowWords, type Row } from './row-words.js';
import { rowsWith } from './rows-with.js';

/** What one mark of a drawing says when it is pointed at. */
export type MarkTip =
  | { readonly kind: 'one'; readonly text: string }
  /** Of a line or an area: one text for each place along it, left to right. */
  | { readonly kind: 'along'; readonly texts: readonly string[] };

/**
 * Finds the row that a mark was drawn from, by the values that its label names ("low: 6; base: airport"), and says it in
 * words. Undefined for marks of a key, and wherever it is not certain which row it is: no tip is better than a wrong one.
 */
export function markTip(
  mark: { readonly label: string; readonly path: string; readonly isLine: boolean },
  about: { readonly rows: readonly Row[]; readonly names: ReadonlyMap<string, string> },
): MarkTip | undefined {
  const { rows, names } = about;
  const pairs = pairsOf(unescapeXml(mark.label));
  if (!pairs) return undefined;
  const columns = new Set(Object.keys(rows[0] ?? {}));
  if (!pairs.every(([key]) => columns.has(key))) return undefined;
  const comparable = pairs.filter(([, value]) => isComparable(value));
  if (comparable.length === 0) return undefined;
  const matches = rowsWith(rows, comparable);
  const [first] = matches;
  if (first === undefined) return undefined;
  if (mark.isLine) return matches.length === 1 ? along(first, mark.path, about) : undefined;
  const texts = new Set(matches.map((i) => rowWords(rows[i]!, names)));
  const [only] = texts;
  // Several rows could have drawn it: what they share is what the label says.
  const text = texts.size === 1 && only !== undefined ? only : rowWords(Object.fromEntries(comparable), names);
  return text === '' ? undefined : { kind: 'one', text };
}

/** The rows of one line stand together; as many of them as the path has places. */
function along(
  first: number,
  path: string,
  { rows, names }: { readonly rows: readonly Row[]; readonly names: ReadonlyMap<string, string> },
): MarkTip | undefined {
  const places = new Set([...path.matchAll(/[ML](-?[\d.]+(?:e-?\d+)?),/g)].map(([, x]) => x)).size;
  const series = ['part', 'measure', 'metric', 'place', 'scenario', 'base', 'name', 'level', 'replication'];
  const start = rows[first]!;
  let end = first;
  while (end < rows.length && series.every((column) => rows[end]![column] === start[column])) end++;
  if (end - first !== places) return undefined;
  return { kind: 'along', texts: rows.slice(first, end).map((row) => rowWords(row, names)) };
}

/** "low: 6; base: airport" as pairs; undefined where it is no such list. */
export function pairsOf(label: string): (readonly [string, string])[] | undefined {
  const pairs = label.split('; ').map((part) => /^([A-Za-z]\w*): (.*)$/.exec(part));
  if (pairs.some((pair) => pair === null)) return undefined;
  return pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', (pair[2] ?? '').replaceAll('−', '-')] as const] : []));
}

/** Shares are rounded in a label. */
function isComparable(value: string): boolean {
  return !value.endsWith('%') && value !== '';
}
