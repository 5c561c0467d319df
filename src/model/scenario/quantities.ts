import type { Quantity } from './quantity.js';
import { pathText } from './schema-faults.js';
import type { Scenario } from './schema.js';

/** One number of a scenario with its path, such as `actors.militias.baselinePerDay`. */
export interface PlacedQuantity {
  readonly path: string;
  /** The path in steps; a named item of a list as `[its name]`. */
  readonly steps: readonly PropertyKey[];
  readonly quantity: Quantity;
}

/**
 * Every number of a scenario that may be uncertain, in the order of the file. A list item that has a `name` is placed by
 * it (`plan[leave al-Qaim].overDays`), so that inserting another item shifts no draw.
 */
export function quantitiesOf(scenario: Scenario): PlacedQuantity[] {
  const found: PlacedQuantity[] = [];
  walk(scenario, [], found);
  return found;
}

function walk(node: unknown, path: readonly PropertyKey[], found: PlacedQuantity[]): void {
  if (node === null || typeof node !== 'object') return;
  if (isQuantity(node)) {
    found.push({ path: pathText(path), steps: path, quantity: node });
    return;
  }
  if (Array.isArray(node)) {
    node.forEach((item: unknown, index) => {
      walk(item, [...path, placeOf(item) ?? index], found);
    });
    return;
  }
  for (const [name, value] of Object.entries(node)) {
    if (name !== 'record') walk(value, [...path, name], found);
  }
}

function placeOf(item: unknown): string | undefined {
  if (item === null || typeof item !== 'object' || !('name' in item) || typeof item.name !== 'string') return undefined;
  return `[${item.name}]`;
}

/** Whether a node of a read scenario is a number in its long form. */
export function isQuantity(node: object): node is Quantity {
  return 'value' in node && Object.keys(node).every((name) => name === 'value' || name === 'source' || name === 'note');
}
