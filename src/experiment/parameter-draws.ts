import type { CompiledScenario } from '../model/compile.js';
import { drawValues } from '../model/draw-values.js';
import { firstLuck } from '../model/luck.js';
import { luckIn } from '../model/replication.js';
import type { Futures } from './run-replications.js';

/** One uncertain number of a scenario, as it was drawn in each replication. */
export interface ParameterDraws {
  /** `actors.militias.baselinePerDay` */
  readonly path: string;
  /** By replication, from 0. */
  readonly draws: Float64Array;
}

/** So many draws are held at a time. */
const drawsAtOnce = 8_000_000;

/**
 * What each uncertain number was in replications 0 … n − 1: drawn again by the same names, without simulation. Futures of
 * a past have its numbers. Given one after another, so that only some of the columns are in memory: of very many
 * replications the draws are made several times.
 */
export function* drawnParameters(
  compiled: CompiledScenario,
  { seed, n, past }: Futures & { readonly n: number },
): Generator<ParameterDraws> {
  const { points, uncertain } = compiled.parameters;
  const values = new Float64Array(points.length);
  const size = Math.max(1, Math.floor(drawsAtOnce / Math.max(1, n)));
  for (let first = 0; first < uncertain.length; first += size) {
    const some = uncertain.slice(first, first + size);
    const columns = some.map(({ path }) => ({ path, draws: new Float64Array(n) }));
    for (let replication = 0; replication < n; replication++) {
      drawValues(compiled, firstLuck(luckIn(compiled, { seed, replication, past })), values);
      some.forEach(({ slot }, i) => (columns[i]!.draws[replication] = values[slot]!));
    }
    yield* columns;
  }
}
