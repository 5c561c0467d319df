import type { Evaluated } from '../../../src/experiment/design/evaluated.js';
import type { DesignPoint } from '../../../src/experiment/design/evaluate.js';
import { openStream } from '../../../src/random/stream.js';

export const stream = (entity: string) => openStream({ seed: 2, replication: 0, purpose: 'test', entity });

/** What a made-up scenario answers at some places, with a luck of variance 1 and mean 0; of which outcome, from 0. */
export type MadeUpScenario = (places: readonly number[], luck: number, outcome: number) => number;

/** A design answered by made-up scenarios in place of the simulation; a replication has the same luck in all of them. */
export function answeredBy(about: {
  readonly paths: readonly string[];
  readonly points: readonly DesignPoint[];
  readonly scenarios: readonly MadeUpScenario[];
  readonly outcomes?: readonly string[];
}): Evaluated {
  const { paths, points, scenarios, outcomes = ['attacks'] } = about;
  return {
    scenarios: scenarios.map(() => undefined!),
    paths,
    space: 'quantile',
    points,
    outcomes,
    seed: 1,
    failures: [],
    column: ({ point, scenario, outcome = 0 }) => {
      const { places, from, to } = points[point]!;
      return Float64Array.from({ length: to - from }, (_, i) =>
        scenarios[scenario]!(places, luckOf(from + i), outcome),
      );
    },
  };
}

/** A normal deviate of a replication, from twelve uniforms: variance 1, of mean 0. */
function luckOf(replication: number): number {
  const draw = openStream({ seed: 9, replication, purpose: 'luck', entity: '' });
  return Array.from({ length: 12 }, draw).reduce((sum, u) => sum + u, -6);
}
