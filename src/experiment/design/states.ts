import type { Uniform } from '../../random/stream.js';
import type { Evaluated } from './evaluated.js';
import type { DesignPoint } from './evaluate.js';
import { latinHypercube } from './latin-hypercube.js';

/** States of the world by Latin hypercube over all numbers, each with `inner` replications of its own luck. */
export function statePoints(
  { paths, states, inner }: { readonly paths: readonly string[]; readonly states: number; readonly inner: number },
  draw: Uniform,
): DesignPoint[] {
  return latinHypercube({ n: states, dimensions: paths.length }, draw).map((places, i) => ({
    places: [...places],
    from: i * inner,
    to: (i + 1) * inner,
  }));
}

/** States in which every replication of every scenario has an answer: by number of the point. */
export function completeStates(done: Evaluated): number[] {
  const failed = new Set(done.failures.map(({ point }) => point));
  const isKnown = (point: number): boolean =>
    done.scenarios.every((_, scenario) =>
      done.outcomes.every((__, outcome) => !done.column({ point, scenario, outcome }).some(Number.isNaN)),
    );
  return done.points.flatMap((_, point) => (!failed.has(point) && isKnown(point) ? [point] : []));
}

/** One outcome of one scenario over the replications of some states, one state after the other. */
export function statesColumn(
  done: Evaluated,
  {
    states,
    scenario,
    outcome,
  }: { readonly states: readonly number[]; readonly scenario: number; readonly outcome: number },
): Float64Array {
  return Float64Array.from(states.flatMap((point) => [...done.column({ point, scenario, outcome })]));
}

/** The state of each replication in {@link statesColumn}. */
export function statesDraws({ points }: Evaluated, states: readonly number[]): number[] {
  return states.flatMap((point) => Array.from({ length: points[point]!.to - points[point]!.from }, () => point));
}
