import { mean, sampleVariance } from 'simple-statistics';
import { DEFAULT_LEVEL, withoutInterval, type Estimate } from './estimate.js';
import { innerMeans, type InnerMeans, type StateColumns } from './inner-means.js';
import { meanInterval } from './mean-interval.js';
import { tiedBest, type Better } from './tied-best.js';

export interface SystemRegret {
  /** By state; 0 where the system is the best. */
  readonly byState: readonly number[];
  readonly worst: number;
  /** Over states, its interval being that of which states were drawn. */
  readonly mean: Estimate;
  /**
   * The inner error: root mean square over states of the standard error of this system's mean less that of the best of
   * the others. NaN with a single replication in a state, 0 without another system. Regrets of this size are noise.
   */
  readonly innerStandardError: number;
  /**
   * Mean regret with the best picked by one half of a state's replications and priced by the other, and turned round: what
   * noise picks is paid for, so that it is biased downward where `mean` is biased upward. The truth lies between the two.
   * Without an interval where some state has a single replication.
   */
  readonly heldOut: Estimate;
}

export interface RegretTable {
  readonly systems: readonly SystemRegret[];
  /** Systems with the smallest worst regret, and with the smallest mean regret: several where they tie. */
  readonly leastWorst: readonly number[];
  readonly leastMean: readonly number[];
  readonly states: number;
  /** The fewest replications behind a state. With 1 every regret holds chance, and is biased upward. */
  readonly replicationsPerState: number;
  readonly droppedRows: number;
}

/**
 * Regret (Savage 1951): in each state of the world, how much worse a system does than the best one there,
 * regret_ij = L_ij − min_i L_ij (max_i L_ij − L_ij where higher is better), in the unit of the outcome. States are
 * parameter draws, L the mean over the replications that share one ({@link innerMeans}): the best of noisy means looks
 * better than it is, so regret of few replications is biased upward (two equal systems of standard deviation s, m
 * replications a state: by s/√(πm)); hold it against `innerStandardError`. Throws RangeError as innerMeans, and without
 * a system or a complete row.
 */
export function regretTable({
  columns,
  draws,
  better,
  level = DEFAULT_LEVEL,
}: StateColumns & { readonly better: Better; readonly level?: number }): RegretTable {
  const inner = innerMeans({ columns, ...(draws === undefined ? {} : { draws }) });
  const states = inner.rows.length;
  if (columns.length === 0 || states === 0)
    throw new RangeError(`regret must have a system and a complete replication, got ${columns.length} and ${states}`);
  const best = inner.rows.map((_, state) =>
    tiedBest(
      inner.means.map((means) => means[state]!),
      better,
    ),
  );
  const heldOut = heldOutRegret({ columns, inner, better });
  const systems = inner.means.map((means, system): SystemRegret => {
    const byState = means.map((value, state) =>
      best[state]!.includes(system) ? 0 : Math.abs(value - inner.means[best[state]![0]!]![state]!),
    );
    return {
      byState,
      worst: Math.max(...byState),
      mean: meanInterval(byState, level),
      innerStandardError: innerStandardError({ system, columns, inner, better }),
      heldOut: heldOut ? meanInterval(heldOut[system]!, level) : withoutInterval({ level, n: states, ...unsplit }),
    };
  });
  return {
    systems,
    leastWorst: tiedBest(
      systems.map(({ worst }) => worst),
      'lower',
    ),
    leastMean: tiedBest(
      systems.map((of) => of.mean.value),
      'lower',
    ),
    states,
    replicationsPerState: Math.min(...inner.rows.map((rows) => rows.length)),
    droppedRows: inner.droppedRows,
  };
}

const unsplit = { method: 'held-out halves', note: 'not estimable with a single replication in a state' };

/** By system and state; undefined where a state cannot be halved. */
function heldOutRegret(about: {
  readonly columns: readonly ArrayLike<number>[];
  readonly inner: InnerMeans;
  readonly better: Better;
}): number[][] | undefined {
  const { columns, inner, better } = about;
  if (inner.rows.some((rows) => rows.length < 2)) return undefined;
  const sign = better === 'lower' ? 1 : -1;
  const states = inner.rows.map((rows) => {
    const [even, odd] = [0, 1].map((side) => {
      const half = rows.filter((_, i) => i % 2 === side);
      return columns.map((column) => half.reduce((sum, row) => sum + column[row]!, 0) / half.length);
    });
    const shortfalls = (picking: readonly number[], pricing: readonly number[]): number[] => {
      const picked = tiedBest(picking, better);
      return pricing.map((own) => picked.reduce((sum, i) => sum + sign * (own - pricing[i]!), 0) / picked.length);
    };
    const one = shortfalls(even!, odd!);
    return shortfalls(odd!, even!).map((shortfall, system) => (shortfall + one[system]!) / 2);
  });
  return columns.map((_, system) => states.map((shortfalls) => shortfalls[system]!));
}

function innerStandardError(about: {
  readonly system: number;
  readonly columns: readonly ArrayLike<number>[];
  readonly inner: InnerMeans;
  readonly better: Better;
}): number {
  const { system, columns, inner, better } = about;
  if (columns.length === 1) return 0;
  if (inner.rows.some((rows) => rows.length < 2)) return NaN;
  const others = columns.flatMap((_, i) => (i === system ? [] : [i]));
  const squares = inner.rows.map((rows, state) => {
    const [place = 0] = tiedBest(
      others.map((i) => inner.means[i]![state]!),
      better,
    );
    const rival = columns[others[place]!]!;
    return sampleVariance(rows.map((row) => columns[system]![row]! - rival[row]!)) / rows.length;
  });
  return Math.sqrt(mean(squares));
}
