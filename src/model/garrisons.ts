import type { CompiledScenario } from './compile.js';
import type { World } from './world.js';

/** Places the garrisons of the start, with the replication's numbers, in a world where nobody is. */
export function placeGarrisons({ compiled, world, values }: Garrisons): void {
  compiled.garrison.forEach((slot, i) => {
    if (slot >= 0) world.station(Math.floor(i / world.contingents), i % world.contingents, Math.round(values[slot]!));
  });
}

interface Garrisons {
  readonly compiled: CompiledScenario;
  readonly world: World;
  readonly values: ArrayLike<number>;
}
