import { sampleVariance } from 'simple-statistics';
import { checkLevel, DEFAULT_LEVEL } from './estimate.js';
import type { Better } from './tied-best.js';

export interface KimNelsonQuestion {
  /** How many systems there are, from 2; they are told by index from 0. */
  readonly systems: number;
  /**
   * The outcome of replication r (from 0) of a system. The same replication of two systems may share its luck: the
   * closer they move together, the fewer are needed. Asked once for each replication, of systems still in only.
   */
  readonly observe: (about: { readonly system: number; readonly replication: number }) => number;
  readonly better: Better;
  /** The smallest difference of means worth finding, above 0, in the unit of the outcome. */
  readonly indifference: number;
  /** n₀: replications of every system before any is dropped, from 2; 10 or more is usual. */
  readonly firstStage: number;
  /** Replications of a system at most, from `firstStage`; none by default, as the procedure ends by itself. */
  readonly maxReplications?: number;
  /** Wished probability of a correct selection. */
  readonly level?: number;
}

export interface KimNelsonSelection {
  /** Systems not dropped, ascending: one, unless some tie or the cap came first. */
  readonly survivors: readonly number[];
  readonly why: 'one left' | 'tied' | 'cap';
  /** By system: replications made of it, and their mean. */
  readonly replications: readonly number[];
  readonly means: readonly number[];
}

/**
 * Kim and Nelson's fully sequential selection (ACM TOMACS 11, 2001, with c = 1). Where the best mean is better than every
 * other by at least `indifference`, it is selected with probability `level` at least, for normal outcomes, common random
 * numbers allowed; where others are nearer, one of the near ones is. With S²_il the variance of first-stage differences
 * and W_il(r) = max(0, d/(2r) (h² S²_il/d² − r)), larger better, i is dropped after r replications when
 * X̄_i(r) < X̄_l(r) − W_il(r) for another l that was in. Once every W is 0 only an exact tie can last, and is reported.
 *
 * To feed it from columns that grow, set `maxReplications` to their length: at `cap`, run the survivors on and ask again;
 * the answer is the same as if all had been there. Throws RangeError at a question out of range, or an outcome that is
 * not finite.
 */
export function kimNelson(question: KimNelsonQuestion): KimNelsonSelection {
  const { systems, observe, better, indifference, firstStage, level = DEFAULT_LEVEL } = question;
  const { maxReplications = Infinity } = question;
  checkQuestion({ indifference, firstStage, maxReplications });
  const { hSquared } = kimNelsonConstants({ systems, firstStage, level });
  // Where lower is better, the mirrored outcome is maximised.
  const sign = better === 'higher' ? 1 : -1;
  const next = (system: number, replication: number) => sign * finite({ system, replication }, observe);
  const first = Array.from({ length: firstStage }, (_, r) => Array.from({ length: systems }, (__, i) => next(i, r)));
  const totals = Array.from({ length: systems }, (_, i) => first.reduce((total, row) => total + row[i]!, 0));
  const variances = totals.map((_, i) => totals.map((__, l) => sampleVariance(first.map((row) => row[i]! - row[l]!))));
  const replications = new Array<number>(systems).fill(firstStage);
  let survivors = totals.map((_, i) => i);
  for (let r = firstStage; ; r++) {
    const margin = (i: number, l: number) =>
      Math.max(0, (indifference / (2 * r)) * ((hSquared * variances[i]![l]!) / indifference ** 2 - r));
    // Equal systems add up to one sum; of others that are equal none shall go by the last bits.
    const rounding = 1e-12 * Math.max(...survivors.map((i) => Math.abs(totals[i]! / r)));
    const stays = (i: number, l: number) => (totals[i]! - totals[l]!) / r >= -margin(i, l) - rounding;
    survivors = survivors.filter((i, _, before) => before.every((l) => l === i || stays(i, l)));
    const undecided = survivors.some((i) => survivors.some((l) => l !== i && margin(i, l) > 0));
    const why = survivors.length === 1 ? 'one left' : !undecided ? 'tied' : r >= maxReplications ? 'cap' : undefined;
    if (why !== undefined)
      return { survivors, why, replications, means: totals.map((total, i) => (sign * total) / replications[i]!) };
    for (const i of survivors) {
      totals[i]! += next(i, r);
      replications[i] = r + 1;
    }
  }
}

/** η = ½((2α/(k−1))^(−2/(n₀−1)) − 1) and h² = 2η(n₀−1) for k systems. Throws RangeError where η would not be above 0. */
export function kimNelsonConstants({
  systems,
  firstStage,
  level = DEFAULT_LEVEL,
}: Pick<KimNelsonQuestion, 'systems' | 'firstStage' | 'level'>): { readonly eta: number; readonly hSquared: number } {
  checkLevel(level);
  checkCount({ what: 'systems', count: systems, from: 2 });
  checkCount({ what: 'firstStage', count: firstStage, from: 2 });
  const alphaOfPair = (2 * (1 - level)) / (systems - 1);
  if (!(alphaOfPair < 1)) throw new RangeError(`level must be above 0.5 for two systems, got ${level}`);
  const eta = (alphaOfPair ** (-2 / (firstStage - 1)) - 1) / 2;
  return { eta, hSquared: 2 * eta * (firstStage - 1) };
}

function checkQuestion({ indifference, maxReplications, firstStage }: Checked): void {
  if (!(indifference > 0 && indifference < Infinity))
    throw new RangeError(`indifference must be a finite number above 0, got ${indifference}`);
  if (!(maxReplications >= firstStage))
    throw new RangeError(`maxReplications must be at least firstStage (${firstStage}), got ${maxReplications}`);
}

interface Checked extends Pick<KimNelsonQuestion, 'indifference' | 'firstStage'> {
  readonly maxReplications: number;
}

function checkCount({ what, count, from }: { readonly what: string; readonly count: number; readonly from: number }) {
  if (!Number.isSafeInteger(count) || count < from)
    throw new RangeError(`${what} must be a whole number from ${from}, got ${count}`);
}

function finite(
  about: { readonly system: number; readonly replication: number },
  observe: KimNelsonQuestion['observe'],
): number {
  const value = observe(about);
  if (!Number.isFinite(value))
    throw new RangeError(
      `replication ${about.replication} of system ${about.system} must be a finite number, got ${value}`,
    );
  return value;
}
