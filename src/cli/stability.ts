import type { CompiledScenario } from '../model/compile.js';
import { lastingSpectralRadius } from '../model/draw-values.js';
import { parameterDraws } from '../model/parameters.js';
import { centralIntervals } from '../stats/index.js';

/** Whether attacks that provoke attacks die out: the spectral radius of branching, below 1 where they do (model, section 3). */
export type Stability =
  | { readonly kind: 'point'; readonly spectralRadius: number }
  | {
      readonly kind: 'law';
      readonly median: number;
      /** Ends of the central 95 % of draws. */
      readonly low: number;
      readonly high: number;
      /** Share of draws at or above 1, which a run draws again. */
      readonly redrawnShare: number;
      readonly draws: number;
    };

/** One number where branching is known, else what a thousand draws give. */
export function stabilityOf(compiled: CompiledScenario, draws = 1000): Stability {
  const into = new Float64Array(compiled.parameters.points.length);
  const radii = Float64Array.from({ length: draws }, (_, replication) => {
    parameterDraws(compiled.parameters, { seed: 1, replication })(0, into);
    return lastingSpectralRadius(compiled, into);
  });
  const [first = NaN] = radii;
  if (radii.every((radius) => radius === first)) return { kind: 'point', spectralRadius: first };
  const { median, q025, q975 } = centralIntervals(radii);
  const redrawn = radii.filter((radius) => radius >= 1).length;
  return { kind: 'law', median, low: q025, high: q975, redrawnShare: redrawn / draws, draws };
}
