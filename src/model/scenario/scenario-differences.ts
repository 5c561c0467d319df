import { equalData, isAside } from './equal-data.js';
import { planWords } from './plan-words.js';
import { isQuantity } from './quantities.js';
import type { Scenario } from './schema.js';

/** One thing that two scenarios do not share. */
export interface Difference {
  /** Steps from the top; an item of a list by its name in square brackets, such as `[leave al-Qaim]`. */
  readonly path: readonly string[];
  readonly kind: 'added' | 'removed' | 'changed';
  /** What stands in the first scenario, and in the second; absent where nothing does. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What names or claims, and changes no number. */
const words = ['title', 'name', 'question', 'claims', 'country', 'map'];

/**
 * What differs between two read scenarios, in the order of the second. Items of a list are matched by their name, those
 * without one by what they say; what only explains (sources, notes, titles, claims) is no difference.
 */
export function scenarioDifferences(before: Scenario, after: Scenario): Difference[] {
  const found: Difference[] = [];
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])].filter((key) => !words.includes(key));
  for (const key of keys) {
    const [a, b]: [unknown, unknown] = [Reflect.get(before, key), Reflect.get(after, key)];
    // A record is what was observed: that it is another one is a line, each of its rows is not.
    if (key === 'record') compareWhole(a, b, [key], found);
    else compare(a, b, [key], found);
  }
  return found;
}

function compareWhole(a: unknown, b: unknown, path: readonly string[], found: Difference[]): void {
  const rowsOf = (record: unknown): unknown =>
    record !== null && typeof record === 'object' ? Reflect.get(record, 'rows') : undefined;
  if (!equalData(rowsOf(a), rowsOf(b))) found.push(difference(a, b, path));
}

function compare(a: unknown, b: unknown, path: readonly string[], found: Difference[]): void {
  if (equalData(a, b)) return;
  if (!isObject(a) || !isObject(b) || isQuantity(a) || isQuantity(b)) {
    found.push(difference(a, b, path));
    return;
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    compareLists(a, b, path, found);
    return;
  }
  for (const key of new Set([...Object.keys(b), ...Object.keys(a)])) {
    const [valueA, valueB]: [unknown, unknown] = [Reflect.get(a, key), Reflect.get(b, key)];
    if (!isAside(key, valueA, valueB)) compare(valueA, valueB, [...path, key], found);
  }
}

function compareLists(
  a: readonly unknown[],
  b: readonly unknown[],
  path: readonly string[],
  found: Difference[],
): void {
  if (![...a, ...b].every(isObject)) {
    found.push(difference(a, b, path));
    return;
  }
  const before = labelled(a, path);
  const after = labelled(b, path);
  const forget = (inBefore: string, inAfter: string): void => {
    before.delete(inBefore);
    after.delete(inAfter);
  };
  // What is there unchanged is itself, under its own label first, else whatever stands before it.
  for (const [label, item] of after) if (equalData(before.get(label), item)) forget(label, label);
  for (const [label, item] of after) {
    const same = [...before].find(([, other]) => equalData(other, item));
    if (same) forget(same[0], label);
  }
  for (const label of new Set([...after.keys(), ...before.keys()]))
    compare(before.get(label), after.get(label), [...path, `[${label}]`], found);
}

/** Items by name, or by what they order; a second one of the same label is told apart by its number. */
function labelled(items: readonly unknown[], path: readonly string[]): Map<string, unknown> {
  const byLabel = new Map<string, unknown>();
  items.forEach((item, index) => {
    const name = labelOf(item, path) ?? String(index);
    let label = name;
    for (let copy = 2; byLabel.has(label); copy++) label = `${name} (${copy})`;
    byLabel.set(label, item);
  });
  return byLabel;
}

function labelOf(item: unknown, path: readonly string[]): string | undefined {
  if (!isObject(item)) return undefined;
  const name: unknown = Reflect.get(item, 'name');
  if (typeof name === 'string') return name;
  return path.length === 1 && path[0] === 'plan' && isOrder(item) ? planWords(item) : undefined;
}

function isOrder(item: object): item is Scenario['plan'][number] {
  return 'day' in item;
}

function difference(a: unknown, b: unknown, path: readonly string[]): Difference {
  if (a === undefined) return { path, kind: 'added', after: b };
  return b === undefined ? { path, kind: 'removed', before: a } : { path, kind: 'changed', before: a, after: b };
}

function isObject(value: unknown): value is object {
  return value !== null && typeof value === 'object';
}
