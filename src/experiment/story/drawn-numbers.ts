import { describeLaw, quantileOf, type Law } from '../../random/laws/law.js';
import { quantitiesOf } from '../../model/scenario/quantities.js';
import type { Trace } from '../trace.js';

/** An uncertain number as a replication drew it. */
export interface DrawnNumber {
  /** Path in the scenario: `actors.militias.baselinePerDay`. */
  readonly path: string;
  readonly value: number;
  /** The law in words. */
  readonly law: string;
  /** Share of the law below the value, 0 to 1; of a law that jumps there, the middle of the jump. */
  readonly shareBelow: number;
}

/** Every uncertain number of the scenario, in its order, as drawn. */
export function drawnNumbers({ compiled, values }: Trace): DrawnNumber[] {
  return quantitiesOf(compiled.scenario).flatMap(({ path, quantity }): DrawnNumber[] => {
    const law = quantity.value;
    if (typeof law === 'number') return [];
    const value = values[compiled.parameters.slotOf(quantity)] ?? NaN;
    return [{ path, value, law: describeLaw(law), shareBelow: shareBelow(law, value) }];
  });
}

/** F(value) from the inverse distribution function, which never decreases: halved 40 times. */
function shareBelow(law: Law, value: number): number {
  const quantile = quantileOf(law);
  const edge = (isLow: (x: number) => boolean): number => {
    let [low, high] = [0, 1];
    for (let i = 0; i < 40; i++) {
      const middle = (low + high) / 2;
      if (isLow(quantile(middle))) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return (edge((x) => x < value) + edge((x) => x <= value)) / 2;
}
