import type { Uniform } from '../../random/stream.js';
import {
  innerMeans,
  meanInterval,
  partialInformation,
  regretTable,
  type Estimate,
  type PartialInformation,
} from '../../stats/index.js';
import type { Evaluated } from './evaluated.js';
import type { Input } from './inputs.js';
import { completeStates, statesColumn, statesDraws } from './states.js';

/** What it would be worth to know a number before choosing between scenarios: the least expected outcome is chosen. */
export interface VoiResult {
  /** Mean over states, by scenario. */
  readonly means: readonly Estimate[];
  /** The scenario chosen now: the least mean. */
  readonly now: number;
  /**
   * What knowing every number would save: the mean regret of the scenario chosen now. The first is biased upward, as the
   * best of noisy means looks better than it is; the second, with held-out halves, downward.
   */
  readonly everything: { readonly atMost: Estimate; readonly atLeast: Estimate };
  /** Root mean square over states of the standard error, by chance, of the chosen less the best of the others. */
  readonly innerStandardError: number;
  /** By input, the most valuable first. */
  readonly inputs: readonly (PartialInformation & { readonly input: Input })[];
  readonly states: number;
  /** States left out because some replication failed. */
  readonly dropped: number;
}

/**
 * Expected value of perfect information, of every number together and of each input alone (the EVPPI of
 * `partialInformation`). `valueOf` turns a share of a number's law into its value.
 */
export function valueOfInformation(
  done: Evaluated,
  about: {
    readonly inputs: readonly Input[];
    readonly valueOf: (path: string, share: number) => number;
    readonly draw: Uniform;
    readonly resamples: number;
  },
): VoiResult {
  const { inputs, valueOf, draw, resamples } = about;
  const states = completeStates(done);
  const draws = statesDraws(done, states);
  const columns = done.scenarios.map((_, scenario) => statesColumn(done, { states, scenario, outcome: 0 }));
  const losses = innerMeans({ columns, draws }).means;
  const means = losses.map((loss) => meanInterval(loss));
  const now = means.reduce((best, { value }, k) => (value < means[best]!.value ? k : best), 0);
  const chosen = regretTable({ columns, draws, better: 'lower' }).systems[now]!;
  const place = new Map(done.paths.map((path, c) => [path, c]));
  const found = inputs.map((input) => ({
    input,
    ...partialInformation({
      losses,
      known: input.paths.map((path) =>
        states.map((point) => valueOf(path, done.points[point]!.places[place.get(path)!]!)),
      ),
      draw,
      resamples,
    }),
  }));
  return {
    means,
    now,
    everything: { atMost: chosen.mean, atLeast: chosen.heldOut },
    innerStandardError: chosen.innerStandardError,
    inputs: found.toSorted((a, b) => b.value.value - a.value.value),
    states: states.length,
    dropped: done.points.length - states.length,
  };
}
