import type { OutcomeColumn } from '../model/outcome-columns.js';
import { lookSchedule, precisionReached, type PrecisionReport, type PrecisionTarget } from '../stats/index.js';
import { outcomeEstimate, type OutcomeEstimate } from './outcome-estimate.js';
import type { Rows } from './rows.js';

/** How precise the estimate of one outcome is to be, at 95 %. */
export interface PrecisionGoal {
  readonly outcome: string;
  readonly target: PrecisionTarget;
}

/** The goal that is farthest off, as far as the replications done without a gap tell. */
export interface FarthestGoal extends PrecisionGoal {
  readonly value: number;
  readonly halfWidth: number;
  readonly allowed: number;
  /** At which look the run would stop, were this estimate's spread the true one. */
  readonly expectedStop: number;
}

interface Watched extends PrecisionGoal {
  readonly estimate: OutcomeEstimate;
}

/** Looks at 500, 1,000, 2,000, … replications, the cap last. */
export function precisionLooks(cap: number): number[] {
  return lookSchedule({ first: Math.min(500, cap), growth: 2, cap });
}

/**
 * Watches rows come in, in any order, and says when replications are enough: at two looks in a row, all goals are met
 * by complete prefixes, or the cap is reached. What it says depends on the numbers alone, not on who computed them or when.
 */
export class PrecisionWatch {
  readonly looks: readonly number[];
  private readonly watched: readonly Watched[];
  private readonly kept: ReadonlyMap<string, { readonly at: number; readonly values: Float64Array }>;
  private readonly spans = new Map<number, number>();
  private prefix = 0;
  private last: PrecisionReport;

  /** Throws RangeError at an outcome for which nothing can be estimated. */
  constructor(about: {
    readonly columns: readonly OutcomeColumn[];
    readonly goals: readonly PrecisionGoal[];
    readonly cap: number;
  }) {
    const { columns, goals, cap } = about;
    this.looks = precisionLooks(cap);
    this.watched = goals.map((goal) => {
      const estimate = outcomeEstimate(goal.outcome, columns);
      if (!estimate) throw new RangeError(`outcome must be one with an estimate, got ${goal.outcome}`);
      return { ...goal, estimate };
    });
    this.kept = new Map(
      this.watched
        .flatMap(({ estimate }) => estimate.needs)
        .map((name) => {
          const at = columns.findIndex((column) => column.name === name);
          return [name, { at, values: new Float64Array(cap) }];
        }),
    );
    this.last = this.look();
  }

  /** Takes rows; gives how many replications are enough once that is known. */
  add({ from, to, read }: Rows): number | undefined {
    for (const { at, values } of this.kept.values()) read({ field: at, from, to }, values.subarray(from, to));
    this.spans.set(from, to);
    for (let next = this.spans.get(this.prefix); next !== undefined; next = this.spans.get(this.prefix))
      this.prefix = next;
    if (this.last.nextLook !== undefined && this.prefix >= this.last.nextLook) this.last = this.look();
    return this.last.why === 'running' ? undefined : this.last.replications;
  }

  /** The goals, and which estimate of the summary each is about. */
  get goals(): readonly (PrecisionGoal & { readonly statistic: string })[] {
    return this.watched.map(({ outcome, target, estimate }) => ({ outcome, target, statistic: estimate.statistic }));
  }

  /** What was found at the last look. */
  get report(): PrecisionReport {
    return this.last;
  }

  /** Undefined before there is anything to tell it from. */
  farthest(): FarthestGoal | undefined {
    const { prefix, looks } = this;
    if (prefix < 2) return undefined;
    const metrics = this.watched.map(({ outcome, target, estimate }) => {
      const { metrics } = precisionReached({
        metrics: [{ name: outcome, target, estimateOfFirst: () => estimate.quickOf(this.columnsOf(estimate, prefix)) }],
        looks: [prefix],
        replications: prefix,
      });
      const { halfWidth, allowed, estimate: found } = metrics[0]!;
      const needed = allowed > 0 ? prefix * (halfWidth / allowed) ** 2 : Infinity;
      const met = looks.findIndex((look) => look >= needed);
      const expectedStop = looks[met < 0 ? looks.length - 1 : met + 1] ?? looks.at(-1)!;
      return { outcome, target, value: found.value, halfWidth, allowed, expectedStop };
    });
    const distance = ({ halfWidth, allowed }: FarthestGoal): number => (allowed > 0 ? halfWidth / allowed : Infinity);
    return metrics.toSorted((a, b) => distance(b) - distance(a))[0];
  }

  private look(): PrecisionReport {
    return precisionReached({
      metrics: this.watched.map(({ outcome, target, estimate }) => ({
        name: outcome,
        target,
        estimateOfFirst: (n) => estimate.of(this.columnsOf(estimate, n)),
      })),
      looks: this.looks,
      replications: this.prefix,
    });
  }

  private columnsOf({ needs }: OutcomeEstimate, n: number): Float64Array[] {
    return needs.map((name) => this.kept.get(name)!.values.subarray(0, n));
  }
}
