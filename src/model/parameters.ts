import { rowOf } from '../random/laws/joint.js';
import { quantileOf, type Law } from '../random/laws/law.js';
import type { FirstLuck } from './luck.js';
import { keyOf, markUniform } from '../random/mark.js';
import { openStream } from '../random/stream.js';
import type { Quantity } from './scenario/quantity.js';
import { quantitiesOf } from './scenario/quantities.js';
import type { Scenario } from './scenario/schema.js';

interface UncertainNumber {
  readonly slot: number;
  readonly path: string;
  /** Names its draw: {@link keyOf} of the path, or of the table that it is a column of. */
  readonly key: number;
  /** Its value at a uniform: the inverse distribution function, or the row of a table that the uniform picks. */
  readonly draw: (u: number) => number;
  /** Inverse distribution function of this number alone. */
  readonly quantile: (u: number) => number;
  /** Name of the table of draws that it is a column of. */
  readonly jointOf?: string;
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
    typeof value === 'number' ? [] : [{ slot, path, ...drawOf(path, value) }],
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
 * (seed, replication, 'parameters', path), so that scenarios which share a number share its draw; those of a joint table take
 * one row of it, at a uniform named by the table. `attempt` counts from 0:
 * each gives other uniforms, which is how a draw that fails is drawn again.
 */
export function parameterDraws(table: ParameterTable, { seed, replication, mirrored }: FirstLuck) {
  // A key is a name and not a draw: both halves of an antithetic pair have the same uniforms, turned over in one.
  const key = openStream({ seed, replication, purpose: 'parameters', entity: '' });
  const [keyA, keyB] = [key() * 2 ** 32, key() * 2 ** 32];
  return (attempt: number, into: Float64Array): void => {
    into.set(table.points);
    for (const { slot, key: pathKey, draw } of table.uncertain) {
      const uniform = markUniform(keyA, keyB, pathKey, attempt);
      into[slot] = draw(mirrored ? 1 - uniform : uniform);
    }
  };
}

/** How a number is drawn: by itself, or with all others of its table by one uniform that is named by the table. */
function drawOf(path: string, law: Law): Omit<UncertainNumber, 'slot' | 'path'> {
  const quantile = quantileOf(law);
  if (!('joint' in law)) return { key: keyOf(path), draw: quantile, quantile };
  const { of, values } = law.joint;
  return { key: keyOf(`joint ${of}`), draw: (u) => values[rowOf(u, values.length)]!, quantile, jointOf: of };
}
