import { pathText } from './schema-faults.js';
import type { Fault } from './fault.js';

/** A scenario is plain data: no functions, class instances, symbols or loops. Whatever is not is a fault with its path. */
export function plainDataFaults(input: unknown): Fault[] {
  const faults: Fault[] = [];
  visit(input, [], [], faults);
  return faults;
}

function visit(node: unknown, path: readonly PropertyKey[], above: readonly object[], faults: Fault[]): void {
  const at = pathText(path);
  if (typeof node === 'function' || typeof node === 'symbol' || typeof node === 'bigint') {
    faults.push({
      path: at,
      rule: `must be plain data (text, number, true, false, list or object), not a ${typeof node}`,
    });
    return;
  }
  if (node === null || typeof node !== 'object') return;
  if (above.includes(node)) {
    faults.push({ path: at, rule: 'must not contain itself' });
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(node);
  const plain = Array.isArray(node) || prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!plain) {
    const hint = node instanceof Date ? 'write dates as text like "2020-03-16"' : undefined;
    faults.push({ path: at, rule: 'must be plain data, not an instance of a class', hint });
    return;
  }
  for (const [name, value] of Object.entries(node))
    visit(value, [...path, Array.isArray(node) ? Number(name) : name], [...above, node], faults);
}
