import { quantileOf } from '../random/laws/law.js';
import type { FirstLuck } from './luck.js';
import { keyOf, markUniform } from '../random/mark.js';
import { openStream } from '../random/stream.js';
import type { Quantity } from './scenario/quantity.js';
import { quantitiesOf } from './scenario/quantities.js';
import type { Scenario } from './scenario/schema.js';

interface UncertainNumber {
  readonly slot: number;
  readonly path: string;
  /** Names its draw: {@link keyOf} of the path. */
  readonly key: number;
  readonly quantile: (u: number) => number;
}

/** The numbers of one scenario as slots of one array: points stand, uncertain ones are drawn anew in each replication. */
export interface ParameterTable {
  readonly points: Float64Array;
  readonly uncertain: readonly UncertainNumber[];
  /** Slot of a number of the scenario that was compiled. */
  readonly slotOf: (quantity: Quantity) => number;
}

export function compileParameters(scenario: Scenario): ParameterTable {
  const placed = quantitiesOf(scenario);
  const slots = new Map(placed.map(({ quantity }, slot) => [quantity, slot]));
  const points = Float64Array.from(placed, ({ quantity: { value } }) => (typeof value === 'number' ? value : NaN));
  const uncertain = placed.flatMap(({ path, quantity: { value } }, slot) =>
    typeof value === 'number' ? [] : [{ slot, path, key: keyOf(path), quantile: quantileOf(value) }],
  );
  const slotOf = (quantity: Quantity): number => {
    const slot = slots.get(quantity);
    if (slot === undefined) throw new Error('this number is not one of the compiled scenario');
    return slot;
  };
  return { points, uncertain, slotOf };
}

/**
 * Draws one replication's numbers into `into`: each uncertain one is its inverse distribution function at a uniform named
 * (seed, replication, 'parameters', path), so that scenarios which share a number share its draw. `attempt` counts from 0:
 * each gives other uniforms, which is how a draw that fails is drawn again.
 */
export function parameterDraws(table: ParameterTable, { seed, replication, mirrored }: FirstLuck) {
  // A key is a name and not a draw: both halves of an antithetic pair have the same uniforms, turned over in one.
  const key = openStream({ seed, replication, purpose: 'parameters', entity: '' });
  const [keyA, keyB] = [key() * 2 ** 32, key() * 2 ** 32];
  return (attempt: number, into: Float64Array): void => {
    into.set(table.points);
    for (const { slot, key: pathKey, quantile } of table.uncertain) {
      const uniform = markUniform(keyA, keyB, pathKey, attempt);
      into[slot] = quantile(mirrored ? 1 - uniform : uniform);
    }
  };
}
