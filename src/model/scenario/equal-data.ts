/** Whether two pieces of plain data say the same, whatever the order of their keys and wherever their numbers come from. */
export function equalData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const key of keys) {
    const [valueA, valueB]: [unknown, unknown] = [Reflect.get(a, key), Reflect.get(b, key)];
    if (!isAside(key, valueA, valueB) && !equalData(valueA, valueB)) return false;
  }
  return true;
}

/** A source or a note: words about a number, which change none. (A base may be called `note`, but is no text.) */
export function isAside(key: string, ...values: readonly unknown[]): boolean {
  return (
    (key === 'source' || key === 'note') && values.every((value) => value === undefined || typeof value === 'string')
  );
}
