import { mean, sampleVariance } from 'simple-statistics';
import { openStream } from '../../random/stream.js';
import { curvature } from './curvature.js';
import { effectiveSize } from './effective-size.js';
import { hamiltonianChain } from './hamiltonian-chain.js';
import type { Objective } from './objective.js';
import { splitRHat } from './split-r-hat.js';
import { spreadOf } from './spread.js';

export interface SamplingQuestion {
  /** One log posterior for each way of breaking ties, all equally likely. */
  readonly objectives: readonly Objective[];
  /** Their mean, and the top of it. */
  readonly together: Objective;
  readonly top: Float64Array;
  readonly seed: number;
  /** What is sampled: names the streams of chance. */
  readonly entity: string;
  readonly chainsEach?: number;
  /** All chains together, at least this many. */
  readonly draws?: number;
}

export interface PosteriorDraws {
  /** Draws of all coordinates; the first rows of any number come evenly from all chains. */
  readonly points: readonly Float64Array[];
  readonly diagnostics: SamplingDiagnostics;
}

/** Whether the draws may be trusted. */
export interface SamplingDiagnostics {
  readonly chains: number;
  /** Greatest split R̂ of a coordinate; above 1.05 the draws are not to be used. Chains of one record are compared. */
  readonly rHat: number;
  /** Least effective size of a coordinate; below 400 an interval's ends are rough. */
  readonly effectiveSize: number;
  /** Mean probability that a step of the chains was taken; about 0.8 by tuning. */
  readonly accepted: number;
  /** Greatest share of a coordinate's variance that comes from how ties were broken. */
  readonly betweenImputations: number;
}

/**
 * Draws from the posterior with several chains for each way of breaking ties, pooled with equal weights (multiple
 * imputation; Rubin 1987). Each chain has a stream of its own, so the answer does not depend on the order of work.
 */
export function samplePosterior(question: SamplingQuestion): PosteriorDraws {
  const { objectives, together, top, seed, entity, draws = 4000 } = question;
  const chainsEach = question.chainsEach ?? (objectives.length >= 4 ? 2 : 4);
  const perChain = Math.max(100, Math.ceil(draws / (objectives.length * chainsEach)));
  const spread = spreadOf(curvature(together, { at: top, steps: top.map(() => 0.02) }));
  const chains = objectives.flatMap((objective, imputation) =>
    Array.from({ length: chainsEach }, (_, chain) => {
      const next = openStream({ seed, replication: imputation * chainsEach + chain, purpose: 'posterior', entity });
      return { imputation, ...hamiltonianChain(objective, { centre: top, spread, warmUp, draws: perChain }, next) };
    }),
  );
  const columns = Array.from(top, (_, k) => chains.map(({ points }) => points.map((point) => point[k]!)));
  const judged = columns.map((column) => judge(column, chainsEach));
  return {
    points: Array.from({ length: perChain }, (_, row) => chains.map(({ points }) => points[row]!)).flat(),
    diagnostics: {
      chains: chains.length,
      rHat: Math.max(...judged.map(({ rHat }) => rHat)),
      effectiveSize: Math.floor(Math.min(...judged.map(({ size }) => size))),
      accepted: mean(chains.map(({ accepted }) => accepted)),
      betweenImputations: Math.max(...judged.map(({ between }) => between)),
    },
  };
}

const warmUp = 80;

/** Chains of one imputation are compared about its own mean; what imputations differ by is told apart. */
function judge(
  column: readonly (readonly number[])[],
  chainsEach: number,
): { readonly rHat: number; readonly size: number; readonly between: number } {
  const middles = Array.from({ length: column.length / chainsEach }, (_, imputation) =>
    mean(column.slice(imputation * chainsEach, (imputation + 1) * chainsEach).flat()),
  );
  const centred = column.map((chain, k) => chain.map((value) => value - middles[Math.floor(k / chainsEach)]!));
  const size = effectiveSize(centred);
  const within = sampleVariance(centred.flat());
  // Means of imputations differ by chance too, by so much.
  const chance = within / (size / middles.length);
  const between = middles.length > 1 ? Math.max(0, sampleVariance(middles) - chance) : 0;
  return { rHat: splitRHat(centred), size, between: between / (between + within) };
}
