import { expect } from 'vitest';

/**
 * Every number of `actual` is within `rel` of its twin in `expected`, relative to the twin (absolute where it is 0).
 * Arrays and objects must have the same shape; anything else must be equal.
 */
export function expectClose(actual: unknown, expected: unknown, rel: number, path = ''): void {
  if (typeof expected === 'number') {
    const scale = expected === 0 ? 1 : Math.abs(expected);
    const apart = typeof actual === 'number' ? Math.abs(actual - expected) / scale : NaN;
    expect(apart, `${path}: expected ${expected}, got ${String(actual)}`).toBeLessThanOrEqual(rel);
  } else if (isContainer(expected)) {
    if (!isContainer(actual)) expect.fail(`${path}: expected ${JSON.stringify(expected)}, got ${String(actual)}`);
    expect(Array.isArray(actual), `${path}: array or object`).toBe(Array.isArray(expected));
    expect(Object.keys(actual).sort(), `keys of ${path}`).toEqual(Object.keys(expected).sort());
    const twins = new Map(Object.entries(actual));
    for (const [key, value] of Object.entries(expected)) expectClose(twins.get(key), value, rel, `${path}.${key}`);
  } else {
    expect(actual, path).toEqual(expected);
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
