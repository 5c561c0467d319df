import { simultaneousDifferences } from '../../stats/index.js';
import type { Metric } from './metric.js';
import { meanColumn, type Strategy } from './strategy.js';

/** Which strategies can be the best by one metric, all statements together with at least `level`. */
export interface Selection {
  readonly metric: Metric;
  readonly level: number;
  /** `one`: better than every other. `near`: the best, or worse than it by at most the indifference. `open`: none told. */
  readonly kind: 'one' | 'near' | 'open';
  /** The one selected; where it is open, all that no other is shown to beat, in the order of their means. */
  readonly strategies: readonly Strategy[];
}

/**
 * Who is the best, by Bonferroni intervals of all paired differences (valid under common random numbers): selected is who
 * beats every other, or of whom no interval leaves room for more than the indifference zone to be gained by another.
 */
export function selectBest(
  strategies: readonly Strategy[],
  { metric, level }: { readonly metric: Metric; readonly level: number },
): Selection {
  const columns = strategies.map((strategy) => meanColumn(strategy, metric));
  const sign = metric.better === 'lower' ? 1 : -1;
  const pairs = simultaneousDifferences({ columns, against: 'all', level });
  /** How much worse i is than j, at least and at most. */
  const worse = (i: number, j: number): { readonly least: number; readonly most: number } => {
    const pair = pairs.find(({ a, b }) => (a === i && b === j) || (a === j && b === i));
    const { low, high } = pair!.difference;
    const turn = pair!.a === i ? sign : -sign;
    return turn > 0 ? { least: low, most: high } : { least: -high, most: -low };
  };
  const others = (i: number): number[] => strategies.flatMap((_, j) => (j === i ? [] : [j]));
  const all = strategies.map((_, i) => i);
  const pick = (kind: Selection['kind'], chosen: readonly number[]): Selection => ({
    metric,
    level,
    kind,
    strategies: chosen.map((i) => strategies[i]!),
  });
  const beatsAll = all.find((i) => others(i).every((j) => worse(i, j).most < 0));
  if (beatsAll !== undefined) return pick('one', [beatsAll]);
  const gain = (i: number): number => Math.max(...others(i).map((j) => worse(i, j).most));
  const near = all.filter((i) => gain(i) <= metric.indifference).sort((i, j) => gain(i) - gain(j))[0];
  if (near !== undefined) return pick('near', [near]);
  const mean = (i: number): number => columns[i]!.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
  const unbeaten = all.filter((i) => !others(i).some((j) => worse(i, j).least > 0));
  return pick(
    'open',
    unbeaten.sort((i, j) => sign * (mean(i) - mean(j))),
  );
}
