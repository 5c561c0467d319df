import { checkSample } from './sorted-sample.js';
import { tiedBest, type Better } from './tied-best.js';

export interface OcbaShares {
  /** By system, of all further replications; they sum to 1, or are all 0 where no system varies. */
  readonly shares: readonly number[];
  /** The systems whose means tie for the best, ascending; one where there is no tie. */
  readonly best: readonly number[];
  /** Systems without spread, which get no share: one value was seen only, which proves little where events are rare. */
  readonly withoutSpread: readonly number[];
}

/**
 * How to share out further replications so that the best mean is found most surely (optimal computing budget allocation:
 * Chen, Lin, Yücesan and Chick, Discrete Event Dyn. Syst. 10, 2000): w_i = (s_i/δ_i)² for the others, δ_i being how far
 * the mean is from the best, and w_b = s_b √(Σ w_i²/s_i²). It supposes independent replications: under common random
 * numbers it is a guide. Where means tie for the best, the formula's limit as they close up is taken: all goes to the
 * tied, in proportion to s. Throws RangeError unless there are as many sds as means, two at least, and no sd below 0.
 */
export function ocbaShares({
  means,
  sds,
  better,
}: {
  readonly means: ArrayLike<number>;
  readonly sds: ArrayLike<number>;
  readonly better: Better;
}): OcbaShares {
  checkSystems(means, sds);
  const [mean, sd] = [Array.from(means), Array.from(sds)];
  const best = tiedBest(mean, better);
  const withoutSpread = sd.flatMap((s, i) => (s === 0 ? [i] : []));
  const weights =
    best.length > 1 ? sd.map((s, i) => (best.includes(i) ? s : 0)) : weightsBeside(best[0]!, { mean, sd });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { shares: weights.map((weight) => (total === 0 ? 0 : weight / total)), best, withoutSpread };
}

function weightsBeside(best: number, { mean, sd }: { mean: readonly number[]; sd: readonly number[] }): number[] {
  const distance = (i: number) => mean[i]! - mean[best]!;
  const others = sd.map((s, i) => (i === best ? 0 : (s / distance(i)) ** 2));
  // w_i/s_i = s_i/δ_i², which is 0 and not 0/0 for a system without spread.
  const squares = sd.map((s, i) => (i === best ? 0 : (s / distance(i) ** 2) ** 2));
  const ofBest = sd[best]! * Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
  return others.map((weight, i) => (i === best ? ofBest : weight));
}

function checkSystems(means: ArrayLike<number>, sds: ArrayLike<number>): void {
  if (means.length < 2) throw new RangeError(`means must be at least two, got ${means.length}`);
  if (sds.length !== means.length)
    throw new RangeError(`sds must be as many as means (${means.length}), got ${sds.length}`);
  checkSample(means, 'mean');
  checkSample(sds, 'sd');
  for (let i = 0; i < sds.length; i++)
    if (sds[i]! < 0) throw new RangeError(`sd ${i} must be at least 0, got ${sds[i]}`);
}
