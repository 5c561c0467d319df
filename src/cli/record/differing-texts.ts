import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/**
 * What of the files of a folder is not as it is computed now, a sentence each with the first number that differs; files that
 * are not among the `texts` are not looked at.
 */
export function differingTexts(folder: string, texts: ReadonlyMap<string, string>): string[] {
  return [...texts].flatMap(([file, now]) => {
    const path = join(folder, file);
    if (!existsSync(path)) return [`${file} is not there.`];
    const there = readFileSync(path, 'utf8');
    return there === now ? [] : [`${file} differs; first ${firstDifference(file, there, now)}.`];
  });
}

function firstDifference(...[file, there, now]: readonly [string, string, string]): string {
  const found = file.endsWith('.csv') ? differingCell(there, now) : undefined;
  const inJson = file.endsWith('.json') ? differingPath(jsonOf(there), jsonOf(now)) : undefined;
  return found ?? inJson ?? differingLine(there, now);
}

/** Row and column of a table, its header left aside. */
function differingCell(there: string, now: string): string | undefined {
  const [one, other] = [tableOf(there), tableOf(now)];
  if (!one || !other || one[0]?.join() !== other[0]?.join()) return undefined;
  const row = other.findIndex((cells, i) => cells.join() !== one[i]?.join());
  if (row < 0) return `row ${other.length}: ${one.length - 1} rows there, ${other.length - 1} now`;
  const column = other[row]!.findIndex((cell, c) => cell !== one[row]?.[c]);
  return `row ${row}, ${other[0]![column]}: ${one[row]?.[column] ?? 'none'} there, ${other[row]![column]} now`;
}

function tableOf(text: string): string[][] | undefined {
  try {
    return parse(text, { relax_column_count: true });
  } catch {
    return undefined;
  }
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** `tables.0.numbers.2.after.median: 0.3 there, 0.297 now`; undefined where the values are the same. */
function differingPath(there: unknown, now: unknown, path = ''): string | undefined {
  if (JSON.stringify(there) === JSON.stringify(now)) return undefined;
  if (isObject(there) && isObject(now)) {
    for (const key of new Set([...Object.keys(now), ...Object.keys(there)])) {
      const inner = path === '' ? key : `${path}.${key}`;
      const found = differingPath(Reflect.get(there, key), Reflect.get(now, key), inner);
      if (found !== undefined) return found;
    }
  }
  const word = (value: unknown): string => JSON.stringify(value) ?? 'none';
  return `${path === '' ? 'the whole' : path}: ${word(there)} there, ${word(now)} now`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function differingLine(there: string, now: string): string {
  const [one, other] = [there.split('\n'), now.split('\n')];
  return `in line ${1 + other.findIndex((line, i) => line !== one[i])}`;
}
