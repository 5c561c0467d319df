import type { CompiledScenario } from './compile.js';
import type { World } from './world.js';

/** Places the garrisons of the start, with the replication's numbers, in a world where nobody is. */
export function placeGarrisons({ compiled, world, values }: Garrisons): void {
  const { garrison } = compiled;
  const { bases, contingents } = world;
  let at = 0;
  for (let base = 0; base < bases; base++) {
    for (let contingent = 0; contingent < contingents; contingent++) {
      const slot = garrison[at++]!;
      if (slot >= 0) world.station(base, contingent, Math.round(values[slot]!));
    }
  }
}

interface Garrisons {
  readonly compiled: CompiledScenario;
  readonly world: World;
  readonly values: ArrayLike<number>;
}
