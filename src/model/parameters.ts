import { quantileOf } from '../random/laws/law.js';
import type { FirstLuck } from './luck.js';
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
export function parameterDraws(table: ParameterTable, luck: FirstLuck) {
  const draw = jointParameterDraws([table], luck);
  return (into: Float64Array): void => {
    draw([into]);
  };
}

/** The same of several scenarios, each into an array of its own; the stream of a path that several have is opened once. */
export function jointParameterDraws(tables: readonly ParameterTable[], luck: FirstLuck) {
  const streams: Uniform[] = [];
  const placeOf = new Map<string, number>();
  const places = tables.map(({ uncertain }) =>
    uncertain.map(({ path }) => {
      const known = placeOf.get(path);
      if (known !== undefined) return known;
      placeOf.set(path, streams.length);
      return streams.push(openStream({ ...luck, purpose: 'parameter', entity: path })) - 1;
    }),
  );
  return (into: readonly Float64Array[]): void => {
    const uniforms = streams.map((stream) => stream());
    tables.forEach(({ points, uncertain }, t) => {
      into[t]!.set(points);
      uncertain.forEach(({ slot, quantile }, i) => {
        into[t]![slot] = quantile(uniforms[places[t]![i]!]!);
      });
    });
  };
}
