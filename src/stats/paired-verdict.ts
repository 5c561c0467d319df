import type { Estimate } from './estimate.js';
import type { Better } from './tied-best.js';

/** What a comparison of A with B says about A. */
export type Verdict = 'better' | 'worse' | 'no practical difference' | 'not resolved';

export interface PairedVerdict {
  readonly verdict: Verdict;
  /**
   * n′: how many pairs in all would resolve it, did mean and spread stay as they are; Infinity where the difference lies
   * at the edge of indifference. NaN where it is resolved or there is no interval.
   */
  readonly pairsToResolve: number;
  /** `pairsToResolve` less the pairs there are. */
  readonly morePairs: number;
}

/**
 * A against B by the interval of D = A − B and an indifference d (in D's unit): with lower better, A is better if the
 * upper end is below −d and worse if the lower end is above d; if the whole interval lies within ±d (ends included)
 * there is no practical difference, else it is not resolved, and n′ = ⌈n (h/||D̄| − d|)²⌉ pairs would do, h being the
 * half-width. With d = 0 only an interval of no width at 0 is "no practical difference". Throws RangeError unless d is
 * finite and at least 0.
 */
export function pairedVerdict({
  difference,
  better,
  indifference,
}: {
  readonly difference: Pick<Estimate, 'value' | 'low' | 'high' | 'n'>;
  readonly better: Better;
  readonly indifference: number;
}): PairedVerdict {
  if (!(indifference >= 0 && indifference < Infinity))
    throw new RangeError(`indifference must be a finite number of at least 0, got ${indifference}`);
  const verdict = verdictOf({ difference, better, indifference });
  if (verdict !== 'not resolved') return { verdict, pairsToResolve: NaN, morePairs: NaN };
  const { value, low, high, n } = difference;
  const distance = Math.abs(Math.abs(value) - indifference);
  const foreseen = distance === 0 && high > low ? Infinity : Math.ceil(n * ((high - low) / 2 / distance) ** 2);
  // An end that lies on the edge of indifference to the bit would else ask for no more.
  const pairsToResolve = Math.max(foreseen, n + 1);
  return { verdict, pairsToResolve, morePairs: pairsToResolve - n };
}

function verdictOf({
  difference: { low, high },
  better,
  indifference,
}: {
  readonly difference: Pick<Estimate, 'low' | 'high'>;
  readonly better: Better;
  readonly indifference: number;
}): Verdict {
  if (high < -indifference) return better === 'lower' ? 'better' : 'worse';
  if (low > indifference) return better === 'lower' ? 'worse' : 'better';
  return low >= -indifference && high <= indifference ? 'no practical difference' : 'not resolved';
}

/** What would resolve it, as a report says it: "+310 replications would resolve it"; undefined where nothing is open. */
export function resolutionInWords({ verdict, morePairs }: PairedVerdict): string | undefined {
  if (verdict !== 'not resolved') return undefined;
  if (Number.isNaN(morePairs)) return 'not estimable: at least two replications are needed';
  if (morePairs === Infinity)
    return 'the difference lies at the edge of indifference: more replications may never resolve it';
  return `+${morePairs} ${morePairs === 1 ? 'replication' : 'replications'} would resolve it`;
}
