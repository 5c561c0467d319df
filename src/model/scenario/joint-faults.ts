import type { Fault } from './fault.js';
import { pathText } from './schema-faults.js';

interface Column {
  readonly path: string;
  readonly of: string;
  readonly rows: number;
}

/** Columns of one table of draws must be equally long: row by row they belong together. */
export function jointFaults(input: unknown): Fault[] {
  const columns = columnsIn(input, []);
  return columns.flatMap(({ path, of, rows }): Fault[] => {
    const first = columns.find((column) => column.of === of);
    if (!first || first.rows === rows) return [];
    return [
      {
        path: `${path}.values`,
        rule: `must be as long as those of ${first.path}, which is of ${of} too: ${first.rows}, got ${rows}`,
        hint: 'give columns of another table another name in `of`',
      },
    ];
  });
}

function columnsIn(node: unknown, path: readonly PropertyKey[]): Column[] {
  if (node === null || typeof node !== 'object') return [];
  if (Array.isArray(node)) return node.flatMap((item: unknown, i) => columnsIn(item, [...path, i]));
  return Object.entries(node).flatMap(([name, value]: [string, unknown]): Column[] => {
    if (name === 'record' && path.length === 0) return [];
    const column = name === 'joint' ? columnOf(value) : undefined;
    return column ? [{ ...column, path: pathText([...path, name]) }] : columnsIn(value, [...path, name]);
  });
}

function columnOf(node: unknown): Omit<Column, 'path'> | undefined {
  if (node === null || typeof node !== 'object' || !('of' in node) || !('values' in node)) return undefined;
  const { of, values } = node;
  return typeof of === 'string' && Array.isArray(values) ? { of, rows: values.length } : undefined;
}
