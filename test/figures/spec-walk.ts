/** Every encoded field of a spec with the rows it is read from; found in plain JSON, whatever the nesting. */
export function encodedFields(spec: unknown): { field: string; rows: readonly object[] }[] {
  return walk(JSON.parse(JSON.stringify(spec)), []);
}

function walk(node: unknown, inherited: readonly object[]): { field: string; rows: readonly object[] }[] {
  if (!isObject(node)) return [];
  const data = node['data'];
  const rows = isObject(data) && Array.isArray(data['values']) ? data['values'] : inherited;
  const encoding = isObject(node['encoding']) ? Object.values(node['encoding']) : [];
  const own = encoding.flatMap((channel) =>
    isObject(channel) && typeof channel['field'] === 'string' ? [{ field: channel['field'], rows }] : [],
  );
  const parts = ['layer', 'vconcat', 'hconcat', 'concat'].flatMap((name) =>
    Array.isArray(node[name]) ? node[name] : [],
  );
  return [...own, ...parts.flatMap((part) => walk(part, rows))];
}

/** Every object inside a JSON value, rows of data left out. */
export function objectsIn(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(objectsIn);
  if (!isObject(node)) return [];
  return [node, ...Object.entries(node).flatMap(([name, value]) => (name === 'values' ? [] : objectsIn(value)))];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
