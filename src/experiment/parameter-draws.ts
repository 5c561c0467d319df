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

/** What each uncertain number was in replications 0 … n − 1: drawn again by the same names, without simulation. Futures of a past have its numbers. */
export function drawnParameters(
  compiled: CompiledScenario,
  { seed, n, past }: Futures & { readonly n: number },
): ParameterDraws[] {
  const { points, uncertain } = compiled.parameters;
  const columns = uncertain.map(({ path }) => ({ path, draws: new Float64Array(n) }));
  const values = new Float64Array(points.length);
  for (let replication = 0; replication < n; replication++) {
    drawValues(compiled, firstLuck(luckIn(compiled, { seed, replication, past })), values);
    uncertain.forEach(({ slot }, i) => (columns[i]!.draws[replication] = values[slot]!));
  }
  return columns;
}
