import { quantileOf } from '../random/laws/law.js';
import { openStream, type Uniform } from '../random/stream.js';
import type { Quantity } from './scenario/quantity.js';
import { quantitiesOf } from './scenario/quantities.js';
import type { Scenario } from './scenario/schema.js';

interface UncertainNumber {
  readonly slot: number;
  readonly path: string;
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
    typeof value === 'number' ? [] : [{ slot, path, quantile: quantileOf(value) }],
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
 * (seed, replication, 'parameter', path), so that scenarios which share a number share its draw. Each call of the result
 * draws the next uniform of every stream: that is how a draw that fails is drawn again.
 */
export function parameterDraws(table: ParameterTable, luck: { readonly seed: number; readonly replication: number }) {
  const streams: Uniform[] = table.uncertain.map(({ path }) =>
    openStream({ ...luck, purpose: 'parameter', entity: path }),
  );
  return (into: Float64Array): void => {
    into.set(table.points);
    table.uncertain.forEach(({ slot, quantile }, i) => {
      into[slot] = quantile(streams[i]!());
    });
  };
}
